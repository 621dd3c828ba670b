import pytest

from tests.templates.scopes import rendered

CASES = [
    ("session.cart | join('-')", "1-2-3"),
    ("body.items | join(',', attribute='sku')", "x,y"),
    ("session.cart | length", 3),
    ("'abc' | length", 3),
    ("body.user | length", 3),
    ("5 | length", None),
    ("session.cart | first", 1),
    ("session.cart | last", 3),
    ("[] | first", None),
    ("'abc' | last", "c"),
    ("session.cart | reverse", [3, 2, 1]),
    ("'abc' | reverse", "cba"),
    ("[3, 1, 2] | sort", [1, 2, 3]),
    ("['b', 'a'] | sort(reverse=true)", ["b", "a"]),
    ("body.items | sort(attribute='price') | first", {"sku": "x", "price": 2}),
    ("[1, 'a'] | sort", None),
    ("[1, 2, 'a', 1] | unique", [1, 2, "a"]),
    ("[1, 2] | sum", 3),
    ("body.items | sum('price')", 5.5),
    ("[[1]] | sum", None),
    ("[3, 1] | min", 1),
    ("body.items | max('price')", 3.5),
    ("body.items | map(attribute='sku')", ["x", "y"]),
    ("body.items | map('sku') | join", "xy"),
    ("[{'a': {'b': [5]}}] | map('a.b.0')", [5]),
    ("body.items | selectattr('price', 'gt', 2) | map('sku')", ["y"]),
    ("body.items | rejectattr('price', 'gt', 2) | map('sku')", ["x"]),
    ("body.items | selectattr('sku') | length", 2),
    ("body.items | selectattr('sku', 'no_test')", None),
    ("body.items | selectattr('price', 'startswith', 'a')", []),
    ("'ab' | list", ["a", "b"]),
    ("5 | list", [5]),
    ("body.nothing | selectattr('price', 'gt', 10) | list", []),
    ("{'a': 1} | items", [["a", 1]]),
    ("{'a': 1}.items()", [["a", 1]]),
    ("{'a': 1} | keys", ["a"]),
    ("{'a': 1}.values()", [1]),
    ("5 | keys", None),
    ("{'a': 1}.get('a')", 1),
    ("{'a': 1}.get('b', 2)", 2),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_a_filter_of_lists_gives_what_it_says(text, value):
    assert rendered(f"{{{{ {text} }}}}") == value
