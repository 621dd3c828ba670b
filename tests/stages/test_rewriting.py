import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Origin, authority
from mockforge.stages.rewriting import StreamRewriter, rewriter

HOSTS = st.sampled_from(
    ["api.example.com", "example.com", "localhost", "127.0.0.1", "::1", "2001:db8::7"]
)
SCHEMES = st.sampled_from(["http", "https"])
PORTS = st.sampled_from([None, 80, 443, 8080, 5000, 1])


@st.composite
def origins(draw):
    scheme = draw(SCHEMES)
    return Origin(scheme, authority(draw(HOSTS), draw(PORTS), scheme))


def spelled(url, way):
    """Return *url* as it is written in some kind of text."""
    percent = "".join(
        c if c.isalnum() or c in "-._~" else f"%{ord(c):02X}" for c in url
    )
    return {
        "plain": url,
        "json": url.replace("/", "\\/"),
        "json in json": url.replace("/", "\\\\\\/"),
        "html": url.replace("/", "&#x2F;"),
        "percent": percent,
        "lower percent": "".join(
            c if c.isalnum() or c in "-._~" else f"%{ord(c):02x}" for c in url
        ),
        "twice": percent.replace("%", "%25"),
    }[way]


WAYS = st.sampled_from(
    ["plain", "json", "json in json", "html", "percent", "lower percent", "twice"]
)
FILLING = st.text(
    st.sampled_from('abhtpws:/\\.%23"<>= \n&;xé0'), max_size=12
) | st.sampled_from(['{"url": "', '", "', "&next=", ' href="', '">', "\\n", "data: "])


def urls_of(origin, way, scheme, path):
    shown = {"": "", "web": f"{origin.scheme}:"}.get(scheme)
    if shown is None:
        shown = "wss:" if origin.scheme == "https" else "ws:"
    return spelled(f"{shown}//{origin.authority}{path}", way)


@st.composite
def documents(draw, *named):
    """Text around URLs of *named* and of others, in every spelling."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        parts.append(draw(FILLING))
        origin = draw(st.sampled_from(named) | origins())
        path = draw(st.sampled_from(["", "/", "/a?b=c", "/%20x"]))
        scheme = draw(st.sampled_from(["", "web", "ws"]))
        # A space on both sides: what is part of a URL is not left to chance.
        parts.append(f" {urls_of(origin, draw(WAYS), scheme, path)} ")
    return "".join([*parts, draw(FILLING)]).encode()


@given(st.data(), origins(), origins())
def test_a_url_moved_out_and_back_in_is_the_url_it_was(data, upstream, public):
    text = data.draw(documents(upstream))
    outward, inward = rewriter((upstream,), public), rewriter((public,), upstream)
    # What names the proxy already comes back naming the upstream: inherent, see docs.
    if public == upstream or inward.rewrite(text) != text:
        return

    assert inward.rewrite(outward.rewrite(text)) == text


@given(st.data(), origins(), origins())
def test_after_moving_nothing_names_the_upstream(data, upstream, public):
    text = data.draw(documents(upstream))
    outward = rewriter((upstream,), public)
    moved = outward.rewrite(text)

    if public != upstream:
        assert rewriter((upstream,), public).rewrite(moved) == moved


@given(st.data(), origins(), origins())
def test_a_text_that_names_no_upstream_stays_the_same_object(data, upstream, public):
    text = data.draw(documents(Origin("http", "elsewhere.example")))
    moving = rewriter((upstream,), public)
    host = upstream.authority.rpartition(":")[0] or upstream.authority
    if host.lower().encode() not in text.lower() and b"%" not in text:
        assert moving.rewrite(text) is text


@given(st.data(), origins(), origins(), origins())
def test_however_a_text_is_split_the_stream_says_the_same(data, one, other, public):
    text = data.draw(documents(one, other))
    moving = rewriter((one, other), public)
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
    stream, out = StreamRewriter(moving), []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        out.append(stream.feed(text[start:end]))

    assert b"".join(out) + stream.end() == moving.rewrite(text)


@given(st.data(), origins(), origins())
def test_byte_by_byte_the_stream_says_the_same(data, upstream, public):
    text = data.draw(documents(upstream))
    moving = rewriter((upstream,), public)
    stream = StreamRewriter(moving)
    out = b"".join(stream.feed(text[i : i + 1]) for i in range(len(text)))

    assert out + stream.end() == moving.rewrite(text)


@pytest.mark.parametrize(
    "event",
    [
        b"data: hello\n\n",
        b'data: {"url": "http://127.0.0.1:5000/x"}\n\n',
        b'{"url": "http://127.0.0.1:5000"}\n',
        b'{"h": "http"}',
        b"data: h\n\n",
        b": keep-alive\n\n",
    ],
)
def test_an_event_is_sent_whole_as_it_comes(event):
    moving = rewriter((Origin("http", "127.0.0.1:5000"),), Origin("http", "x:80"))
    stream = StreamRewriter(moving)

    for _ in range(3):
        assert stream.feed(event) == moving.rewrite(event)
    assert stream.end() == b""


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        (b"https://a.example/x", b"http://[::1]:8080/x"),
        (b"wss://a.example", b"ws://[::1]:8080"),
        (b"//a.example/x", b"//[::1]:8080/x"),
        (b"https:\\/\\/a.example\\/", b"http:\\/\\/[::1]:8080\\/"),
        (b"https%3A%2F%2Fa.example%3A443", b"http%3A%2F%2F%5B%3A%3A1%5D%3A8080"),
        (b"%2f%2fa.example", b"%2f%2f%5b%3a%3a1%5d%3a8080"),
        (b"=%252F%252Fa.example", b"=%252F%252F%255B%253A%253A1%255D%253A8080"),
        (b"https:&#47;&#47;a.example", b"http:&#47;&#47;[::1]:8080"),
    ],
)
def test_a_url_is_moved_in_its_own_spelling(text, moved):
    moving = rewriter((Origin("https", "a.example"),), Origin("http", "[::1]:8080"))

    assert moving.rewrite(text) == moved


def test_several_upstreams_lead_to_one_place():
    one, other = Origin("http", "a.example"), Origin("https", "b.example")
    moving = rewriter((one, other, one), Origin("http", "p:1"))

    moved = moving.rewrite(b"http://a.example https://b.example http://c.example")

    assert moved == b"http://p:1 http://p:1 http://c.example"
