import pytest

from mockforge.http import Origin
from mockforge.stages.spellings import Sought


def found(text, origin="https://api.example.com", **settings):
    sought = Sought(Origin.parse(origin), **settings)
    return [text[each.start : each.end] for each in sought.find(text, text.lower(), 0)]


URLS = [
    *(b"https://api.example.com", b"HTTPS://Api.Example.COM"),
    *(b"https://api.example.com:443", b"wss://api.example.com"),
    *(rb"https:\/\/api.example.com", rb"https:\\\/\\\/api.example.com"),
    *(b"https%3A%2F%2Fapi.example.com", b"https%3a%2f%2fapi.example.com%3a443"),
    *(b"https%253A%252F%252Fapi.example.com", b"https:&#x2F;&#x2F;api.example.com"),
    *(b"https:&#47;&#47;api.example.com", rb"https:\u002f\u002Fapi.example.com"),
    b"//api.example.com",
]


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b""),
        (b'"', b'/path"'),
        (b" ", b"."),
        (b"<", b">"),
        (b"(", b"?q#f)"),
        (b"see ", b", or "),
        (b"=", b"&x=1"),
        (b"u%3D", b"%2Fpath"),
        (b'\\"', b'\\"'),
        (b" ", "”".encode()),
        (b" ", b"\\n"),
    ],
)
def test_an_origin_is_found_in_every_spelling(url, before, after):
    assert found(before + url + after) == [url]


@pytest.mark.parametrize(
    "text",
    [
        *(b"https://api.example.com.evil/", b"https://api.example.com2/"),
        *(b"https://api.example.com-x/", b"https://api.example.com_x/"),
        *(b"https://xapi.example.com/", b"https://x.api.example.com/"),
        *(b"https://api.example.com:444/", b"https://api.example.com:4433/"),
        *(b"https://api.example.com@evil/", b"https://api.example.com:pw@evil/"),
        *(b"https://api.example.com%2Eevil", b"https%3A%2F%2Fapi.example.com%2De"),
        *(b"https%3A%2F%2Fapi.example.com%3A8443", b"https%3A%2F%2Fapi.example.com%40"),
        *(b"https://api.example.com./", "https://api.example.comé/".encode()),
        *(b"http://api.example.com/", b"ws://api.example.com/"),
        *(b"ftp://api.example.com/", b"x//api.example.com/", b"api.example.com"),
        *(b"mailto:me@api.example.com", b"https:/api.example.com", b"xhttps://api"),
        *(b"https://evil.com/api.example.com", b"file:///api.example.com"),
        *(b'xmlns="https://api.example.com/ns"', b'xmlns:a ="https://api.example.com"'),
        *(
            rb"xmlns=\"https://api.example.com",
            b"targetNamespace='https://api.example.com",
        ),
    ],
)
def test_what_only_looks_like_the_origin_is_not_found(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        ("http://127.0.0.1:5000", b"http://127.0.0.1:5000/"),
        ("http://127.0.0.1:5000", b"ws://127.0.0.1:5000/"),
        ("http://127.0.0.1:5000", b"\\nhttp://127.0.0.1:5000/"),
        ("http://127.0.0.1:5000", b"git+http://127.0.0.1:5000/"),
        ("http://[::1]:5000", b"http://[::1]:5000/"),
        ("http://[::1]:5000", b"http%3A%2F%2F%5B%3A%3A1%5D%3A5000%2F"),
        ("http://[::1]", b"http%3a%2f%2f%5b%3a%3a1%5d"),
        ("http://localhost", b"http://localhost:80/"),
    ],
)
def test_ports_addresses_and_neighbours_are_understood(origin, text):
    assert len(found(text, origin)) == 1


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        ("http://127.0.0.1:5000", b"http://127.0.0.1/"),
        ("http://127.0.0.1:5000", b"http://127.0.0.1:50001/"),
        ("http://127.0.0.1:5000", b"http://localhost:5000/"),
        ("http://127.0.0.1:5000", b"https://127.0.0.1:5000/"),
        ("http://localhost", b"http://localhost:8080/"),
        ("http://h", b"news://h/"),
    ],
)
def test_another_port_name_or_scheme_is_another_origin(origin, text):
    assert found(text, origin) == []


def test_among_links_http_and_https_are_the_same_at_their_own_ports():
    link = b"http://api.example.com/"

    assert found(link, links=True) == [b"http://api.example.com"]
    assert found(b"http://api.example.com:80/", links=True)
    assert not found(b"http://api.example.com:8080/", links=True)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        *((b"", 0), (b"no url here", 0), (b'{"a":"b"}', 0), (b"with", 0)),
        *((b"x h", 1), (b"see https", 5), (b'"https:/', 7), (b'"https:\\', 7)),
        *((b"https://api.exam", 16), (b"https://api.example.com", 23)),
        *((b"https://api.example.com:", 24), (b"https://api.example.com:44", 26)),
        *((b"https://api.example.com:443", 27), (b"https://api.example.com.", 24)),
        *((b"https://api.example.com/", 0), (b"https://api.example.org", 0)),
        *((b"https://api.example.com:443/", 0), (b"http://", 0), (b"a/", 0)),
        *((b'"/', 1), (b'"//api', 5), (b"https%3A%2F%2Fapi.example.com%", 30)),
        *((b'xmlns="https://api', 0),),
    ],
)
def test_no_more_is_held_back_than_may_be_the_beginning_of_a_url(text, held):
    sought = Sought(Origin.parse("https://api.example.com"))
    at = sought.broken_off(text, 0)

    assert (0 if at is None else len(text) - at) == held


@pytest.mark.parametrize(
    "authority",
    [":", ":80", ":8080", "a" * 70_000, "a:" + "1" * 70_000, "a:b"],
    ids=["none", "80", "8080", "long", "long port", "no port"],
)
def test_an_origin_that_is_no_name_is_found_nowhere(authority):
    """Such a Host is what some client sends; it must not be sought for ever."""
    text = b'{"url": "http://:8080/x", "//": "://"}'
    sought = Sought(Origin("http", authority))

    assert list(sought.find(text, text, 0)) == []
    assert sought.broken_off(text, 0) is None


def test_a_colon_without_a_port_means_the_scheme_s_own():
    assert found(b"http://a.example/x http://a.example:80/", "http://a.example:") == [
        b"http://a.example",
        b"http://a.example:80",
    ]
