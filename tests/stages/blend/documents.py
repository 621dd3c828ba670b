"""Documents for tests of blending: pairs that tell of the same things."""

import json

from hypothesis import strategies as st

from mockforge.stages.blend.texts import read, written

JSON = ((b"Content-Type", b"application/json"),)

WORDS = st.text("abcde é", max_size=4)
FRACTIONS = st.decimals(-99, 99, places=2).map(float)
STAMPS = st.integers(1, 9).map(lambda day: f"2024-01-0{day}T10:00:00Z")


def ordered(fields):
    """Draw an object with its members in the order of *fields*.

    Hypothesis turns them about, and most answers of one endpoint have one order.
    """
    return st.fixed_dictionaries(fields).map(
        lambda found: {name: found[name] for name in fields}
    )


FIELDS = {
    "name": WORDS,
    "email": st.integers(1, 9).map(lambda n: f"u{n}@example.com"),
    "created_at": STAMPS,
    "status": st.sampled_from(["open", "closed"]),
    "price": FRACTIONS,
    "currency": st.sampled_from(["EUR", "USD"]),
    "rating": FRACTIONS,
    "stock": st.integers(0, 99),
    "gear": st.integers(1, 5),
    "grade": st.sampled_from([0.5, 1.5, 4.25]),
    "active": st.booleans(),
    "note": WORDS | st.none(),
    "mark": st.sampled_from(["SKU-1", "SKU-22", "plain words"]),
    "tags": st.lists(WORDS, max_size=2),
    "place": ordered({"city": WORDS, "heat": FRACTIONS, "dry": st.booleans()}),
    "owner": ordered({"id": st.integers(1, 3), "login": WORDS}),
}
FACTS = ("id", "name", "email", "created_at", "status", "price", "currency")

THING = ordered(FIELDS)


def listed(things, **more):
    """Return a list of *things*, by their ids."""
    items = [{"id": number, **thing} for number, thing in things.items()]
    return {"items": items, "total": len(items), **more}


def text(value):
    """Return *value* as blending reads it."""
    found = read(JSON, json.dumps(value).encode())
    assert found is not None
    return found.value


def plain(value):
    """Return what blending made as Python has it."""
    return json.loads(written(value))
