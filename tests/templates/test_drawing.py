import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.templates import compile_template
from tests.templates.scopes import rendered, scope


@given(st.integers(-1000, 1000), st.integers(0, 1000), st.integers(0, 99))
@settings(max_examples=50)
def test_numbers_are_from_the_one_to_the_other(low, more, seed):
    chance = {"rng": rng(seed)}
    for word in ("random_number", "rand.int", "random_int"):
        value = rendered(f"{{{{{word} {low} {low + more}}}}}", **chance)
        assert low <= value <= low + more
        assert isinstance(value, int)
    value = rendered(f"{{{{rand.float {low} {low + more} 3}}}}", **chance)
    assert low <= value <= low + more
    assert isinstance(value, float)


def test_both_ends_are_drawn():
    template = compile_template("{{rand.int 1 3}}", where="x")
    drawn = {template.render(scope(rng=rng(seed))) for seed in range(60)}

    assert drawn == {1, 2, 3}


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("{{uuid}}", r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}"),
        ("{{rand.uuid}}", r".{36}"),
        ("{{rand.string 12}}", r"[A-Za-z0-9]{12}"),
        ("{{rand.letters 3}}", r"[A-Za-z]{3}"),
        ("{{rand.digits 6}}", r"\d{6}"),
        ("{{rand.hex 8}}", r"[0-9a-f]{8}"),
        ("{{rand.choice 'a' 'b'}}", r"a|b"),
        ("{{random_number 0.25 0.5}}.", r"0\.\d{1,2}\."),
        ("{{rand.gauss 20 2.5}}", r"-?\d+(\.\d+)?"),
        ("{{rand.bool 1}}", "True"),
        ("{{rand.bool 0}}", "False"),
        ("{{rand.sample session.cart 2}}", r"\[\d, \d\]"),
        ("{{rand.choice session.cart}}", r"\d"),
        ("{{ session.cart | random }}", r"\d"),
        ("{{ range(3) }}", r"\[0, 1, 2\]"),
        ("{{ range(5, 0, -2) }}", r"\[5, 3, 1\]"),
        ("{{rand.choice query.none}}", "None"),
    ],
)
def test_what_is_drawn_has_its_shape(text, pattern):
    assert re.fullmatch(pattern, str(rendered(text)))


def test_a_new_one_each_time():
    first, second = rendered(["{{uuid}}", "{{uuid}}"])

    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        "{{rand.int 5 1}}",
        "{{rand.int 'a'}}",
        "{{rand.int 1.5 2}}",
        "{{rand.int 1 2 3}}",
        "{{rand.float 1 'b'}}",
        "{{rand.float 1 2 99}}",
        "{{rand.float 9 1}}",
        "{{rand.bool 2}}",
        "{{rand.string 100000}}",
        "{{rand.string -1}}",
        "{{rand.gauss 'a'}}",
        "{{rand.gauss 1 1 99}}",
        "{{rand.sample}}",
        "{{rand.sample 5}}",
        "{{random_number 'a' 5}}",
        "{{range}}",
        "{{range('a')}}",
        "{{range(1, 2, 0)}}",
        "{{rand}}",
        "{{rand.itn 1 2}}",
        "{{uuid 1}}",
    ],
)
def test_wrong_arguments_are_errors_at_load(text):
    with pytest.raises(ConfigError):
        compile_template(text, where="x")
