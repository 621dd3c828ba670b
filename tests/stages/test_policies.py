import pytest

from mockforge.http import Origin
from mockforge.stages.policies import adjust

UPSTREAM = Origin("https", "api.example.com")
PLAIN, SECURE = Origin("http", "localhost:8080"), Origin("https", "localhost:8443")


def adjusted(name, value, public=PLAIN, upstream=UPSTREAM):
    headers = adjust(((name.encode(), value.encode()),), [upstream], public)
    return [value.decode() for _, value in headers]


@pytest.mark.parametrize(
    ("sent", "plain", "secure"),
    [
        ("a=b", "a=b", "a=b"),
        ("a=b; Path=/; HttpOnly", "a=b; Path=/; HttpOnly", "a=b; Path=/; HttpOnly"),
        ("a=b; Domain=api.example.com", "a=b", "a=b"),
        ("a=b; domain=.EXAMPLE.com; Path=/", "a=b; Path=/", "a=b; Path=/"),
        ("a=b; Domain=other.com", "a=b; Domain=other.com", "a=b; Domain=other.com"),
        ("a=b;Secure", "a=b", "a=b;Secure"),
        ("a=b; SameSite=None; Secure", "a=b", "a=b; SameSite=None; Secure"),
        ("a=b; SameSite=Lax; Secure", "a=b; SameSite=Lax", "a=b; SameSite=Lax; Secure"),
        ("a=b; Secure; Partitioned", "a=b", "a=b; Secure; Partitioned"),
        ("a=Secure; Path=/", "a=Secure; Path=/", "a=Secure; Path=/"),
    ],
)
def test_a_cookie_is_one_that_a_client_keeps_and_sends_back(sent, plain, secure):
    assert adjusted("Set-Cookie", sent) == [plain]
    assert adjusted("set-cookie", sent, SECURE) == [secure]


def test_a_cookie_of_an_upstream_with_a_port_loses_its_domain():
    upstream = Origin("http", "shop.test:5000")

    assert adjusted("Set-Cookie", "a=b; Domain=shop.test", PLAIN, upstream) == ["a=b"]


def test_a_domain_stays_where_the_host_does():
    public = Origin("https", "api.example.com:8443")

    kept = adjusted("Set-Cookie", "a=b; Domain=example.com", public)

    assert kept == ["a=b; Domain=example.com"]


@pytest.mark.parametrize("name", ["Strict-Transport-Security", "Alt-Svc"])
@pytest.mark.parametrize("public", [PLAIN, SECURE])
def test_what_binds_a_whole_host_is_not_said_of_another_host(name, public):
    assert adjusted(name, 'h3=":443"; max-age=1', public) == []


def test_a_page_is_not_told_to_ask_over_https_where_there_is_none():
    policy = "default-src 'self'; upgrade-insecure-requests; img-src *"
    name = "Content-Security-Policy"

    assert adjusted(name, policy) == ["default-src 'self'; img-src *"]
    assert adjusted(name, "upgrade-insecure-requests") == []
    assert adjusted(name, policy, SECURE) == [policy]


def test_headers_that_promise_nothing_stay_the_same_object():
    headers = ((b"Content-Type", b"text/html"),)

    assert adjust(headers, [UPSTREAM], PLAIN) is headers
