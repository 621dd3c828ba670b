import json
from dataclasses import replace

import pytest

from mockforge.bodies.messages import told_of
from mockforge.chance import rng
from mockforge.exchange import Exchange
from mockforge.simulation.taking import Need, Spot
from mockforge.simulation.values import Values
from tests.simulation.worlds import stories_of
from tests.worlds import API, exchange

NOW = 1_800_000_000.0
A, B, C = "q7Rk2vXz9LmPw4TnYb8C", "Zt5Hn8KdW2xQv7JpRm3B", "Lp9Xc4VbN6sDf1GhTy7A"


def story(*steps):
    """Return a recorded session of (method, target, body, answer, fields)."""
    made: list[Exchange] = []
    for method, target, body, told, *fields in steps:
        made.append(
            exchange(
                method,
                f"{API}{target}",
                b"" if body is None else json.dumps(body).encode(),
                answer=json.dumps(told).encode(),
                headers=fields,
                id=len(made) + 1,
            )
        )
    return stories_of(made)


def bound(stories, *live):
    """Return the last request of the one session after the *live* answers."""
    values = Values(stories)
    for take, told in zip(stories.takes, live, strict=False):
        response = exchange(answer=json.dumps(told).encode()).response
        values.heard(take, told_of(response))
    return values.bound(stories.takes[-1], rng(1), NOW)


def test_a_token_in_a_longer_value_is_replaced_there():
    field = ("Authorization", f"Bearer {A}")
    stories = story(
        ("POST", "/login", {}, {"token": A}), ("GET", "/me", None, {}, field)
    )

    found = bound(stories, {"token": B})

    assert found.request.header("Authorization") == f"Bearer {B}"
    assert found.unbound == ()


def test_a_link_of_the_live_server_is_followed():
    stories = story(
        ("GET", "/list", None, {"next": f"{API}/list?cursor={A}&limit=2"}),
        ("GET", f"/list?cursor={A}&limit=2", None, {}),
    )

    found = bound(stories, {"next": f"{API}/list?cursor={B}&limit=2"})

    assert found.request.target == f"/list?cursor={B}&limit=2"


def test_numbers_stay_numbers_and_texts_texts():
    stories = story(
        ("GET", "/products", None, [{"id": 17, "name": "a"}, {"id": 18, "name": "b"}]),
        ("POST", "/cart", {"product_id": 18, "n": 18}, {}),
    )

    found = bound(stories, [{"id": 55, "name": "a"}, {"id": 56, "name": "b"}])

    assert json.loads(found.request.body) == {"product_id": 56, "n": 18}


def test_what_is_still_in_the_list_is_meant_wherever_it_stands_now():
    stories = story(
        ("GET", "/products", None, [{"id": A}, {"id": B}]),
        ("GET", f"/products/{B}", None, {}),
    )

    still = bound(stories, [{"id": C}, {"id": A}, {"id": B}])
    gone = bound(stories, [{"id": C}, {"id": A}])
    shorter = bound(stories, [{"id": C}])

    assert still.request.target == f"/products/{B}"
    assert gone.request.target == f"/products/{A}"
    assert shorter.request.target == f"/products/{C}"


@pytest.mark.parametrize("live", [{"token": None}, {}, {"token": {}}, [], "text"])
def test_a_value_that_no_answer_gives_stays_and_is_told(live):
    stories = story(("POST", "/login", {}, {"token": A}), ("GET", f"/me/{A}", None, {}))
    values = Values(stories)
    assert not values.is_bindable(stories.takes[1])

    found = bound(stories, live)

    assert found.request.target == f"/me/{A}"
    assert found.unbound == (("path", 1),)


def test_what_the_same_endpoint_told_last_stands_in_for_an_answer_never_heard():
    """A user who came here from another session has its own login, not this one's."""
    stories = story(
        ("POST", "/login", {}, {"token": A}),
        ("POST", "/login", {}, {"token": B}),
        ("GET", f"/me/{B}", None, {}),
    )

    found = bound(stories, {"token": C})

    assert found.request.target == f"/me/{C}"


def test_a_form_with_files_is_bound_too():
    body = f'--x\r\nContent-Disposition: form-data; name="t"\r\n\r\n{A}\r\n--x--\r\n'
    fields = ((b"Content-Type", b"multipart/form-data; boundary=x"),)
    told = json.dumps({"token": A}).encode()
    login = exchange("POST", f"{API}/login", b"{}", answer=told)
    last = exchange("POST", f"{API}/send")
    asked = replace(last.request, headers=fields, body=body.encode())
    stories = stories_of([login, replace(last, request=asked)])

    found = bound(stories, {"token": B})

    assert found.request.body == body.replace(A, B).encode()


def test_places_that_may_be_unique_are_names_and_what_is_minted():
    stories = story(
        (
            "POST",
            "/register",
            {
                "email": "a@b.example",
                "login": "grace",
                "age": 5,
                "plan": "basic",
                "full_name": "Grace Hopper",
            },
            {},
        ),
    )
    (take,) = stories.takes

    found = Values(stories).unique(take)

    assert {path[-1] for _, path in found} == {"email", "login"}


def test_a_new_name_is_used_again_where_the_recorded_one_was():
    stories = story(
        ("POST", "/register", {"login": "grace"}, {}),
        ("POST", "/login", {"login": "grace", "age": 5}, {}),
    )
    values = Values(stories)
    fresh = values.unique(stories.takes[0])

    first = values.bound(stories.takes[0], rng(1), NOW, fresh).request
    second = values.bound(stories.takes[1], rng(2), NOW, fresh).request

    name = json.loads(first.body)["login"]
    assert name != "grace"
    assert json.loads(second.body) == {"login": name, "age": 5}


def test_a_need_whose_place_is_of_another_shape_is_not_met():
    spot = Spot(0, "GET /a", ("body", "x"), f"id={A}; v=1")
    need = Need(("path", 0), A, True, (spot,))
    stories = story(
        ("GET", "/a", None, {"x": f"id={A}; v=1"}), ("GET", f"/{A}", None, {})
    )
    assert stories.takes[1].needs == (need,)

    met = bound(stories, {"x": f"id={B}; v=1"})
    other = bound(stories, {"x": f"v=1; id={B}; w=2"})

    assert met.request.target == f"/{B}"
    assert other.unbound == (("path", 0),)
