"""Sessions made up for tests."""

from mockforge.chance import rng
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject
from mockforge.learning.sequences import Sequences

EVERYBODY = Subject("*")
LAW = Law()


def walked(*sessions, started=1000.0, gap=1.0, first=1):
    """Return observations of *sessions*, each a list of steps, one after another.

    A step is an endpoint, or a tuple: endpoint, status, state, what is asked.
    """
    found: list[Observation] = []
    for number, steps in enumerate(sessions):
        for at, step in enumerate(steps):
            endpoint, status, state, asked = (
                (*step, *(200, None, None)[len(step) - 1 :])
                if isinstance(step, tuple)
                else (step, 200, None, None)
            )
            found.append(
                seen(
                    endpoint,
                    status=status,
                    state=state,
                    asked=(asked or endpoint).encode(),
                    session=f"{first}.{number}",
                    started=started + number * 5000 + at * gap,
                    id=first + len(found),
                )
            )
    return found


def seen(endpoint, **given):
    """Return one observation."""
    given = {
        "id": 1,
        "status": 200,
        "failure": None,
        "session": "s",
        "persona": None,
        "started": 1000.0,
        "first_byte": 0.1,
        "elapsed": 0.1,
        "size": 10,
        "asked": endpoint.encode(),
        **given,
    }
    return Observation(endpoint=endpoint, **given)


def learned(observations, law=LAW, batch=None):
    """Return what *observations* teach, in batches of so many."""
    found = Sequences()
    size = batch or len(observations) or 1
    for start in range(0, len(observations), size):
        found.update(EVERYBODY, observations[start : start + size], law)
    return found


def polls(lengths, endpoint="GET /jobs/{id}", done="done", seed=0):
    """Return sessions that make a job and read it *lengths* times before it is done."""
    chance = rng(seed, "polls")
    return [
        [
            ("POST /jobs", 202, "pending", f"make {number}"),
            *[(endpoint, 200, "pending", f"read {number}")] * length,
            (endpoint, 200, done, f"read {number}"),
            *["GET /home"] * chance.randrange(2),
        ]
        for number, length in enumerate(lengths)
    ]
