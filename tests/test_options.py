import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mockforge.options import Duration, Options, Size

DURATION, SIZE = TypeAdapter(Duration), TypeAdapter(Size)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *((60, 60.0), (0, 0.0), (1.5, 1.5), ("60", 60.0), ("60s", 60.0)),
        *(("1.5m", 90.0), ("250ms", 0.25), ("2 h", 7200.0), (" 1d ", 86400.0)),
    ],
)
def test_a_duration_is_seconds_however_it_is_written(written, seconds):
    assert DURATION.validate_python(written) == seconds


@pytest.mark.parametrize(
    "written", ["", "soon", "5 weeks", "-5s", "1h30m", "s", "nan", -1, float("inf")]
)
def test_what_is_no_duration_is_refused_by_its_text(written):
    with pytest.raises(ValidationError) as refusal:
        DURATION.validate_python(written)

    assert repr(written) in str(refusal.value)


@pytest.mark.parametrize(
    ("written", "size"),
    [
        *((1024, 1024), ("1024", 1024), ("1KB", 1024), ("1 kib", 1024), ("2k", 2048)),
        *(("64MB", 64 << 20), ("1.5 GiB", 3 << 29), ("10b", 10), (0, 0)),
    ],
)
def test_a_size_is_bytes_however_it_is_written(written, size):
    assert SIZE.validate_python(written) == size


@pytest.mark.parametrize("written", ["", "big", "5TB", "-1", "1,5MB", -1])
def test_what_is_no_size_is_refused_by_its_text(written):
    with pytest.raises(ValidationError) as refusal:
        SIZE.validate_python(written)

    assert repr(written) in str(refusal.value)


@given(st.integers(0, 10**9))
def test_a_number_and_its_text_mean_the_same(number):
    assert DURATION.validate_python(str(number)) == DURATION.validate_python(number)
    assert SIZE.validate_python(str(number)) == SIZE.validate_python(number)


def test_settings_have_no_room_for_unknown_keys_and_do_not_change():
    class Block(Options):
        wait: Duration = 1.0
        """Seconds."""

    with pytest.raises(ValidationError, match="wiat"):
        Block.model_validate({"wiat": 2})
    with pytest.raises(ValidationError, match="frozen"):
        Block().wait = 2.0

    assert Block.model_fields["wait"].description == "Seconds."
