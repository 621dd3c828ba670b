"""Traffic that is made up: for what is learned of any."""

from mockforge.chance import rng
from mockforge.exchange import FailureKind
from mockforge.learning.patterns.observation import Observation

ENDPOINTS = ("GET /items", "GET /items/{id}", "POST /items", "GET /jobs/{id}")
PERSONAS = (None, "vip", "guest")


def observation(number, **said):
    """Return an observation with *said*, the rest as is usual."""
    usual = {
        "endpoint": "GET /items",
        "status": 200,
        "failure": None,
        "session": "s",
        "persona": None,
        "started": 1_700_000_000.0 + number,
        "first_byte": 0.01,
        "elapsed": 0.02,
        "size": 100,
        "asked": number.to_bytes(4, "big"),
    }
    return Observation(id=number, **{**usual, **said})


def traffic(seed, count, *, pace=1.0):
    """Return *count* observations of several clients, with pauses and failures."""
    chance = rng(seed, "traffic")
    now, found = 1_700_000_000.0, []
    for number in range(1, count + 1):
        now += chance.expovariate(1 / pace)
        if chance.random() < 0.02:
            now += chance.uniform(10, 5000) * pace
        failure = FailureKind.RESET if chance.random() < 0.02 else None
        status = 0 if failure else chance.choice([200, 200, 200, 404, 503])
        elapsed = chance.lognormvariate(-3, 1)
        session = f"s{chance.randrange(5)}"
        follows = (
            chance.randrange(1, number)
            if chance.random() < 0.05 * (number > 1)
            else None
        )
        found.append(
            observation(
                number,
                endpoint=chance.choice(ENDPOINTS),
                status=status,
                failure=failure,
                session=session,
                persona=chance.choice(PERSONAS),
                started=now,
                first_byte=elapsed / 2 if status else None,
                elapsed=elapsed,
                size=chance.randrange(3000),
                asked=bytes([chance.randrange(40)]),
                state=chance.choice([None, "open", "done"]),
                retry_after=1.0 if status == 503 else None,
                follows=follows,
            )
        )
    return found
