import base64
import json
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.bindings.times import away, instants, nearest

NOW = 1_750_000_000.0
MOMENT = datetime.fromtimestamp(NOW, UTC)


def uuid1():
    ticks = f"{int(NOW * 1e7) + 0x01B21DD213814000:015x}"
    return f"{ticks[7:]}-{ticks[3:7]}-1{ticks[:3]}-8abc-0123456789ab"


def token(claims):
    parts = [{"alg": "none"}, claims]
    texts = [base64.urlsafe_b64encode(json.dumps(one).encode()) for one in parts]
    return ".".join(text.decode().rstrip("=") for text in texts) + ".c2ln"


@pytest.mark.parametrize(
    ("value", "notation"),
    [
        (int(NOW), "epoch s"),
        (str(int(NOW)), "epoch s"),
        (NOW + 0.25, "epoch s"),
        (int(NOW * 1e3), "epoch ms"),
        (int(NOW * 1e6), "epoch us"),
        (int(NOW * 1e9), "epoch ns"),
        (MOMENT.isoformat(), "rfc3339"),
        (MOMENT.strftime("%Y-%m-%d %H:%M:%S UTC"), "rfc3339"),
        (
            MOMENT.astimezone(timezone(timedelta(hours=-7))).isoformat(),
            "rfc3339",
        ),
        (MOMENT.strftime("%Y%m%dT%H%M%SZ"), "iso8601 basic"),
        (format_datetime(MOMENT, usegmt=True), "http date"),
        (MOMENT.strftime("%a %b %d %H:%M:%S %Y"), "http date"),
        (uuid1(), "uuid1"),
        (f"{int(NOW * 1e3):012x}-7abc-8123-0123456789ab".replace("-", ""), "uuid7"),
        (f"{int(NOW):08x}0123456789abcdef", "object id"),
        (f"ord_{int(NOW):08x}0123456789abcdef", "object id"),
        (token({"iat": NOW, "exp": NOW + 60}), "jwt"),
    ],
)
def test_a_time_is_read_in_its_notation(value, notation):
    found = nearest(value, NOW)

    assert found is not None
    assert found.notation == notation
    assert abs(away(found, NOW)) <= 1.0


def test_a_time_without_a_zone_may_be_of_any():
    local = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    found = nearest(local.strftime("%Y-%m-%dT%H:%M:%S"), NOW)

    assert found is not None
    assert found.is_local
    assert away(found, NOW) == 0.0


@pytest.mark.parametrize(
    "value",
    [None, True, 7, 0.5, "word", "2024-13-45T99:99:99Z", "1200000", "-1750000000", ""],
)
def test_other_values_are_no_times(value):
    assert instants(value) == []


@given(st.text(max_size=70) | st.integers() | st.floats() | st.binary().map(str))
def test_any_value_is_read_without_an_error(value):
    assert all(one.seconds > 0 for one in instants(value))
