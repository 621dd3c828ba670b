"""What ends is not to have ended: tokens, cookies and fields, a year later."""

import base64
import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

import pytest

from mockforge.http import Response
from mockforge.sources.correlated import tokens as module
from mockforge.sources.correlated.living import living
from mockforge.sources.correlated.tokens import tokens
from tests.sources.correlated.living_worlds import (
    THEN,
    YEAR,
    Client,
    Fixed,
    Taken,
    replay,
)


def coded(value):
    """Return *value* as a part of a token."""
    raw = json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def token(**claims):
    """Return a token with *claims*."""
    head = coded({"alg": "HS256", "typ": "JWT"})
    return f"{head}.{coded(claims)}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg"


def mail(seconds):
    """Return a time as a cookie tells it."""
    return format_datetime(datetime.fromtimestamp(seconds, UTC), usegmt=True)


def validity(text):
    """Return when the token *text* is valid, which it says."""
    found = module.validity(text)
    assert found is not None
    return found


def logged_in():
    """Somebody logs in, asks, refreshes, and asks again."""
    taken = Taken()

    def login(path, sent, number):
        at = int(taken.now) + 1
        access = token(jti=f"access-{number}", iat=at, nbf=at, exp=at + 900)
        refresh = token(jti=f"refresh-{number}", iat=at, exp=at + 86400)
        told = {"access": access, "refresh": refresh, "expires_at": at + 900}
        taken.took("POST", path, sent, told)
        return access, refresh

    access, refresh = login("/login", {"user": "u"}, 1)
    auth = [("Authorization", f"Bearer {access}")]
    taken.took("GET", "/me", None, {"me": 1}, headers=auth, session="auth:1")
    taken.now += 900
    taken.took(
        "GET", "/me", None, {"no": 1}, headers=auth, status=401, session="auth:1"
    )
    access, refresh = login("/refresh", {"refresh": refresh}, 2)
    auth = [("Authorization", f"Bearer {access}")]
    taken.took("GET", "/me", None, {"me": 2}, headers=auth, session="auth:2")
    return taken.exchanges


async def test_login_use_and_refresh_work_a_year_later():
    async with replay(*logged_in()) as (engine, clock):
        client = Client(engine)
        _, told = await client.json("POST", "/login", {"user": "u"})
        first = validity(told["access"])

        assert first.expires == pytest.approx(clock.now() + 900, abs=2)
        assert first.issued == pytest.approx(clock.now(), abs=2)
        assert told["expires_at"] == pytest.approx(clock.now() + 900, abs=2)

        client.headers = (("Authorization", f"Bearer {told['access']}"),)
        assert await client.json("GET", "/me") == (200, {"me": 1})
        clock.advance(900)
        assert (await client.json("GET", "/me"))[0] == 401
        client.headers = ()
        status, told = await client.json(
            "POST", "/refresh", {"refresh": told["refresh"]}
        )
        assert status == 200
        assert validity(told["access"]).expires > clock.now() + 890
        client.headers = (("Authorization", f"Bearer {told['access']}"),)
        assert await client.json("GET", "/me") == (200, {"me": 2})
        assert engine.ledger.missed == 0


async def test_times_are_as_recorded_where_that_is_wanted():
    exchanges = logged_in()
    async with replay(*exchanges, shift_times=False) as (engine, _):
        answer = await Client(engine).ask("POST", "/login", {"user": "u"})
    assert answer.response == exchanges[0].response
    assert answer.repeatable


async def test_an_answer_that_lives_is_made_anew_each_time():
    async with replay(*logged_in()) as (engine, clock):
        client = Client(engine)
        first = await client.ask("POST", "/login", {"user": "u"})
        clock.advance(3600)
        second = await client.ask("POST", "/login", {"user": "u"})

    assert not first.repeatable
    old, new = (tokens(each.response.body.decode())[0] for each in (first, second))
    assert validity(new).expires - validity(old).expires == 3600


async def test_a_token_told_again_is_the_one_that_was_given():
    taken = Taken()
    given = token(sub="somebody", exp=int(THEN) + 3600)
    taken.took("POST", "/login", {}, {"token": given})
    taken.took("GET", "/session", None, {"token": given})
    async with replay(*taken.exchanges) as (engine, clock):
        client = Client(engine)
        first = (await client.json("POST", "/login", {}))[1]
        clock.advance(2)
        assert (await client.json("GET", "/session"))[1] == first


def answered(body=b"", *fields, kind=b"application/json"):
    """Return an answer."""
    return Response(200, ((b"Content-Type", kind), *fields), body)


def cookie(text):
    """Return the field that sets a cookie."""
    return (b"Set-Cookie", text.encode())


HOUR = mail(THEN + 3600)
XML = b"<a><Expiration>2023-11-14T23:13:20Z</Expiration></a>"


