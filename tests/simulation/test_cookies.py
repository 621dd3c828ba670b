import pytest

from mockforge.http import Response
from mockforge.simulation.cookies import Jar
from tests.worlds import request

NOW = 1_800_000_000.0


def answer(*lines):
    return Response(200, tuple((b"Set-Cookie", line.encode()) for line in lines))


def sent(jar, recorded="", known=("sid",), *, keeps=True):
    headers = [("Cookie", recorded)] if recorded else []
    asked = request(headers=headers)
    return jar.sent(asked, frozenset(known), keeps=keeps).header("Cookie")


def test_the_live_value_goes_where_the_recorded_one_was():
    jar = Jar()
    jar.heard(answer("sid=new; Path=/; HttpOnly"), NOW)

    assert sent(jar, "theme=dark; sid=old") == "theme=dark; sid=new"
    assert sent(jar) is None


@pytest.mark.parametrize(
    "end",
    [
        "sid=; Max-Age=0",
        "sid=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "sid=x; expires=Thu, 01-Jan-1970 00:00:00 GMT; path=/",
    ],
)
def test_a_cookie_that_ended_is_not_sent(end):
    jar = Jar()
    jar.heard(answer("sid=new"), NOW)
    jar.heard(answer(end), NOW)

    assert sent(jar, "sid=old") is None
    assert sent(jar, "a=1; sid=old") == "a=1"


@pytest.mark.parametrize("more", ["Max-Age=60", "Expires=soon", "Max-Age=x; Secure"])
def test_what_does_not_say_that_it_ends_stays(more):
    jar = Jar()
    jar.heard(answer(f"sid=new; {more}"), NOW)

    assert sent(jar, "sid=old") == "sid=new"


def test_cookies_that_the_recording_never_saw_go_with_clients_who_keep_cookies():
    jar = Jar()
    jar.heard(answer("lb=7", "nonsense", "=x"), NOW)

    assert sent(jar) == "lb=7"
    assert sent(jar, "sid=old") == "sid=old; lb=7"
    assert sent(jar, keeps=False) is None
