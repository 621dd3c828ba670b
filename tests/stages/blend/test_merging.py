"""Two documents become one that could have been said by a single server."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import Merging
from mockforge.stages.blend.plan import BOTH, OTHER, REAL, Plan
from tests.stages.blend.documents import FACTS, THING, plain, text
from tests.stages.blend.documents import listed as told

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


def merged(real, other, share=0.5, seed=1, *, rules=None, merging=None):
    merging = merging or Merging(Lots(seed), share, Plan(rules=rules))
    return plain(merging.merged(text(real), text(other)))


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

    found = merged(real, other, merging=merging)

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


PAIR = st.tuples(THING, THING)


@settings(max_examples=50)
@given(PAIR, SHARES, SEEDS)
def test_what_says_which_thing_it_is_is_of_one_side(pair, share, seed):
    real, other = ({"id": 1, **thing} for thing in pair)

    found = merged(real, other, share, seed)

    facts = {name: found[name] for name in FACTS}
    assert facts in ({name: side[name] for name in FACTS} for side in (real, other))
    assert found["owner"] in (real["owner"], other["owner"]) or (
        real["owner"]["id"] == other["owner"]["id"]
    )
    for name in ("active", "note", "tags", "stock", "mark"):
        assert found[name] in (real[name], other[name])
    low, high = sorted((real["rating"], other["rating"]))
    assert low <= found["rating"] <= high


@settings(max_examples=50)
@given(PAIR, SHARES, SHARES, SEEDS)
def test_more_share_turns_no_real_choice_of_a_thing_into_another(pair, a, b, seed):
    real, other = ({"id": 1, **thing} for thing in pair)
    sides = []
    for share in sorted((a, b)):
        merging = Merging(Lots(seed), share)
        merged(real, other, merging=merging)
        sides.append(merging.sides)

    for place, side in sides[0].items():
        if side == REAL:
            assert sides[1].get(place) == REAL


def test_each_field_is_real_as_often_as_the_share_says():
    names = [f"w{number}" for number in range(40)]
    for share in (0.1, 0.5, 0.85):
        found = [
            merged(
                dict.fromkeys(names, "real"), dict.fromkeys(names, "other"), share, seed
            )
            for seed in range(100)
        ]
        part = sum(each[name] == "real" for each in found for name in names) / 4000
        assert abs(part - share) < 0.03


def test_two_fields_do_not_go_together_unless_they_are_facts():
    real, other = ({"a": side, "b": side} for side in ("real", "other"))
    found = [merged(real, other, 0.5, seed) for seed in range(2000)]

    both = sum(each == real for each in found) / 2000
    assert abs(both - 0.25) < 0.04


@settings(max_examples=30)
@given(st.integers(0, 6), st.integers(0, 6), SHARES, SEEDS)
def test_counts_agree_with_their_lists_wherever_they_are(many, more, share, seed):
    def side(count):
        items = [{"id": n, "w": f"{n}"} for n in range(count)]
        paging = {"paging": {"total": count}}
        return {"data": items, "meta": paging, "results": count, "page": 1}

    found = merged(side(many), side(more), share, seed)

    assert found["meta"]["paging"]["total"] == len(found["data"]) == found["results"]
    assert found["page"] == 1


def test_another_kind_of_thing_with_the_same_id_is_taken_whole():
    real, other = (
        {"type": "user", "id": 1, "w": "a"},
        {"type": "team", "id": 1, "w": "b"},
    )
    for seed in range(9):
        assert merged(real, other, 0.5, seed) in (real, other)
        found = merged({"items": [real]}, {"items": [other]}, 0.5, seed)
        assert found["items"] in ([real], [other])


def test_items_that_nothing_names_are_not_mixed_if_they_tell_of_other_things():
    real, other = (
        [{"day": day, "heat": n + 0.5} for n, day in enumerate(days)]
        for days in (("mon", "tue"), ("tue", "wed"))
    )
    for seed in range(9):
        assert merged(real, other, 0.5, seed) in (real, other)
    same = [{**each, "heat": 9.5} for each in real]
    assert merged(real, same, 0.5)[0]["heat"] == 5.0


def test_a_rule_for_all_gives_way_to_one_before_it():
    real, other = ({"user": {"email": side, "w": side}} for side in ("real", "other"))
    email, user = ("user", "email"), ("user",)

    first = merged(real, other, rules={email: OTHER, user: REAL})
    last = merged(real, other, rules={user: REAL, email: OTHER})

    assert first == {"user": {"email": "other", "w": "real"}}
    assert last == real


def test_a_rule_says_too_whether_a_field_is_there():
    for seed in range(9):
        assert merged({"w": 1}, {}, seed=seed, rules={("w",): OTHER}) == {}
        assert merged({}, {"w": 1}, seed=seed, rules={("w",): OTHER}) == {"w": 1}


def test_a_rule_counts_also_in_what_is_else_of_one_side():
    real, other = ({"id": n, "email": f"{n}", "w": f"{n}"} for n in (1, 2))
    for seed in range(9):
        found = merged(real, other, seed=seed, rules={("email",): OTHER})

        assert found["email"] == "2"
        assert found["w"] == str(found["id"])


@settings(max_examples=30)
@given(st.dictionaries(st.integers(1, 30), THING, max_size=12), SHARES, SEEDS)
def test_lists_of_many_things_keep_the_order_of_the_more_real_one(things, share, seed):
    real, other = told(things), told(dict(reversed(things.items())))

    found = merged(real, other, share, seed)

    assert found == real


def test_nesting_without_end_ends():
    real, other = "a", "b"
    for _ in range(150):
        real, other = {"w": real}, {"w": other}  # type: ignore[assignment]

    assert merged(real, other) in (real, other)
