"""One port for several processes."""

import socket

import pytest

from mockforge.errors import ConfigError, ListenError
from mockforge.server.run import listen
from mockforge.server.workers import ports


@pytest.fixture
def three():
    """The sockets of three workers on any free port."""
    places = ports.spread(listen("127.0.0.1", 0), 3)
    yield places
    for (each,) in places:
        each.close()


def accepted(listening):
    count = 0
    while True:
        try:
            listening.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def test_connections_are_spread_over_all(three):
    address = three[0][0].getsockname()
    clients = [socket.create_connection(address) for _ in range(100)]
    counts = [accepted(each) for (each,) in three]
    for client in clients:
        client.close()

    assert sum(counts) == 100
    # A hundred draws of three leave one of them out once in 10**17.
    assert all(counts)


def test_the_port_is_nobody_elses(three):
    with pytest.raises(ListenError, match="is in use"):
        listen(*three[0][0].getsockname())


def test_a_port_that_others_share_is_in_use():
    """SO_REUSEPORT would have let us in, for half of the connections."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()

        with pytest.raises(ListenError, match="is in use"):
            ports.spread(listen(*other.getsockname()), 2)


def test_a_name_with_two_addresses_has_one_port():
    first = listen("localhost", 0)
    places = ports.spread(first, 2)
    found = {each.getsockname()[1] for place in places for each in place}
    for each in (each for place in places for each in place):
        each.close()

    assert len(found) == 1
    assert [len(place) for place in places] == [len(first)] * 2


@pytest.mark.parametrize("system", ["darwin", "win32", "freebsd14"])
def test_where_connections_are_not_spread_it_is_refused(monkeypatch, system):
    monkeypatch.setattr("sys.platform", system)

    with pytest.raises(ConfigError, match=f"need Linux, and this is {system}"):
        ports.require()
