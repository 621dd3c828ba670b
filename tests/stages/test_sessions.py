import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Request
from mockforge.recordings.redact import Redactor
from mockforge.stages.sessions import SESSION_HEADER, SessionOptions, identify


def request(*headers, target="/", client="10.0.0.1"):
    pairs = tuple((n.encode("latin-1"), v.encode("latin-1")) for n, v in headers)
    return Request("GET", "http", "api", target, pairs, client=client)


def session(*headers, standin=str, target="/", client="10.0.0.1", **options):
    asked = request(*headers, target=target, client=client)
    return identify(asked, SessionOptions(**options), standin)


def jwt(**claims):
    def part(value):
        raw = json.dumps(value).encode()
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    return f"{part({'alg': 'HS256'})}.{part(claims)}.c2lnbmF0dXJl"


def aws(key, day="20260101", signature="abc"):
    return (
        f"AWS4-HMAC-SHA256 Credential={key}/{day}/eu-west-1/s3/aws4_request, "
        f"SignedHeaders=host;x-amz-date, Signature={signature}"
    )


NAMED = (SESSION_HEADER, "worker-1")
COOKIE = ("Cookie", "theme=dark; mockforge_session=abc")
TOKEN = ("Authorization", "Bearer secret")
KEY = ("X-Api-Key", "key-1")
LOGIN = ("Cookie", "PHPSESSID=xyz")


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ((NAMED, COOKIE, TOKEN, KEY, LOGIN), "named"),
        ((COOKIE, TOKEN, KEY, LOGIN), "cookie"),
        ((TOKEN, KEY, LOGIN), "auth"),
        ((KEY, LOGIN), "auth"),
        ((LOGIN,), "cookie"),
        ((), "addr"),
    ],
)
def test_the_most_explicit_name_wins(headers, kind):
    assert session(*headers).startswith(f"{kind}:")
    assert session(*headers) == session(*reversed(headers)), "whatever their order"


def test_without_any_name_the_address_tells_clients_apart():
    assert session(client="10.0.0.7") == "addr:10.0.0.7"


def test_the_session_header_is_found_whatever_its_case():
    assert session(("x-MOCKFORGE-session", "worker-1")) == session(NAMED)
    assert session((SESSION_HEADER, "worker-2")) != session(NAMED)


@pytest.mark.parametrize(
    ("options", "headers", "target"),
    [
        ({}, [("Cookie", "a=b; mockforge_session={}")], "/"),
        ({}, [("Cookie", "a=b"), ("Cookie", "mockforge_session={}")], "/"),
        ({"cookie_name": "sc"}, [("Cookie", "sc={}")], "/"),
        ({"method": "header"}, [("x-session-id", "{}")], "/"),
        ({"method": "header", "header_name": "Tenant"}, [("tenant", "{}")], "/"),
        ({"method": "query_param"}, [], "/?a=b&session_id={}"),
        ({"method": "query", "query_param": "s"}, [], "/?s={}"),
    ],
)
def test_a_session_is_named_where_the_settings_say(options, headers, target):
    def named(value, client):
        filled = [(name, text.format(value)) for name, text in headers]
        shown = target.format(value)
        return session(*filled, TOKEN, target=shown, client=client, **options)

    assert named("one", "10.0.0.1") == named("one", "10.0.0.2")
    assert named("one", "10.0.0.1") != named("two", "10.0.0.1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (aws("AKID"), aws("AKID", "20260102", "def")),
        (
            'Digest username="mu", nonce="a", response="1"',
            'Digest username="mu", nonce="b", response="2"',
        ),
        (
            f"Bearer {jwt(sub='user-5f1e9c2a', exp=1)}",
            f"Bearer {jwt(sub='user-5f1e9c2a', exp=2)}",
        ),
        (
            'Signature keyId="k1",signature="aaa"',
            'Signature keyId="k1",signature="bbb"',
        ),
        (
            'Hawk id="dh37", ts="1", nonce="a", mac="x"',
            'Hawk id="dh37", ts="2", nonce="b", mac="y"',
        ),
        (
            'OAuth oauth_consumer_key="ck", oauth_nonce="1"',
            'OAuth oauth_consumer_key="ck", oauth_nonce="2"',
        ),
        ("bearer secret", "Bearer secret"),
    ],
)
def test_a_client_is_the_same_however_often_it_signs(one, other):
    assert session(("Authorization", one)) == session(("authorization", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (aws("AKID"), aws("AKIX")),
        ('Digest username="mu"', 'Digest username="bo"'),
        ("Basic bXU6MQ==", "Basic bXU6Mg=="),
        (f"Bearer {jwt(sub='mu')}", f"Bearer {jwt(sub='bo')}"),
        (f"Bearer {jwt(sub='mu', iss='a')}", f"Bearer {jwt(sub='mu', iss='b')}"),
        ("Bearer a", "Bearer b"),
        ("Custom a", "Custom b"),
    ],
)
def test_other_credentials_are_other_sessions(one, other):
    assert session(("Authorization", one)) != session(("Authorization", other))


