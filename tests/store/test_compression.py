import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.store.compression import (
    GENERATIONS,
    GROUPS,
    LONG,
    Packer,
    Unpacker,
)

HEAD = b"\nContent-Type\napplication/json\nX-Request-Id\n%032x\nServer\nnginx/1.25.3"


def unpacker(packer):
    return Unpacker({number: content for number, _, content in packer.fresh})


@given(st.lists(st.tuples(st.binary(max_size=500), st.sampled_from(["", "a", "b"]))))
def test_whatever_was_packed_comes_back(values):
    packer = Packer()
    packed = [packer.pack(data, name, 256 if name else 0) for data, name in values]

    reader = unpacker(packer)
    assert [reader.unpack(value) for value in packed] == [data for data, _ in values]


def test_values_of_one_kind_shrink_to_what_differs():
    packer = Packer()
    sizes = [len(packer.pack(HEAD % number, "head", 1024)) for number in range(50)]

    assert max(sizes) < len(HEAD) // 2
    assert len(packer.fresh) == 1


def test_a_dictionary_stored_by_an_earlier_run_is_used_on():
    first, second = Packer(), Packer()
    first.pack(HEAD % 1, "head", 1024)
    for number, name, content in first.fresh:
        second.adopt(number, name, content)

    packed = second.pack(HEAD % 2, "head", 1024)
    assert second.fresh == []
    assert unpacker(first).unpack(packed) == HEAD % 2


def test_values_that_share_nothing_do_not_fill_the_table():
    packer = Packer()
    for number in range(GROUPS * 3):
        for turn in range(GENERATIONS * 3):
            noise = bytes(
                (number * 131 + turn * 31 + at * at) % 251 for at in range(90)
            )
            packer.pack(noise, f"group {number}", 1024)

    assert len(packer.fresh) <= GROUPS * GENERATIONS


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"short", 0),
        (b"a" * 100, 1),
        (bytes(range(256)), 0),
        (b"a" * (LONG + 1), 1),
    ],
    ids=["short", "alike", "noise", "long"],
)
def test_a_value_takes_the_form_that_is_shortest(data, form):
    assert Packer().pack(data)[0] == form


@pytest.mark.parametrize(
    ("packed", "why"),
    [
        (b"", "empty"),
        (b"\x07abc", "begin with 7"),
        (b"\x01not zstd", "damaged"),
        (b"\x02\x01", "damaged"),
        (b"\x02\x09\x00abc", "dictionary 9 is missing"),
    ],
)
def test_a_damaged_value_is_told(packed, why):
    with pytest.raises(ValueError, match=why):
        Unpacker({}).unpack(packed)
