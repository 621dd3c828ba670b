import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.http import Response
from mockforge.provenance import Source
from mockforge.stages.blend import Candidate, blend
from mockforge.stages.blend.blend import Known
from mockforge.stages.reality.weights import REAL_FIRST, weights
from tests.stages.blend.documents import FIELDS, THING

STRATEGIES = ["field_level", "weighted", "body_blend"]


def answer(value, *, status=200, kind=b"application/json", **more):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    if more.get("packed"):
        body = gzip.compress(body, mtime=0)
    headers = [(b"Content-Type", kind), (b"Content-Length", b"%d" % len(body))]
    if more.get("packed"):
        headers.append((b"Content-Encoding", b"gzip"))
    headers += [(b"Set-Cookie", b"a=1"), (b"Set-Cookie", b"b=2")]
    return Response(status, tuple(headers), body, "OK")


def two(real, other, share=0.5):
    return [
        Candidate(Source.UPSTREAM, real, share),
        Candidate(Source.RECORDED, other, 1 - share),
    ]


def told(blended):
    body = blended.response.body
    if blended.response.header("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return json.loads(body)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_one_candidate_is_the_answer_byte_for_byte(strategy):
    only = answer(b"\xff\x00 not json", kind=b"image/png")

    made = blend([Candidate(Source.UPSTREAM, only, 1.0)], ["k"], strategy)

    assert made.response is only
    assert made.sources == (Source.UPSTREAM,)


@given(st.integers(), st.sampled_from(STRATEGIES))
def test_the_same_key_gives_the_same_answer(key, strategy):
    pair = two(answer({"a": "x", "b": "y"}), answer({"a": "z", "b": "w"}))

    one, again = (blend(pair, [key], strategy) for _ in range(2))

    assert one == again


def test_fields_are_of_either_and_provenance_says_of_which():
    pair = two(
        answer({"id": 1, "a": "x", "n": 1.5}), answer({"id": 1, "a": "z", "n": 2.5})
    )

    made = blend(pair, [1])

    assert told(made)["n"] == 2.0
    source = Source.UPSTREAM if told(made)["a"] == "x" else Source.RECORDED
    assert made.fields == {
        "$.a": (source,),
        "$.n": (Source.UPSTREAM, Source.RECORDED),
    }
    assert made.sources == (Source.UPSTREAM, Source.RECORDED)


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_status_and_headers_are_the_heavier_ones(share):
    pair = two(answer({"a": 1}, packed=True), answer({"a": 2, "b": 3}), share)

    made = blend(pair, [1])

    heavy = pair[share < 0.5].response
    names = [name for name, _ in made.response.headers]
    assert names == [name for name, _ in heavy.headers]
    assert made.response.header("Content-Length") == str(len(made.response.body))
    assert told(made)["a"] in (1, 2)


@pytest.mark.parametrize(
    ("real", "other", "why"),
    [
        (answer({"a": 1}), answer({"a": 1}, status=404), "another status"),
        (
            answer(b"<a/>", kind=b"text/xml"),
            answer(b"<b/>", kind=b"text/xml"),
            "no JSON",
        ),
        (answer(b"\xff\xfe", kind=b"image/png"), answer({"a": 1}), "no JSON"),
    ],
)
def test_what_cannot_be_mixed_is_chosen(real, other, why):
    for key in range(8):
        made = blend(two(real, other, 0.6), [key])

        assert made.response in (real, other)
        assert why in made.why


def test_weighted_draws_a_whole_answer():
    pair = two(answer({"a": 1, "b": 1}), answer({"a": 2, "b": 2}), 0.3)
    made = [blend(pair, [key], "weighted").response for key in range(1000)]

    share = sum(each is pair[0].response for each in made) / 1000
    assert abs(share - 0.3) < 0.05
    assert all(each in (pair[0].response, pair[1].response) for each in made)


def test_body_blend_takes_members_whole():
    real = {"user": {"n": "x", "m": "x"}, "items": [1, 2], "count": 2}
    other = {"user": {"n": "y", "m": "y"}, "items": [3], "count": 1}
    for key in range(20):
        found = told(blend(two(answer(real), answer(other)), [key], "body_blend"))

        assert found["user"] in (real["user"], other["user"])
        assert found["items"] in (real["items"], other["items"])
        assert found["count"] == len(found["items"])


def test_what_would_not_be_valid_is_not_mixed():
    schema = {
        "oneOf": [
            {"properties": {"a": {"const": n}, "b": {"const": n}}} for n in (1, 2)
        ]
    }
    pair = two(answer({"a": 1, "b": 1}), answer({"a": 2, "b": 2}), 0.4)

    for key in range(20):
        made = blend(pair, [key], known=Known(schema=schema))
        assert told(made) in ({"a": 1, "b": 1}, {"a": 2, "b": 2})


def test_what_both_lack_does_not_keep_them_from_being_mixed():
    schema = {"type": "object", "required": ["users"]}
    pair = two(
        answer(dict.fromkeys("abcdefgh", 1)),
        answer(dict.fromkeys("abcdefgh", 2)),
        0.5,
    )

    made = blend(pair, [1], known=Known(schema=schema))

    assert len(made.sources) == 2
    assert {*told(made).values()} == {1, 2}


def test_a_blend_has_no_fault_that_only_one_side_has():
    schema = {"type": "object", "properties": {"a": {"maximum": 5}}, "required": ["u"]}
    pair = two(answer({"a": 1, "b": 1}), answer({"a": 9, "b": 9}), 0.4)

    for key in range(20):
        made = blend(pair, [key], known=Known(schema=schema))
        assert told(made)["a"] == 1 or made.response is pair[1].response


def test_what_is_left_out_is_left_out_though_nothing_else_differs():
    real, other = {"items": [{"id": 1}, {"id": 2}]}, {"items": [{"id": 1}]}
    lengths = {
        len(told(blend(two(answer(real), answer(other)), [key]))["items"])
        for key in range(20)
    }

    assert lengths == {1, 2}


def test_no_candidate_and_too_many_are_refused():
    one = Candidate(Source.UPSTREAM, answer({}), 1.0)
    with pytest.raises(ValueError, match="not 0"):
        blend([], [1])
    with pytest.raises(ValueError, match="not 3"):
        blend([one] * 3, [1])


def at_ratio(ratio, sides, seed, strategy):
    """Return the sources of the fields of what is answered at *ratio*."""
    shares = weights(ratio)
    candidates = [
        Candidate(source, answer(sides[source]), shares.of(source))
        for source in REAL_FIRST
        if shares.of(source) > 0
    ]
    made = blend(candidates, ["k", seed], strategy)
    if len(made.sources) == 1:
        return dict.fromkeys(FIELDS, made.sources)
    # What is not told of is the same in both.
    return {name: made.fields.get(f"$.{name}", ()) for name in FIELDS}


@settings(max_examples=50)
@given(
    st.tuples(THING, THING, THING),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.integers(0, 10**6),
    st.sampled_from(STRATEGIES),
)
def test_turning_the_dial_up_makes_no_field_less_real(things, ratios, seed, strategy):
    told = [{"id": 1, **thing} for thing in things]
    sides = dict(zip(REAL_FIRST, told, strict=True))
    low, high = (at_ratio(ratio, sides, seed, strategy) for ratio in sorted(ratios))

    for name in FIELDS:
        if len({json.dumps(thing[name]) for thing in told}) == 3:
            # The two that a mean is of are ranked by the less real one.
            before, after = (
                max(map(REAL_FIRST.index, each[name]), default=None)
                for each in (low, high)
            )
            if before is not None and after is not None:
                assert after <= before


@settings(max_examples=30)
@given(
    st.tuples(st.binary(max_size=40), st.binary(max_size=40)),
    st.sampled_from([b"application/json", b"image/png", b"text/event-stream"]),
    st.floats(0.01, 0.99),
    st.sampled_from(STRATEGIES),
)
def test_what_is_no_json_is_one_of_the_two_byte_for_byte(bodies, kind, share, strategy):
    mine, theirs = (answer(b"\xff" + body, kind=kind) for body in bodies)
    pair = two(mine, theirs, share)

    made = blend(pair, ["k"], strategy)

    assert any(made.response is each.response for each in pair)


def test_numbers_nobody_averages_keep_their_digits():
    same = b'{"id": 1, "big": 12345678901234567890123, "sum": 275.00, "w": "'
    real, other = same + b'a"}', same + b'b", "x": 1e400}'
    found = {
        blend(two(answer(real), answer(other)), [n]).response.body for n in range(20)
    }

    assert len(found) > 2
    for body in found:
        assert body.startswith(same)
