import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.formats import urls
from mockforge.recordings.formats.contents import Unreadable


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("http://a", ("http", "a", "/")),
        ("https://A.example/B?c", ("https", "a.example", "/B?c")),
        ("http://a:80/", ("http", "a", "/")),
        ("https://a:80/", ("https", "a:80", "/")),
        ("http://a?q", ("http", "a", "/?q")),
        ("http://a/?", ("http", "a", "/?")),
        ("http://a/?=", ("http", "a", "/?=")),
        ("http://a/b#c", ("http", "a", "/b")),
        ("http://me:pw@a/b", ("http", "a", "/b")),
        ("http://[::1]:8/", ("http", "[::1]:8", "/")),
        ("wss://a/b", ("https", "a", "/b")),
        ("http://a/b c/é?x={y}", ("http", "a", "/b%20c/%C3%A9?x={y}")),
        ("http://a/%2f%zz|", ("http", "a", "/%2f%zz|")),
        ("http://bücher.example/", ("http", "xn--bcher-kva.example", "/")),
    ],
)
def test_an_address_is_taken_apart(url, parts):
    assert urls.split(url) == parts


@pytest.mark.parametrize(
    "url", ["", "/path", "ftp://a/", "http://", "http:///x", "a:b"]
)
def test_what_is_no_address_is_named(url):
    with pytest.raises(Unreadable, match="not an absolute http"):
        urls.split(url)


@given(
    st.sampled_from(["http", "https"]),
    st.text(max_size=9),
    st.text(max_size=9).map(lambda text: f"/{text}"),
)
def test_what_is_joined_is_split_into_the_same(scheme, authority, target):
    joined = urls.join(scheme, authority, target)

    assert joined is None or urls.split(joined) == (scheme, authority, target)


@given(st.text(max_size=20))
def test_a_target_is_fit_for_a_request_line(text):
    fitted = urls.fit(f"/{text}")

    assert fitted.isascii()
    assert " " not in fitted
    assert urls.fit(fitted) == fitted
