import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import shown
from mockforge.learning.bindings import Source, learn_bindings
from mockforge.learning.bindings.timeline import Timeline
from mockforge.learning.bindings.volatile import volatile
from mockforge.learning.sample import Sample
from tests.learning.talks import NOW, Talk


def kinds(talk):
    told = volatile(Timeline(talk.samples))
    return {f"{one.endpoint} {shown(one.path)}": one.kind for one in told}


@pytest.mark.parametrize("runs", [1, 2, 4])
def test_a_key_that_the_client_makes_is_volatile_and_a_tenant_is_not(runs):
    talk = Talk()
    tenant = talk.uuid()
    for run in range(runs):
        for _ in range(2):
            body = {"tenant": tenant, "key": talk.uuid(), "name": "desk"}
            talk.say("POST /orders", asked=body, session=f"s{run}")

    assert kinds(talk) == {"POST /orders body.$.key": "made"}


def test_the_time_of_asking_is_volatile_from_one_request_on():
    talk = Talk()
    talk.say("GET /logs", f"/logs?until={int(NOW + 7)}&since=1577836800&page=1")

    assert kinds(talk) == {"GET /logs query.until": "made"}


def test_a_time_at_a_fixed_distance_from_asking_is_volatile():
    talk = Talk()
    for turn in range(3):
        since = int(NOW + 17 * (turn + 1)) - 5000
        talk.say("GET /logs", f"/logs?since={since}", wait=17)

    assert kinds(talk) == {"GET /logs query.since": "made"}


def test_what_an_answer_minted_is_carried_by_later_requests():
    talk = Talk()
    token, order = talk.uuid(), talk.uuid()
    talk.say("POST /login", asked={"user": "anna"}, told={"token": token})
    talk.say("POST /orders", asked={"csrf": token}, told={"id": order}, status=201)
    talk.say("GET /orders/{id}", f"/orders/{order}", told={"id": order})
    talk.say("GET /me", "/me", headers=[("X-Auth", f"Token {token}")])

    assert kinds(talk) == {
        "POST /orders body.$.csrf": "carried",
        "GET /orders/{id} path[1]": "carried",
        "GET /me header.x-auth": "carried",
    }
    origin = learn_bindings(talk.samples).fields["POST /orders"]["body", "csrf"].origin
    assert origin == Source("POST /login", True, ("body", "token"))


def test_a_number_that_a_creation_gave_is_carried():
    talk = Talk()
    talk.say("POST /orders", asked={"name": "desk"}, told={"id": 1007}, status=201)
    talk.say("GET /orders/{id}", "/orders/1007", told={"id": 1007})

    assert kinds(talk) == {"GET /orders/{id} path[1]": "carried"}


def test_a_small_number_is_carried_only_to_what_it_is_of():
    talk = Talk()
    talk.say("GET /teams", told={"teams": [{"id": 7, "name": "red"}]})
    talk.say("GET /teams/{id}", "/teams/7", told={"id": 7})
    talk.say("GET /floors/{id}", "/floors/7", told={"level": 3})

    assert kinds(talk) == {"GET /teams/{id} path[1]": "carried"}


def test_a_token_is_known_again_in_the_session_it_begins():
    talk = Talk()
    token = "c3RhdGUtb2YtdGhlLWFydC1rZXk0Nzc" + talk.uuid()[:8]
    talk.say("POST /login", told={"token": token}, session="addr:1")
    talk.say("GET /me", f"/me?access={token}", session="auth:2")

    assert kinds(talk) == {"GET /me query.access": "carried"}


def test_what_selects_answers_is_never_volatile():
    talk = Talk()
    ids = [talk.uuid(), talk.uuid()]
    for run in range(2):
        for page in (1, 2, 3):
            talk.say(
                "GET /items",
                f"/items?page={page}&q=red",
                told={"page": page, "items": [{"name": f"thing {page}"}]},
                session=f"s{run}",
            )
        for number, one in enumerate(ids):
            talk.say(
                "GET /find",
                f"/find?one={one}",
                told={"name": f"name {number}"},
                session=f"s{run}",
            )
            talk.say("GET /users/{id}", f"/users/{one}", session=f"s{run}")

    assert kinds(talk) == {}


def test_an_id_that_the_client_makes_is_carried_by_its_later_requests():
    talk = Talk()
    for run in range(2):
        one = talk.uuid()
        talk.say("PUT /docs/{id}", f"/docs/{one}", status=201, session=f"s{run}")
        talk.say("GET /docs/{id}", f"/docs/{one}", session=f"s{run}")

    assert kinds(talk) == {
        "PUT /docs/{id} path[1]": "made",
        "GET /docs/{id} path[1]": "carried",
    }


def test_the_number_of_a_call_is_volatile_and_a_page_is_not():
    talk = Talk()
    for number, method in enumerate(["open", "read", "close"], 1):
        body = {"jsonrpc": "2.0", "id": number, "method": method}
        talk.say(f"POST /{method}", asked=body)

    assert kinds(talk) == {
        f"POST /{name} body.$.id": "made" for name in ("close", "open", "read")
    }


@pytest.mark.parametrize("several", [False, True], ids=["one", "a batch"])
def test_a_single_call_of_json_rpc_is_known_by_its_form(several):
    talk = Talk()
    call = {"jsonrpc": "2.0", "id": 7, "method": "sum", "params": {"id": 7}}
    talk.say("POST /rpc", asked=[call] if several else call)

    place = "body.$[*].id" if several else "body.$.id"
    assert kinds(talk) == {f"POST /rpc {place}": "made"}


def test_a_name_with_the_time_in_it_is_volatile():
    talk = Talk()
    talk.say("POST /jobs", asked={"name": f"nightly-{int(NOW + 7)}", "kind": "a-b"})

    assert kinds(talk) == {"POST /jobs body.$.name": "made"}


def test_the_order_of_samples_changes_nothing():
    talk = Talk()
    for run in range(3):
        talk.say("POST /a", asked={"key": talk.uuid(), "n": run}, session=f"s{run}")

    forward, backward = learn_bindings(talk.samples), learn_bindings(talk.samples[::-1])

    assert forward.to_json() == backward.to_json()


bodies = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(st.tuples(bodies, bodies, st.integers(0, 2)), max_size=6))
def test_any_bodies_are_taken(all_of_them):
    talk = Talk()
    for asked, told, session in all_of_them:
        talk.say("POST /any", asked=asked, told=told, session=str(session))

    bindings = learn_bindings(talk.samples)

    assert bindings.volatile("POST /any") == bindings.minted_by_client(
        "POST /any"
    ) | bindings.carried("POST /any")


def test_no_samples_and_no_answer_are_taken():
    assert learn_bindings([]).volatile("GET /") == frozenset()
    talk = Talk()
    talk.say("GET /", "/")
    lost = Sample(talk.samples[0].exchange, "GET /", {}, talk.samples[0].asked, None)
    assert learn_bindings([lost]).volatile("GET /") == frozenset()
