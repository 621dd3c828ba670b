import pytest

from mockforge.templates.checks import TESTS
from tests.templates.scopes import rendered

CASES = [
    ("query.page is defined", True),
    ("query.none is defined", False),
    ("query.none is undefined", True),
    ("body.none is none", True),
    ("body.none is defined", True),
    ("5 is number and 5 is integer and 5.5 is float", True),
    ("true is number", False),
    ("true is boolean and true is true", True),
    ("'a' is string", True),
    ("body is mapping", True),
    ("session.cart is sequence and body is iterable", True),
    ("'' is empty and [] is empty", True),
    ("4 is even and 3 is odd", True),
    ("9 is divisibleby 3", True),
    ("9 is divisibleby 0", False),
    ("1 is in session.cart", True),
    ("session.cart is contains 9", False),
    ("5 is gt 4 and 5 is not lt 4 and 5 is ge 5 and 5 is le 5", True),
    ("'abc' is startswith 'ab'", True),
    ("5 is startswith 'a'", False),
    ("1 is eq 1.0 and 1 is ne true", True),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_a_test_tells_what_it_says(text, value):
    assert rendered(f"{{{{ {text} }}}}") is value


def test_signs_are_tests_too():
    assert {"==", "!=", "<", ">", "<=", ">="} <= TESTS.keys()
