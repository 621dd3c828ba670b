"""What is counted in many trades is as large as people there expect."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW


@pytest.mark.parametrize(
    ("path", "name", "low", "high"),
    [
        ("/library/loans/7", "renewals", 0, 3),
        ("/matches/7", "yellowCards", 0, 6),
        ("/matches/7", "minute", 1, 120),
        ("/hives/7", "queen_year", 2020, 2026),
        ("/tracks/7", "durationMs", 100_000, 400_000),
        ("/patients/7/vitals", "respRate", 8, 24),
        ("/pods/7", "terminationGracePeriodSeconds", 10, 60),
        ("/games/7", "lives", 1, 5),
        ("/models/7", "maxTokens", 256, 8192),
        ("/employees/7", "hourlyRate", 10, 190),
        ("/employees/7", "weeklyPay", 400, 2400),
        ("/posts/7", "read_time", 1, 12),
        ("/trains/7", "carriages", 2, 14),
        ("/planets/7", "diameterKm", 400, 150_000),
    ],
)
def test_a_count_is_usual_in_its_trade(path, name, low, high):
    schema = thing(f"{name}:i")
    several = [
        Maker(schema).made(Wanted(schema, path=path), rng(seed, path), now=NOW)[name]
        for seed in range(8)
    ]

    assert all(low <= one <= high for one in several), several
    assert len({*several}) > 1


def test_shares_of_sound_are_between_nothing_and_one():
    schema = thing("danceability:n energy:n valence:n speechiness:n loudness:n")
    made = Maker(schema).made(Wanted(schema, path="/audio-features/7"), rng(1), now=NOW)

    assert all(0 <= made[name] <= 1 for name in ("danceability", "energy", "valence"))
    assert made["loudness"] < 0
