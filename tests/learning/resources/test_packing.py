from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from mockforge.learning.resources.packing import packed, unpacked


@dataclass(frozen=True)
class Inner:
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Outer:
    name: str
    many: tuple[Inner, ...] = ()
    by_path: Mapping[tuple[str | int, ...], Inner] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    maybe: Inner | None = None


def test_what_is_packed_comes_back():
    value = Outer(
        "n", (Inner(("a", 1)),), {("b", 2): Inner()}, frozenset("xy"), Inner(("c",))
    )

    assert unpacked(Outer, packed(value)) == value


def test_what_is_as_by_default_is_left_out():
    assert packed(Outer("n")) == {"name": "n"}


def test_another_shape_is_refused():
    values: list = [{"name": 1}, {"many": []}, {"name": "n", "names": "x"}, 3]
    for value in values:
        with pytest.raises(ValueError, match=r"no"):
            unpacked(Outer, value)
