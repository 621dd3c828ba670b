import pytest

from tests.templates.scopes import rendered

CASES = [
    ("'a b' | upper", "A B"),
    ("'A B' | lower", "a b"),
    ("'aB c' | capitalize", "Ab c"),
    ("'aB o\\'neil' | title", "Ab O'neil"),
    ("'aB'.upper()", "AB"),
    ("' a ' | trim", "a"),
    ("'Für Élise!' | slug", "fur-elise"),
    ("'a-b-c' | replace('-', '')", "abc"),
    ("'a-b'.replace('-', '+')", "a+b"),
    ("'a,b' | split(',')", ["a", "b"]),
    ("'a  b' | split", ["a", "b"]),
    ("'abcdef' | truncate(5)", "ab..."),
    ("'abc' | truncate(5)", "abc"),
    ("'abcdef' | substring(1, 3)", "bc"),
    ("7 | pad(3)", "007"),
    ("'a' | pad_end(3, '.')", "a.."),
    ("'42' | int", 42),
    ("'4.7' | int", 4),
    ("'x' | int(0)", 0),
    ("'x' | int", None),
    ("'4.5' | float", 4.5),
    ("5 | string", "5"),
    ("'no' | bool", False),
    ("'yes' | bool", True),
    ("2.718 | round(2)", 2.72),
    ("2.718 | round", 3),
    ("-3 | abs", 3),
    ("body.user | tojson", '{"name":"Ann","age":41,"vip":true}'),
    ("[1] | tojson(2)", "[\n  1\n]"),
    ("'[1, {\"a\": null}]' | fromjson", [1, {"a": None}]),
    ("'[NaN]' | fromjson", None),
    ("'{' | fromjson", None),
    ("'é' | base64", "w6k="),
    ("'w6k=' | base64_decode", "é"),
    ("'%' | base64_decode", None),
    ("'abc' | md5", "900150983cd24fb0d6963f7d28e17f72"),
    ("('abc' | sha256)[:8]", "ba7816bf"),
    ("'a b/é' | urlencode", "a%20b%2F%C3%A9"),
    ("'a+b%2F' | urldecode", "a b/"),
    ("'<\"&' | e", "&lt;&#34;&amp;"),
    ("query.none | default('x')", "x"),
    ("body.none | default('x')", "x"),
    ("'' | default('x')", ""),
    ("'' | default('x', true)", "x"),
    ("query.none | upper", None),
    ("query.none | upper | default('x')", "x"),
    ("5 | upper", "5"),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_a_filter_gives_what_it_says(text, value):
    assert rendered(f"{{{{ {text} }}}}") == value