@pytest.mark.parametrize(
    ("response", "lives"),
    [
        (answered(b'{"a": 1}'), False),
        (answered(b"", cookie(f"sid=1; Expires={HOUR}; Path=/")), True),
        (answered(b"", cookie(f"sid=; expires={mail(0)}")), False),
        (answered(b"", cookie("sid=1; Max-Age=60")), False),
        (answered(json.dumps({"t": token(exp=THEN + 60)}).encode()), True),
        (answered(json.dumps({"t": token(exp=THEN - 60)}).encode()), False),
        (answered(json.dumps({"t": token(exp=THEN + 40 * YEAR)}).encode()), False),
        (answered(json.dumps({"t": token(iat=THEN)}).encode()), True),
        (answered(json.dumps({"t": token(sub="x")}).encode()), False),
        (answered(b'{"t": "eyJhbGciOiJ9.eyJub3QganNvbg.x"}'), False),
        (answered(b'{"expires_at": %d}' % (THEN + 900)), True),
        (answered(b'{"expiresAt": %d}' % ((THEN + 900) * 1000)), True),
        (answered(b'{"expiry": "2023-11-14T23:13:20.5Z"}'), True),
        (answered(b'{"expires_at": %d}' % (THEN + 917)), False),
        (answered(b'{"expires_at": %d}' % (THEN - 900)), False),
        (answered(b'{"expires_in": 900}'), False),
        (answered(b'{"expert": %d}' % (THEN + 900)), False),
        (
            answered(
                b"<a><Expiration>2023-11-14T23:13:20Z</Expiration></a>",
                kind=b"text/xml",
            ),
            True,
        ),
        (answered(b"\xff\xfe eyJ expires_at"), False),
    ],
)
def test_only_what_was_made_for_the_session_lives(response, lives):
    assert (living(response, THEN, 0.1) is not None) == lives


async def test_cookies_and_coded_bodies_live():
    taken = Taken()
    at = int(taken.now) + 1.5
    one = taken.took(
        "GET", "/", None, {}, fields=[cookie(f"sid=1; Expires={HOUR}; Path=/")]
    )
    body = gzip.compress(json.dumps({"token": token(exp=THEN + 60)}).encode())
    headers = (
        *one.response.headers[:1],
        (b"Content-Encoding", b"gzip"),
        (b"Content-Length", str(len(body)).encode()),
        *one.response.headers[2:],
    )
    one = replace(one, response=replace(one.response, headers=headers, body=body))
    async with replay(one) as (engine, clock):
        answer = (await Client(engine).ask("GET", "/")).response

    value = answer.header("Set-Cookie")
    assert value.startswith("sid=1; Expires=")
    assert value.endswith("; Path=/")
    ends = parsedate_to_datetime(value[15:-8]).timestamp()
    assert ends == pytest.approx(clock.now() + 3600, abs=2)
    assert answer.header("Content-Length") == str(len(answer.body))
    told = json.loads(gzip.decompress(answer.body))
    assert validity(told["token"]).expires == pytest.approx(
        clock.now() + 60 - at + THEN, abs=2
    )


async def test_who_logs_in_by_a_moved_token_is_the_same_client():
    old, new = (f"7c9e6679-7425-40de-944b-e07fc1f90ae{n}" for n in (7, 8))
    taken = Taken()
    given = token(exp=int(THEN) + 900)
    auth = {"headers": [("Authorization", f"Bearer {given}")], "session": "auth:1"}
    taken.took("POST", "/login", {"id": old}, {"token": given})
    taken.took("GET", f"/devices/{old}", None, {"device": old}, **auth)
    lesson = Fixed(POST={("body", "id")})
    async with replay(*taken.exchanges, lesson=lesson) as (engine, _):
        for address in ("10.3.0.1", "10.3.0.2"):
            client = Client(engine, address=address)
            _, told = await client.json("POST", "/login", {"id": new})
            client.headers = (("Authorization", f"Bearer {told['token']}"),)
            told = await client.json("GET", f"/devices/{new}")
            assert told == (200, {"device": new})
            # Of two who log in within one second the tokens are equal.
            engine.clock.advance(5)


async def test_who_holds_a_moved_token_is_who_held_the_recorded_one():
    taken = Taken()
    at = int(taken.now)
    given = token(jti="nothing but this", exp=at + 900)
    taken.took("POST", "/login", {}, {"token": given})
    async with replay(*taken.exchanges) as (engine, _):
        client = Client(engine)
        live = (await client.json("POST", "/login", {}))[1]["token"]

        async def session(text):
            client.headers = (("Authorization", f"Bearer {text}"),)
            await client.ask("GET", "/x")
            return engine.ledger.misses[-1].session

        assert live != given
        assert await session(live) == await session(given)
        assert await session(live) != await session(token(jti="of somebody else"))
