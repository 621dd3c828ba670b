import socket

import pytest

from mockforge.errors import ConfigError, UpstreamError
from mockforge.http import Origin
from mockforge.load.target import Trust, find, is_here, parse
from tests.load.servers import answer, serving


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", True),
        ("localhost", True),
        ("api.localhost", True),
        ("192.168.1.1", False),
        ("::ffff:8.8.8.8", False),
        ("fe80::1%eth0", False),
        ("localhost.example.com", False),
        ("example.com", False),
        ("", False),
    ],
)
def test_this_machine_is_told_from_others(address, here):
    assert is_here(address) is here


@pytest.mark.parametrize("url", ["example.com", "ftp://a", "http://", "http://a:99999"])
def test_what_is_no_server_is_refused(url):
    with pytest.raises(ConfigError, match="--url"):
        parse(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:80/v1", "http://127.0.0.1/?a=1"])
def test_a_path_is_refused_and_not_ignored(url):
    with pytest.raises(ConfigError, match="path of its own"):
        parse(url)


def test_a_slash_is_no_path():
    assert parse("http://LOCALHOST:8080/") == Origin("http", "localhost:8080")


@pytest.mark.parametrize("host", ["192.0.2.1", "example.com"])
async def test_another_machine_is_refused_without_a_question_to_anybody(host):
    with pytest.raises(ConfigError, match="--target-is-mine") as caught:
        await find(Origin("http", host), trust=Trust())

    assert host in str(caught.value)


async def test_a_name_without_an_address_is_told():
    with pytest.raises(UpstreamError, match="has no address"):
        await find(Origin("http", "nobody.invalid"), trust=Trust(), is_mine=True)


async def test_the_address_that_takes_connections_is_found():
    with serving(lambda _: answer()) as server:
        port = server.server_address[1]
        found = await find(Origin("http", f"localhost:{port}"), trust=Trust())

    assert (found.host, found.port, found.tls) == ("127.0.0.1", port, None)


async def test_a_server_that_is_not_there_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(UpstreamError, match="refuses connections"):
            await find(Origin("http", f"127.0.0.1:{port}"), trust=Trust())


async def test_a_server_without_tls_is_told():
    with serving(lambda _: answer()) as server:
        origin = Origin("https", server.url.removeprefix("http://"))
        with pytest.raises(UpstreamError, match="no secure connection"):
            await find(origin, trust=Trust())
