import pytest
from pydantic import ValidationError

from mockforge.http import Request
from mockforge.recordings.matchers import Matcher, MatchOptions

MATCHER = Matcher(MatchOptions())
JSON = (b"Content-Type", b"application/json")
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")


def ask(method="POST", target="/orders?a=1&b=2", headers=(JSON,), body=b'{"n": 1}'):
    return Request(method, "http", "api.example.com", target, tuple(headers), body)


def matcher(**options):
    return Matcher(MatchOptions.model_validate(options))


def same(one, other, by=MATCHER):
    equal = by.key(one) == by.key(other)
    differences = by.differences(one, other)
    # What is not equal can be told, and what can be told is not equal.
    assert equal == (not differences)
    assert equal == (by.distance(one, other) == 0)
    return equal


BASE = ask()


@pytest.mark.parametrize(
    ("ignore", "other"),
    [
        ("$.n", ask(body=b'{"n": 2}')),
        ("$.n", ask(body=b"{}")),
        ("$.*", ask(body=b'{"x": 2}')),
        ("$", ask(body=b"[1, 2]")),
        ("query:b", ask(target="/orders?a=1&b=3")),
        ("?b", ask(target="/orders?a=1")),
        ("header:range", ask(headers=[JSON, (b"Range", b"bytes=0-1")])),
        ("header:X-*", ask(headers=[JSON, (b"X-Amz-Target", b"a")])),
    ],
)
def test_what_is_ignored_does_not_matter(ignore, other):
    assert not same(BASE, other)
    assert same(BASE, other, matcher(ignore=[ignore]))


def test_fields_of_forms_and_parts_can_be_ignored():
    def parts(value):
        head = b"Content-Disposition: form-data; name=nonce"
        kind = (b"Content-Type", b"multipart/form-data; boundary=x")
        return ask(headers=[kind], body=b"--x\r\n%s\r\n\r\n%s\r\n--x--" % (head, value))

    one, other = (ask(headers=[FORM], body=b"a=1&nonce=%d" % n) for n in (1, 2))

    assert same(one, other, matcher(ignore=["form:nonce"]))
    assert not same(one, other, matcher(ignore=["form:a", "part:nonce"]))
    assert same(parts(b"1"), parts(b"2"), matcher(ignore=["part:nonce"]))
    assert not same(parts(b"1"), parts(b"2"), matcher(ignore=["form:nonce"]))


def test_lines_of_json_are_ignored_into_each():
    kind = (b"Content-Type", b"application/x-ndjson")
    one, other = (
        ask(headers=[kind], body=b'{"t":%d}\n{"t":%d}' % n) for n in ((1, 2), (3, 4))
    )

    assert not same(one, other)
    assert same(one, other, matcher(ignore=["$.t"]))


def test_headers_matter_when_they_are_named():
    one, other = (ask(headers=[JSON, (b"X-Tenant", v)]) for v in (b"a", b"b"))

    assert same(one, other)
    assert not same(one, other, matcher(headers=["x-tenant"]))
    assert same(
        one, ask(headers=[(b"x-tenant", b" a "), JSON]), matcher(headers=["X-Tenant"])
    )


def test_the_content_type_may_matter_too():
    one, other = ask(body=b""), ask(headers=[FORM], body=b"")

    assert same(one, other)
    assert not same(one, other, matcher(headers=["content-type"]))


def test_an_endpoint_may_have_its_own():
    by = matcher(
        ignore=["?a"],
        endpoints={
            "POST /orders": {"ignore": ["$.n"], "headers": ["x-tenant"]},
            "/orders/*": {"ignore": ["?b"]},
        },
    )

    assert same(BASE, ask(target="/orders?a=9&b=2", body=b'{"n": 2}'), by)
    assert not same(BASE, ask(headers=[JSON, (b"X-Tenant", b"a")]), by)
    assert not same(BASE, ask(target="/orders?a=1&b=3"), by)
    assert same(ask(target="/orders/1?a=1&b=2"), ask(target="/orders/1?b=3"), by)
    assert not same(ask(target="/orders/1"), ask(target="/orders/1", body=b""), by)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"after_last": "cycle"},
    ],
)
def test_keys_of_a_recording_can_be_used_where_nothing_is_configured(options):
    assert matcher(**options).is_default


@pytest.mark.parametrize(
    "options",
    [{"ignore": ["?a"]}, {"headers": ["a"]}, {"endpoints": {"/a": {"ignore": ["?a"]}}}],
)
def test_keys_of_a_recording_are_made_anew_where_something_is(options):
    assert not matcher(**options).is_default


@pytest.mark.parametrize(
    ("options", "place", "hint"),
    [
        ({"ignore": ["?a", "qurey:b"]}, ("ignore", 1), "did you mean 'query:b'?"),
        ({"headers": ["x y"]}, ("headers", 0), "write e.g. 'x-y'"),
        ({"endpoints": {"orders": {}}}, ("endpoints", "orders"), "'/orders/*'"),
        (
            {"endpoints": {"/a": {"ignore": ["$["]}}},
            ("endpoints", "/a", "ignore", 0),
            "is not a JSONPath",
        ),
        ({"after_last": "loop"}, ("after_last",), "'last', 'cycle' or 'miss'"),
        ({"ignores": []}, ("ignores",), "not permitted"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_place_and_the_right_thing(
    options, place, hint
):
    with pytest.raises(ValidationError) as refusal:
        matcher(**options)

    (problem,) = refusal.value.errors()
    assert problem["loc"][: len(place)] == place
    assert hint in problem["msg"]


def test_the_order_of_headers_does_not_matter_but_that_of_their_values_does():
    by = matcher(headers=["a", "b"])
    asked = ask(headers=[(b"a", b"1"), (b"b", b"2"), (b"a", b"3")])

    assert same(asked, ask(headers=[(b"b", b"2"), (b"a", b"1"), (b"a", b"3")]), by)
    assert not same(asked, ask(headers=[(b"a", b"3"), (b"b", b"2"), (b"a", b"1")]), by)
