import json
from collections import OrderedDict

import pytest

from mockforge.learning.patterns.observation import Observation
from mockforge.learning.sequences.courses import Asked
from mockforge.learning.sequences.open import Open, ended_of


def seen(started, elapsed):
    return Observation(
        1, "GET /a", 200, None, "s", None, started, None, elapsed, 0, b""
    )


@pytest.mark.parametrize(
    ("started", "elapsed", "ended"),
    [
        (5.0, 2.0, 7.0),
        (5.0, -2.0, 5.0),
        (5.0, float("nan"), 5.0),
        (float("inf"), 2.0, 2.0),
    ],
)
def test_an_exchange_has_ended_whatever_its_clock_says(started, elapsed, ended):
    assert ended_of(seen(started, elapsed)) == ended


def test_a_session_that_goes_on_is_kept_as_json():
    asked = OrderedDict({b"\x01\xff": Asked((200, "pending"), 3, (429, None))})
    one = Open((1, 2), 9.5, 4, asked)

    again = Open.from_json(json.loads(json.dumps(one.to_json())))

    assert again.to_json() == one.to_json()
    assert (again.context, again.ended, again.writes) == ((1, 2), 9.5, 4)
