"""Listening, and the refusals of it."""

import socket

import pytest

from mockforge.errors import ListenError
from mockforge.server.run import Server, listen


async def nothing(asked, channel):
    return False


def test_any_free_port_is_found_and_told():
    (bound,) = listen("127.0.0.1", 0)
    with bound:
        server = Server(nothing, [bound])

        assert server.url == f"http://127.0.0.1:{bound.getsockname()[1]}"
        assert f"localhost:{server.port}" in server.authorities


def test_a_name_with_several_addresses_has_one_port_on_all():
    sockets = listen("localhost", 0)

    assert len({each.getsockname()[1] for each in sockets}) == 1
    for each in sockets:
        each.close()


def test_answers_in_two_writes_do_not_wait_for_each_other():
    """Asyncio switches Nagle's algorithm off only where the protocol is named."""
    (bound,) = listen("127.0.0.1", 0)
    with bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_a_port_in_use_is_told_with_what_to_do():
    (bound,) = listen("127.0.0.1", 0)
    with bound:
        port = bound.getsockname()[1]
        with pytest.raises(ListenError) as caught:
            listen("127.0.0.1", port)

    assert caught.value.exit_code == 6
    assert f"127.0.0.1:{port} is in use" in str(caught.value)
    assert "--port" in str(caught.value)


@pytest.mark.parametrize(
    ("host", "port", "word"),
    [
        ("192.0.2.1", 0, "not an address of this machine"),
        ("no.such.name.invalid", 0, "not an address or name"),
        ("127.0.0.1", 70000, "not a port"),
    ],
)
def test_an_address_that_cannot_be_had_is_told(host, port, word):
    with pytest.raises(ListenError, match=word):
        listen(host, port)
