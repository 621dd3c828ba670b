import pytest

from mockforge.cli import simulating
from mockforge.errors import ConfigError
from tests.simulation.test_outcome import outcome


def test_fields_are_read_with_variables(monkeypatch):
    monkeypatch.setenv("TOKEN", "a: b")

    found = simulating.fields(["X-A: 1", "Authorization:Bearer ${TOKEN}", "B: ${C:-d}"])

    assert found == (
        (b"X-A", b"1"),
        (b"Authorization", b"Bearer a: b"),
        (b"B", b"d"),
    )


@pytest.mark.parametrize("given", ["secret", ": x", "a b: c", "A: ☃", "A: b\r\nC: d"])
def test_what_is_no_field_is_refused_and_not_shown(given):
    with pytest.raises(ConfigError) as refused:
        simulating.fields([given])

    assert given not in str(refused.value)


def test_progress_says_how_far_it_is():
    simulation = outcome().simulation

    told = simulating._progress(simulation)

    assert told.share == 0.0
    assert "0 requests" in told.text