def test_one_credential_is_one_session_wherever_it_stands():
    sessions = {
        session(("Authorization", "Bearer secret")),
        session(("Authorization", "token secret")),
        session(("X-Auth-Token", "secret")),
        session(target="/ws?token=secret"),
        session(target="/a?b=c&access_token=secret"),
    }

    assert len(sessions) == 1


@pytest.mark.parametrize(
    "token", ["eyJ.x.y", "eyJhbGciOiJub25lIn0.bm90anNvbg.x", "eyJ", jwt(role="x")]
)
def test_a_token_that_is_no_jwt_with_a_subject_is_taken_whole(token):
    assert session(("Authorization", f"Bearer {token}")).startswith("auth:")
    assert session(("Authorization", f"Bearer {token}")) != session(
        ("Authorization", f"Bearer {token}x")
    )


@pytest.mark.parametrize(
    ("cookies", "kind"),
    [
        *(("JSESSIONID=a", "cookie"), ("connect.sid=a", "cookie")),
        *(("auth=a", "cookie"), ("jwt=a", "cookie"), ("sid=a", "cookie")),
        *(("csrftoken=a", "addr"), ("XSRF-TOKEN=a", "addr"), ("sidebar=a", "addr")),
        *(("theme=dark; lang=en", "addr"), ("session=", "addr")),
    ],
)
def test_cookies_that_look_like_a_session_name_one(cookies, kind):
    assert session(("Cookie", cookies)).startswith(f"{kind}:")


def test_the_order_of_cookies_does_not_matter():
    one = session(("Cookie", "auth_token=t; session=s; theme=x"))

    assert one == session(("Cookie", "theme=y; session=s; auth_token=other"))


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4))
def test_no_secret_is_part_of_the_id(secret):
    for header in ("Authorization", "X-Api-Key", SESSION_HEADER):
        kind, _, digest = session((header, secret)).partition(":")

        assert kind in ("auth", "named")
        assert len(digest) == 12
        assert int(digest, 16) >= 0


def test_a_client_that_holds_a_stand_in_is_the_session_it_stands_for():
    def standin(text):
        return text if text.startswith("st-") else f"st-{text}"

    for value in ("Bearer {}", "Basic {}", 'Digest username="{}"'):
        recorded = ("Authorization", value.format("secret"))
        replayed = ("Authorization", value.format("st-secret"))

        assert session(recorded, standin=standin) == session(replayed, standin=standin)


@given(st.lists(st.tuples(st.binary(max_size=20), st.binary(max_size=40)), max_size=5))
def test_any_headers_give_a_session(headers):
    names = [*(b"Cookie", b"Authorization", b"X-Api-Key"), *(n for n, _ in headers)]
    pairs = tuple(zip(names, (value for _, value in headers), strict=False))
    asked = Request("GET", "http", "a", "/?token=%", pairs, client="c")

    assert ":" in identify(asked, SessionOptions(), str)


def test_two_workers_with_short_names_are_never_one():
    names = [f"{a}{b}" for a in "abcdefghij" for b in "0123456789"]
    redactor = Redactor(b"k" * 16)
    asked = [
        Request("GET", "http", "h", "/", ((b"X-MockForge-Session", name.encode()),))
        for name in names
    ]

    ids = {identify(each, SessionOptions(), redactor.standin) for each in asked}

    assert len(ids) == len(names)


def test_users_with_short_numbers_are_never_one():
    redactor = Redactor(b"k" * 16)
    tokens = [jwt(sub=str(number)) for number in range(200)]
    asked = [
        Request("GET", "http", "h", "/", ((b"Authorization", f"Bearer {t}".encode()),))
        for t in tokens
    ]

    ids = {identify(each, SessionOptions(), redactor.standin) for each in asked}

    assert len(ids) == len(tokens)
