import gzip
import json
from urllib.parse import quote, quote_plus

from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.exactjson import frozen
from mockforge.http import Request
from mockforge.recordings.canonical import packed
from mockforge.recordings.matchers import Matcher, MatchOptions

MATCHER = Matcher(MatchOptions())
JSON = (b"Content-Type", b"application/json")
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")


def ask(method="POST", target="/orders?a=1&b=2", headers=(JSON,), body=b'{"n": 1}'):
    return Request(method, "http", "api.example.com", target, tuple(headers), body)


def same(one, other, by=MATCHER):
    equal = by.key(one) == by.key(other)
    differences = by.differences(one, other)
    # What is not equal can be told, and what can be told is not equal.
    assert equal == (not differences)
    assert equal == (by.distance(one, other) == 0)
    return equal


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
NUMBERS = st.integers(-100, 100) | st.decimals(-100, 100, places=2).map(float)
DOCUMENTS = st.recursive(
    SCALARS | NUMBERS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def respelled(value, rng):
    """Write *value* as JSON in another way that means the same."""
    if isinstance(value, dict):
        members = [
            f"{respelled(k, rng)} : {respelled(v, rng)}" for k, v in value.items()
        ]
        rng.shuffle(members)
        return "{ " + ",\n".join(members) + "}"
    if isinstance(value, list):
        return "[ " + " , ".join(respelled(item, rng) for item in value) + " ]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=rng.random() < 0.5)
    if isinstance(value, int) and not isinstance(value, bool):
        return rng.choice([f"{value}", f"{value}.0", f"{value * 10}e-1", f"{value}E0"])
    if isinstance(value, float):
        text = f"{value:.3f}"
        return rng.choice([text, f"{text}00", f"{text}e0"])
    return json.dumps(value)


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_json_is_the_same_however_it_is_written(value, rng):
    one = ask(body=json.dumps(value).encode())
    other = ask(body=respelled(value, rng).encode())
    coded = ask(
        headers=[JSON, (b"Content-Encoding", b"gzip")], body=gzip.compress(other.body)
    )

    assert same(one, other)
    assert same(one, coded)


@given(DOCUMENTS, DOCUMENTS)
def test_other_json_is_another_question(one, other):
    texts = [json.dumps(value) for value in (one, other)]
    equal = packed(frozen(texts[0])) == packed(frozen(texts[1]))

    assert same(*(ask(body=text.encode()) for text in texts)) == equal


PAIRS = st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=4)


def encoded(pairs, rng):
    def escape(text):
        return rng.choice([quote, quote_plus])(text, safe=rng.choice(["", "/:@"]))

    parts = [f"{escape(n)}={escape(v)}" for n, v in pairs]
    rng.shuffle(parts)
    return "&".join(part.removesuffix("=") or "=" for part in parts)


@given(PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_queries_and_forms_are_equal_as_multisets(one, other, rng):
    equal = sorted(one) == sorted(other)
    queries = [ask("GET", f"/?{encoded(p, rng)}", (), b"") for p in (one, one, other)]
    forms = [
        ask(headers=[FORM], body=encoded(p, rng).encode()) for p in (one, one, other)
    ]

    for first, again, different in (queries, forms):
        assert same(first, again)
        assert same(first, different) == equal


CONTENTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.binary(max_size=6) | st.just(b"[1]")),
    min_size=1,
    max_size=3,
)


def multipart(parts, boundary):
    body = b"".join(
        b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (boundary, name.encode(), content)
        for name, content in parts
    )
    kind = (b"Content-Type", b"multipart/form-data; boundary=" + boundary)
    return ask(headers=[kind], body=body + b"--" + boundary + b"--\r\n")


@given(CONTENTS, CONTENTS)
def test_parts_are_equal_whatever_the_boundary(one, other):
    first, again = multipart(one, b"xxxxxxxxxx"), multipart(one, b"yyyyyyyyyyyy")

    assert same(first, again)
    assert same(first, multipart(other, b"yyyyyyyyyyyy")) == (one == other)


@given(
    st.binary(max_size=30), st.binary(max_size=30), st.sampled_from([JSON, FORM, None])
)
def test_any_bytes_have_a_key_and_equal_bytes_the_same(one, other, kind):
    headers = (kind,) if kind else ()
    asked, again = ask(headers=headers, body=one), ask(headers=headers, body=bytes(one))

    assert same(asked, again)
    same(asked, ask(headers=headers, body=other))
