"""Access: whom an API lets in, and what it says of what is not there."""

from mockforge.sources.rebound.access import Access, owner
from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from tests.sources.rebound.sides import request, response

TOKEN = (b"authorization", b"Bearer token-0123456789")


def told(journal, key, status, *, name=None, token=True, answer=None):
    method, _, path = key.partition(" ")
    asked = request(method, path.replace("{id}", str(name)))
    if token:
        asked = replaced(asked)
    params = {} if name is None else {"id": name}
    moment = journal.ask(asked, key, params, 1)
    journal.tell(moment, response(status, answer))
    return moment


def replaced(asked):
    return type(asked)(
        asked.method,
        asked.scheme,
        asked.authority,
        asked.target,
        (*asked.headers, TOKEN),
        asked.body,
    )


def recording():
    journal = Journal(Effects())
    told(journal, "GET /things", 401, token=False)
    told(journal, "GET /things", 200, answer=[{"id": "thing-1"}])
    told(journal, "GET /things/{id}", 200, name="thing-1")
    told(journal, "GET /users/{id}", 404, name="nobody-9")
    told(journal, "GET /me", 200)
    return journal


def test_who_shows_no_credential_is_denied_as_elsewhere():
    journal, live = recording(), Journal(Effects())
    access = Access(journal)
    mine = [journal.moments[4]]
    asked = live.ask(request("GET", "/me"), "GET /me", {}, 1)

    refusal = access.refusal(mine, live, asked)

    assert refusal is journal.moments[0]
    assert access.needs_credential(request("GET", "/me"), "GET /me")
    assert not access.needs_credential(replaced(request("GET", "/me")), "GET /me")


def test_what_nobody_told_of_is_missing_as_elsewhere():
    journal, live = recording(), Journal(Effects())
    access = Access(journal)
    mine = [journal.moments[2]]
    key = "GET /things/{id}"
    unknown = replaced(request("GET", "/things/thing-7"))
    known = replaced(request("GET", "/things/thing-1"))

    asked = live.ask(unknown, key, {"id": "thing-7"}, 1)
    other = live.ask(known, key, {"id": "thing-1"}, 1)

    assert access.refusal(mine, live, asked) is journal.moments[3]
    assert access.refusal(mine, live, other) is None


def test_failures_of_a_moment_are_not_chosen():
    journal = recording()
    down = told(journal, "GET /me", 503)
    expired = told(journal, "GET /me", 401)
    access = Access(journal)
    told_first = journal.moments[4]

    assert access.lasting([told_first, down]) == [told_first]
    assert access.lasting([down]) == [down]
    # The moment before was no good reading, so this is not known to have expired.
    assert access.lasting([told_first, expired]) == [told_first, expired]


def test_an_empty_recording_refuses_nothing():
    access = Access(Journal(Effects()))

    assert not access.needs_credential(request("GET", "/me"), "GET /me")


def logged_in(journal, body, token):
    asked = journal.ask(request("POST", "/login", body), "POST /login", {}, 1)
    journal.tell(asked, response(200, {"token": token, "renewal": f"renew-{token}"}))


def who(journal, token):
    asked = request("GET", "/me", authorization=f"Bearer {token}")
    return owner(journal, journal.ask(asked, "GET /me", {}, 1))


def test_a_credential_is_whose_words_it_was_got_for():
    journal = Journal(Effects())
    logged_in(journal, {"name": "ann", "password": "x"}, "token-0000000001")
    logged_in(journal, {"name": "bob", "password": "y"}, "token-0000000002")
    logged_in(journal, {"with": "renew-token-0000000001"}, "token-0000000003")

    assert (
        who(journal, "token-0000000001") == who(journal, "token-0000000003") == "ann x"
    )
    assert who(journal, "token-0000000002") == "bob y"
    assert who(journal, "token-0000000009") == ""


def test_who_has_logged_out_is_let_in_no_more():
    journal, live = recording(), Journal(Effects())
    access, mine = Access(journal), [journal.moments[4]]
    asked = live.ask(replaced(request("GET", "/me")), "GET /me", {}, 1)

    assert access.refusal(mine, live, asked) is None

    told(live, "DELETE /things/{id}", 204, name="thing-1")
    assert access.refusal(mine, live, asked) is None

    told(live, "POST /auth/logout", 204)
    assert access.refusal(mine, live, asked) is journal.moments[0]
