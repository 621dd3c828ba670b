"""Which values a field means, and what each is known by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stages.drift.fields import known_by, lacking, parse_field, places

ORDER = {
    "status": "pending",
    "items": [{"id": 1, "quantity": 2}, {"id": 2, "quantity": 3}],
    "a.b": {"c d": 1},
    "prices": {"EUR": 1, "USD": 2},
}


def found(text, document=ORDER):
    return [(each.path, each.value) for each in places(document, parse_field(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status", [(("status",), "pending")]),
        ("$.status", [(("status",), "pending")]),
        ("items[0].quantity", [(("items", 0, "quantity"), 2)]),
        ("items[-1].quantity", [(("items", 1, "quantity"), 3)]),
        (
            "items[*].quantity",
            [(("items", 0, "quantity"), 2), (("items", 1, "quantity"), 3)],
        ),
        ("['a.b']['c d']", [(("a.b", "c d"), 1)]),
        ('$["a.b"]["c d"]', [(("a.b", "c d"), 1)]),
        ("prices.*", [(("prices", "EUR"), 1), (("prices", "USD"), 2)]),
        ("items[7].quantity", []),
        ("status.deeper", []),
        ("items.quantity", []),
    ],
)
def test_a_field_means_the_values_on_its_way(text, expected):
    assert found(text) == expected


def test_a_name_means_that_member_of_every_item_where_the_answer_is_a_list():
    listed = [{"id": 1, "status": "a"}, {"id": 2, "status": "b"}]

    assert found("status", listed) == [((0, "status"), "a"), ((1, "status"), "b")]
    assert found("[1].status", listed) == [((1, "status"), "b")]
    assert found("[*].status", listed) == found("status", listed)


@pytest.mark.parametrize(
    ("text", "column"),
    [("", 1), ("a..b", 2), ("a[", 2), ("a[x]", 2), ("a b", 2), (".a", 1), ("a.[0]", 2)],
)
def test_what_is_no_field_is_told_with_its_column(text, column):
    with pytest.raises(ValueError, match=rf"at column {column}\)"):
        parse_field(text)


NAMES = st.text(st.characters(exclude_characters="'"), min_size=1, max_size=5)


@settings(max_examples=50)
@given(st.lists(NAMES | st.integers(0, 9), min_size=1, max_size=4))
def test_what_a_field_is_shown_as_is_that_field(steps):
    text = "".join(
        f"['{step}']" if isinstance(step, str) else f"[{step}]" for step in steps
    )
    field = parse_field(text)

    assert field.steps == tuple(steps)
    assert parse_field(str(field)) == field


def test_items_are_known_by_what_identifies_them_wherever_they_stand():
    field = parse_field("[*].n")
    one, other = {"id": "a", "n": 1}, {"id": "b", "n": 2}

    before = {each.key: each.value for each in places([one, other], field)}
    after = {each.key: each.value for each in places([other, one], field)}

    assert before == after
    assert all(key.startswith("[#") for key in before)


@pytest.mark.parametrize(
    "items",
    [[{"n": 1}, {"n": 1}], [1, 2], [{"id": 1}, {"id": 1}], [{"id": 1}, {}], [[], {}]],
)
def test_items_that_nothing_identifies_are_known_by_their_number(items):
    keys = [each.key for each in places(items, parse_field("[*]"))]

    assert keys == ["[0]", "[1]"]


@pytest.mark.parametrize(
    ("document", "is_known"),
    [
        ({"id": 7}, True),
        ({"order_id": 7, "n": 1}, True),
        ({"symbol": "AAPL"}, True),
        ({"n": 1, "userId": 7}, False),
        ({"id": None}, False),
        ([{"id": 7}], False),
        (5, False),
        ({}, False),
    ],
)
def test_a_thing_is_known_by_its_id(document, is_known):
    assert (known_by(document) != "0") is is_known


@pytest.mark.parametrize(
    ("text", "document", "said"),
    [
        ("statuss", ORDER, "the answer has no field 'statuss'; it has 'status'"),
        ("items[*].qty", ORDER, "the answer has no field 'items[*].qty'"),
        ("items[*].quantiti", ORDER, "it has 'quantity'"),
        ("items[*].x", {"items": []}, None),
        ("status", [], None),
        ("x", [{"y": 1}], "no field 'x'"),
        ("status", {"status": 1}, None),
    ],
)
def test_a_field_that_is_not_there_is_told_with_the_nearest(text, document, said):
    told = lacking(document, parse_field(text))

    assert (told is None) if said is None else (told is not None and said in told)
