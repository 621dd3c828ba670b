"""Two documents become one that could have been said by a single server."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import BOTH, OTHER, REAL, Merging

SHARES = st.floats(0, 1)
SEEDS = st.integers(0, 10**6)
SCALARS = st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=3)
DOCUMENTS = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "a", "b", "items"]), inner)
    ),
    max_leaves=12,
)


def merged(real, other, share=0.5, seed=1, **more):
    return Merging(Lots(seed), share, **more).merged(real, other)


@given(DOCUMENTS, DOCUMENTS, SEEDS)
def test_at_its_ends_it_is_one_of_the_two(real, other, seed):
    assert merged(real, other, 1.0, seed) == real
    assert merged(real, other, 0.0, seed) == other


@given(DOCUMENTS, SHARES, SEEDS)
def test_what_both_say_is_said(document, share, seed):
    assert merged(document, document, share, seed) == document


THINGS = st.dictionaries(
    st.integers(1, 6),
    st.fixed_dictionaries(
        {
            "email": st.text(max_size=4),
            "score": st.floats(0, 9).map(lambda x: round(x, 1)),
        }
    ),
    max_size=5,
)


def listed(things, side):
    items = [{"id": number, "side": side, **thing} for number, thing in things.items()]
    return {"items": items, "total": len(items)}


@settings(max_examples=60)
@given(THINGS, THINGS, SHARES, SEEDS)
def test_lists_lose_and_double_nothing_that_both_have(real, other, share, seed):
    found = merged(listed(real, "real"), listed(other, "other"), share, seed)
    ids = [item["id"] for item in found["items"]]

    assert len(set(ids)) == len(ids) == found["total"]
    assert set(real) & set(other) <= set(ids) <= set(real) | set(other)
    for item in found["items"]:
        emails = [
            each[item["id"]]["email"] for each in (real, other) if item["id"] in each
        ]
        assert item["email"] in emails


@settings(max_examples=60)
@given(THINGS, THINGS, SHARES, SHARES, SEEDS)
def test_a_greater_share_only_turns_what_is_not_real_into_what_is(
    real, other, a, b, seed
):
    one, two = (
        merged(listed(real, "real"), listed(other, "other"), share, seed)
        for share in sorted((a, b))
    )
    before = {item["id"]: item["side"] for item in one["items"]}
    after = {item["id"]: item["side"] for item in two["items"]}

    for number, side in before.items():
        if side == "real":
            assert after[number] == "real"


@given(SHARES, SEEDS)
def test_another_thing_is_taken_whole_from_one_side(share, seed):
    users = [
        {"id": 1, "email": "a@x", "created_at": "2024-01-01", "age": 1.5},
        {"id": 2, "email": "b@x", "created_at": "2025-01-01", "age": 9.5},
    ]

    assert merged(users[0], users[1], share, seed) in users
    within = merged({"user": users[0]}, {"user": users[1]}, share, seed)
    assert within["user"] in users


def test_measures_are_averaged_and_nothing_else_is():
    real = {"id": 7, "temperature": 20.0, "price": 10.5, "at": 1700000000, "n": 3}
    other = {"id": 7, "temperature": 22.0, "price": 20.5, "at": 1800000000, "n": 9}
    merging = Merging(Lots(1), 0.25)

    found = merging.merged(real, other)

    assert found["temperature"] == 21.5
    assert merging.sides["$.temperature"] == BOTH
    for name in ("id", "price", "at", "n"):
        assert found[name] in (real[name], other[name])


def test_what_a_rule_names_is_of_that_side():
    rules = {("user", "email"): OTHER, ("items", "n"): REAL}
    real = {"user": {"email": "real", "x": 1}, "items": [{"id": 1, "n": "real"}]}
    other = {"user": {"email": "other", "x": 2}, "items": [{"id": 1, "n": "other"}]}

    for seed in range(10):
        found = merged(real, other, seed=seed, rules=rules)
        assert found["user"]["email"] == "other"
        assert found["items"][0]["n"] == "real"


def test_members_keep_the_order_of_the_more_real_one():
    real, other = {"b": 1, "a": 2}, {"c": 3, "a": 4, "b": 5}

    for seed in range(10):
        assert [*merged(real, other, seed=seed)] in (["b", "a"], ["b", "a", "c"])


def test_no_more_is_told_than_anybody_reads():
    merging = Merging(Lots(1), 0.5)
    merging.merged(
        {f"f{n}": "a" for n in range(999)}, {f"f{n}": "b" for n in range(999)}
    )

    assert len(merging.sides) == 200
