import pytest

from tests.templates.scopes import rendered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{% if body.user.vip %}a{% elif 1 %}b{% else %}c{% endif %}", "a"),
        ("{% if query.x %}a{% elif query.page == '2' %}b{% endif %}", "b"),
        ("{% if query.x %}a{% endif %}", ""),
        ("{% for i in session.cart %}{{i}};{% endfor %}", "1;2;3;"),
        ("{% for i in query.x %}{{i}}{% else %}none{% endfor %}", "none"),
        (
            "{% for x in body.items if x.price > 2 %}"
            "{{ loop.index }}/{{ loop.length }} {{x.sku}}{% endfor %}",
            "1/1 y",
        ),
        (
            "{% for k, v in body.user | items %}{{k}}={{v}}"
            "{% if not loop.last %}&{% endif %}{% endfor %}",
            "name=Ann&age=41&vip=true",
        ),
        ("{% for k in body.user %}{{k}} {% endfor %}", "name age vip "),
        ("{% set x = 5 %}{{ x * 2 }}", "10"),
        ("{% set a, b = [1, 2] %}{{ a }}{{ b }}", "12"),
        ("{% set x %}<{{ params.id }}>{% endset %}{{ x }}{{ x }}", "<42><42>"),
        ("{% set x = 1 %}{% for i in [1] %}{% set x = 2 %}{% endfor %}{{ x }}", "1"),
        ("{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{{ x }}", "2"),
        ("{% with x = 3, y = 4 %}{{ x }}{{ y }}{% endwith %}", "34"),
        ("a {%- if true %} b {%- endif %}", "a b"),
        (
            "{% for i in range(2) %}{% for j in range(2) %}{{ i }}{{ j }} "
            "{% endfor %}{% endfor %}",
            "00 01 10 11 ",
        ),
    ],
)
def test_statements_are_those_of_jinja(text, value):
    assert rendered(text) == value


def test_a_variable_of_one_text_is_none_of_the_next():
    assert rendered(["{% set uuid = 1 %}{{ uuid }}", "{{ uuid }}"])[1] != 1


def test_an_object_of_a_list_has_a_person_of_its_own():
    one = {"name": "{{name}}", "in": {"email": "{{email}}"}}
    made = rendered({"name": "{{first_name}}", **one, "list": [one, one]})
    first, last = made["name"].lower().split()

    assert made["in"]["email"].startswith(f"{first}.{last}@")
    assert len({made["name"], *(each["name"] for each in made["list"])}) == 3
    for each in made["list"]:
        assert each["in"]["email"].split("@")[0] == ".".join(
            each["name"].lower().split()
        )


def test_a_turn_of_a_loop_has_a_person_of_its_own():
    text = "{{name}} {% for x in range(3) %}|{{name}};{{email}}{% endfor %}|{{name}}"

    first, *turns, last = (each.strip() for each in rendered(text).split("|"))

    assert first == last
    assert len({first, *(turn.split(";")[0] for turn in turns)}) == 4
    for turn in turns:
        name, email = turn.lower().split(";")
        assert email.split("@")[0] == ".".join(name.split())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_end_as_they_are_written(end):
    text = "a\n{{ 1 }}\n{% for x in [2, 3] %}{{x}}\n{% endfor %}".replace("\n", end)

    assert rendered(text) == "a\n1\n2\n3\n".replace("\n", end)
    assert rendered(f"{{{{ 1 }}}}{end}") == 1
