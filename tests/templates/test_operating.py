import pytest

from mockforge.errors import ConfigError
from mockforge.templates import compile_template
from tests.templates.scopes import rendered

CASES = [
    ("1 + 2 * 3", 7),
    ("(1 + 2) * 3", 9),
    ("7 // 2 + 7 % 2 - 2 ** 3", -4),
    ("-body.user.age", -41),
    ("+body.user.age", 41),
    ("'a' + 'b'", "ab"),
    ("'a' ~ 1 ~ true ~ query.none", "a1true"),
    ("[1] + [2]", [1, 2]),
    ("'ab' * 2", "abab"),
    ("1 < 2 < 3", True),
    ("1 < 3 < 2", False),
    ("1 == 1.0 != true", True),
    ("'a' < 1", False),
    ("2 in session.cart", True),
    ("9 not in session.cart", True),
    ("'a' in 5", False),
    ("query.none or 'x'", "x"),
    ("query.page and 'x'", "x"),
    ("not query.none", True),
    ("'y' if body.user.vip else 'n'", "y"),
    ("'y' if query.none", None),
    ("[1, query.page, [true]]", [1, "2", [True]]),
    ("(1, 2)", [1, 2]),
    ("{'a': 1, params.id: 2}", {"a": 1, "42": 2}),
    ("body.user.name + 1", None),
    ("query.none + 1", None),
    ("body.user.age / 0", None),
    ("session.cart[1:]", [2, 3]),
    ("session.cart[::-1]", [3, 2, 1]),
    ("session.cart['a':]", None),
    ("5[1:]", None),
    ("5[0]", None),
    ("none", None),
    ("1_000", 1000),
    ("2 hours", 7200),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_operators_are_those_of_jinja(text, value):
    made = rendered(f"{{{{ {text} }}}}")

    assert made == value
    assert isinstance(made, bool) == isinstance(value, bool)


@pytest.mark.parametrize("text", ["1 / 0", "'a' - 1", "2 ** 9999", "-[1] + 1"])
def test_what_can_never_be_reckoned_is_an_error_at_load(text):
    if text.startswith("-"):
        assert rendered(f"{{{{ {text} }}}}") is None
        return
    with pytest.raises(ConfigError, match="is nothing, or too much"):
        compile_template(f"{{{{ {text} }}}}", where="x")
