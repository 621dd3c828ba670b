import socket
from dataclasses import replace

import pytest

from mockforge.demo.tour import Tour, show
from mockforge.errors import ListenError, MockforgeError


async def test_what_was_recorded_is_what_is_replayed(tmp_path):
    outcome = await show(Tour(keep=tmp_path / "new" / "directory"))

    assert outcome.replayed.deviations == ()
    assert outcome.replayed.misses == ()
    assert outcome.matched
    assert (tmp_path / "new" / "directory" / "shop.db").is_file()


async def test_no_secret_of_the_session_is_recorded():
    """The count of replaced values says that there was something to replace."""
    outcome = await show(Tour(seed=2))

    assert outcome.leaked == 0
    assert outcome.redacted["authorization"] > 20
    assert {"password", "access_token", "refresh_token", "set-cookie"} <= set(
        outcome.redacted
    )


async def test_what_was_recorded_teaches_what_the_shop_keeps():
    learned = (await show(Tour(seed=2))).learned

    assert learned.endpoints > 15
    assert {"orders", "products"} <= set(learned.things)
    assert learned.values > 100


async def test_the_websocket_is_recorded_and_said_not_to_be_replayed():
    outcome = await show(Tour(seed=2))

    assert (outcome.seen.websockets, outcome.seen.messages) == (1, 5)
    assert outcome.seen.streams == 1
    assert outcome.replayed.websocket is not None


async def test_a_seed_shows_the_same_again():
    def told(outcome):
        # Addresses are in packed bodies, whose sizes differ by a byte or two with them.
        seen = replace(outcome.seen, size=0)
        return replace(
            outcome, seconds=0.0, proxy="", upstream="", recording="", seen=seen
        )

    assert told(await show(Tour(seed=4))) == told(await show(Tour(seed=4)))


async def test_without_keep_nothing_is_left(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    outcome = await show(Tour(seed=1))

    assert outcome.recording.startswith(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


async def test_proxy_and_replay_share_the_port_that_is_asked_for():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    outcome = await show(Tour(seed=1, port=port))

    assert outcome.proxy == f"http://127.0.0.1:{port}"
    assert outcome.matched


async def test_a_taken_port_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ListenError):
        await show(Tour(port=taken.getsockname()[1]))


async def test_a_directory_that_cannot_be_is_told(tmp_path):
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(MockforgeError, match="no directory to keep a recording in"):
        await show(Tour(keep=file / "below"))
