"""Observations of one endpoint, made of words: for tests of its failures."""

from random import Random

from mockforge.exchange import FailureKind
from mockforge.learning.failures import Failures
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject

ENDPOINT = "GET /things/{id}"
HERE = Subject(ENDPOINT)
LAW = Law()
KINDS = {kind.value: kind for kind in FailureKind}


def seen(number, outcome="200", asked="a", session="s", **more):
    """Return what ended as *outcome* says: a status, or a kind of failure."""
    return Observation(
        id=number,
        endpoint=more.pop("endpoint", ENDPOINT),
        status=int(outcome) if outcome.isdigit() else 0,
        failure=KINDS.get(outcome),
        session=session,
        persona=None,
        started=float(number),
        first_byte=0.01,
        elapsed=0.02,
        size=10,
        asked=asked.encode(),
        **more,
    )


def talk(text):
    """Return what *text* tells, word for word: what was asked, `:`, how it ended.

    Another session than `s` stands before it, as in `t/a:200`.
    """
    told = []
    for number, word in enumerate(text.split(), start=1):
        asked, _, outcome = word.partition(":")
        session, _, asked = asked.rpartition("/")
        told.append(seen(number, outcome, asked, session or "s"))
    return told


def unique(outcomes, session=lambda number: "s"):
    """Return *outcomes*, "" for a good one, each of another request."""
    return [
        seen(number, outcome or "200", f"{number}", session(number))
        for number, outcome in enumerate(outcomes, start=1)
    ]


def modulated(begins, ends, count, seed, outcome="503"):
    """Return the outcomes of a source that is well or not, and seldom changes."""
    chance, is_bad, made = Random(seed), False, []
    for _ in range(count):
        is_bad = chance.random() >= ends if is_bad else chance.random() < begins
        made.append(outcome if is_bad else "")
    return made


def independent(share, count, seed, outcome="503"):
    """Return outcomes of which none depends on another."""
    chance = Random(seed)
    return [outcome if chance.random() < share else "" for _ in range(count)]


def learned(observations, batch=60, law=LAW):
    """Return what was learned of *observations* in updates of *batch*."""
    failures = Failures()
    for start in range(0, len(observations), batch):
        failures.update(HERE, observations[start : start + batch], law)
    return failures


def bursts(outcomes):
    """Return how long the failures in a row among *outcomes* are, on average."""
    runs = "".join("x" if each else " " for each in outcomes).split()
    return sum(map(len, runs)) / len(runs) if runs else 0.0
