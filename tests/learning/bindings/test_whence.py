import base64
import hashlib
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import shown
from mockforge.learning.bindings import Bindings, Kind, learn_bindings
from mockforge.learning.bindings.bindings import learn_bindings as learn
from tests.learning.talks import Talk


def told(talk, key, status=200):
    """Return what is known of the answers of an endpoint, in words without counts."""
    found = learn_bindings(talk.samples).of(key, status)
    return {shown(path): str(one).rpartition(" (")[0] for path, one in found.items()}


def clock(seconds):
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


@pytest.fixture
def shop():
    """Three orders, each made and read."""
    talk = Talk()
    for number, (name, count) in enumerate(
        [("desk", 3), ("oak chair", 1), ("lamp", 3)], 1001
    ):
        body = {"name": name, "count": count, "rush": number % 2 == 0}
        order = {
            "id": number,
            **body,
            "state": "open",
            "made": clock(talk.now + 7.31),
            "url": f"https://api.test/orders/{number}",
        }
        location = [("Location", f"/orders/{number}")]
        talk.say("POST /orders", asked=body, told=order, status=201, answered=location)
        talk.say("GET /orders/{id}", f"/orders/{number}", told=order)
    return talk


def test_a_creation_echoes_mints_and_tells_the_time(shop):
    assert told(shop, "POST /orders", 201) == {
        "header.content-type": "always 'application/json'",
        "header.location": '"/orders/{the same as answer body.$.id}"',
        "body.$.id": "minted, counter",
        "body.$.name": "request body.$.name",
        "body.$.count": "request body.$.count",
        "body.$.rush": "request body.$.rush",
        "body.$.state": "always 'open'",
        "body.$.made": "the time of answering",
        "body.$.url": '"https://api.test/orders/{the same as answer body.$.id}"',
    }


def test_a_read_tells_what_the_creation_with_its_id_told(shop):
    found = told(shop, "GET /orders/{id}")

    link = "where body.$.id is path[1]"
    assert found["body.$.id"] == "request path[1]"
    for name in ("name", "count", "rush", "made"):
        assert found[f"body.$.{name}"] == f"POST /orders, answer body.$.{name} {link}"


def test_items_of_a_list_are_linked_by_what_stands_beside(shop):
    items = [{"id": 1001, "name": "desk"}, {"id": 1003, "name": "lamp"}]
    shop.say("GET /orders", told={"items": items, "total": 2})

    found = told(shop, "GET /orders")

    assert found["body.$.total"] == "the number of answer body.$.items"
    assert found["body.$.items[*].name"] == (
        "POST /orders, answer body.$.name where body.$.id is "
        "answer's body.$.items[*].id"
    )


def test_a_parameter_in_a_message_is_found_in_one_answer():
    talk = Talk()
    talk.say(
        "GET /orders/{id}", "/orders/77", told={"error": "no order 77"}, status=404
    )

    found = told(talk, "GET /orders/{id}", 404)

    assert found["body.$.error"] == '"no order {request path[1]}"'


@pytest.mark.parametrize(
    ("done", "way"),
    [
        (str.upper, "upper"),
        (lambda text: base64.b64encode(text.encode()).decode(), "base64"),
        (lambda text: text.replace(" ", "%20"), "percent"),
    ],
)
def test_other_forms_of_a_value_are_copies(done, way):
    talk = Talk()
    for name in ("oak desk", "elm chair"):
        talk.say("POST /a", asked={"name": name}, told={"label": done(name)})

    assert told(talk, "POST /a")["body.$.label"] == f"request body.$.name, as {way}"


def test_digests_and_lengths_of_bodies_are_told():
    talk = Talk()
    for name in ("oak desk", "elm chair"):
        body = f'{{"name": "{name}"}}'.encode()
        digest = hashlib.sha256(body).hexdigest()
        talk.say(
            "PUT /a",
            asked={"name": name},
            told={"size": len(body), "digest": f"sha256:{digest}"},
            answered=[("ETag", f'"{hashlib.md5(body).hexdigest()}"')],
        )

    found = told(talk, "PUT /a")

    assert found["header.etag"] == "a digest of request body.$, as md5 hex"
    assert found["body.$.size"] == "the bytes of request body.$"
    assert found["body.$.digest"] == (
        '"sha256:{a digest of request body.$, as sha256 hex}"'
    )


def test_a_default_stands_where_the_request_does_not_say():
    talk = Talk()
    for page in (None, 2, 3):
        target = "/items" if page is None else f"/items?page={page}"
        talk.say("GET /items", target, told={"page": page or 1})

    assert told(talk, "GET /items")["body.$.page"] == "request query.page, else '1'"


def test_sums_follow_their_items():
    talk = Talk()
    for prices in ((3.5, 4.25), (10, 1, 2), (7, 7)):
        lines = [{"price": price, "count": 2} for price in prices]
        body = {"lines": lines, "total": 2 * sum(prices), "price": sum(prices)}
        talk.say("POST /bills", asked={"lines": lines}, told=body)

    found = told(talk, "POST /bills")

    assert found["body.$.price"] == "the sum of answer body.$.lines[*].price"
    assert found["body.$.total"].startswith("the sum of answer body.$.lines[*].count")


def test_a_lifetime_is_told_from_now():
    talk = Talk()
    for _ in range(2):
        talk.say("POST /login", told={"expires": int(talk.now + 7.3 + 3600)})

    assert told(talk, "POST /login")["body.$.expires"] == "3600 s from now"


def test_small_values_do_not_bind_by_chance():
    talk = Talk()
    talk.say("POST /a?verbose=1", asked={"flag": True}, told={"level": 1, "ok": True})

    found = told(talk, "POST /a?verbose=1")

    assert found["body.$.level"] == "always '1'"
    assert found["body.$.ok"] == "always 'true'"


def test_one_sample_is_a_guess_of_low_confidence():
    talk = Talk()
    talk.say("POST /a", asked={"name": "a long enough name"}, told={"title": "x"})
    talk.say(
        "POST /b",
        asked={"name": "a long enough name"},
        told={"title": "a long enough name"},
    )

    one = learn(talk.samples).of("POST /b", 200)["body", "title"]

    assert (one.kind, one.support) == (Kind.REQUEST, 1)
    assert one.confidence < 0.3


def test_what_was_learned_is_the_same_after_json(shop):
    learned = learn_bindings(shop.samples)

    assert Bindings.from_json(learned.to_json()) == learned


names = st.text("abcdefghijklmnop", min_size=5, max_size=12)


@given(st.lists(st.tuples(names, st.integers(2, 9**9)), min_size=3, max_size=6))
def test_an_echo_is_found_whatever_it_is_called(rows):
    talk = Talk()
    for name, count in rows:
        talk.say("POST /x", asked={"a": name, "b": count}, told={"c": [{"d": name}]})

    found = learn_bindings(talk.samples).of("POST /x", 200)["body", "c", "*", "d"]

    assert found.kind in (Kind.REQUEST, Kind.CONSTANT)
    assert found.support == len(rows)


def test_contradictions_and_long_lists_are_taken():
    talk = Talk()
    random = Random(3)
    for _ in range(60):
        items = [{"id": random.random(), "n": None} for _ in range(50)]
        talk.say("GET /l", told=random.choice([items, {"items": items}, "text", 7]))

    assert learn_bindings(talk.samples).of("GET /l", 200)
