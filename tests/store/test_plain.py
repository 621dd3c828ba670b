import json

import pytest
from hypothesis import given

from mockforge.store.plain import from_plain, to_plain
from tests.store import samples


@given(samples.exchanges)
def test_any_exchange_comes_back_from_json(exchange):
    assert from_plain(json.loads(json.dumps(to_plain(exchange)))) == exchange


def test_an_awkward_exchange_comes_back():
    plain = json.dumps(to_plain(samples.AWKWARD))

    assert from_plain(json.loads(plain)) == samples.AWKWARD


@pytest.mark.parametrize("plain", [{}, [], None, {"request": 1}, "text"])
def test_anything_else_is_told(plain):
    with pytest.raises(ValueError, match="not an exchange"):
        from_plain(plain)
