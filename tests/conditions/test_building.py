import pytest

from mockforge.conditions import compile_expression, find_problems


@pytest.mark.parametrize(
    ("text", "names", "value"),
    [
        ("headers.a", {"headers": {"A": 1}}, 1),
        ("headers.a", {"headers": None}, None),
        ("headers.a-b.c", {"headers": {"A-B": {"c": 2}}}, None),
        ("body.x", {"body": "x"}, None),
        ("body[0]", {"body": {"0": 5}}, 5),
        ("body.0", {"body": [5]}, 5),
        ("body.x", {"body": [5]}, None),
        ("body[7]", {"body": [5]}, None),
        ("body[-1]", {"body": [5, 6]}, 6),
        ("body.99999999999999999999", {"body": [5]}, None),
        ('body["a.b"]', {"body": {"a.b": 3}}, 3),
        ("Body", {"Body": 1, "body": 2}, 1),
        ("order + island", {"order": 1, "island": 2}, 3),
        ("16:00 - 9:00", {}, 25200.0),
        ("-'5'", {}, -5),
        ("'5' + '6'", {}, "56"),
        ("5 + '6'", {}, 11),
    ],
)
def test_names_are_looked_up(text, names, value):
    if text == "headers.a-b.c":
        assert find_problems(text, names=None)
        return
    assert compile_expression(text, where="x", names=None).value(names) == value


def test_depth_is_told_once():
    problems = find_problems("not " * 200 + "true")

    assert [str(problem) for problem in problems] == [
        "it is nested deeper than 50 (column 1)"
    ]
