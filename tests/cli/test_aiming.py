import asyncio
import os
import signal

import pytest

from mockforge.cli.aiming import target_of, until_left
from mockforge.config import Config
from mockforge.errors import ConfigError, UpstreamError
from tests.load.servers import answer, serving


async def test_a_server_of_this_machine_is_found():
    with serving(lambda _: answer()) as server:
        target = await target_of(Config(), server.url, is_mine=False, insecure=False)

    assert str(target.origin) == server.url


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://shop.example", ConfigError),
        ("http://localhost/path", ConfigError),
        ("http://127.0.0.1:1", UpstreamError),
    ],
)
async def test_what_may_not_be_sent_to_is_refused(url, problem):
    with pytest.raises(problem):
        await target_of(Config(), url, is_mine=False, insecure=False)


async def test_it_ends_when_the_terminal_goes_away():
    told = asyncio.Event()
    # Whoever runs the tests may have been told to outlive the terminal.
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        with until_left(told):
            os.kill(os.getpid(), signal.SIGHUP)
            await asyncio.wait_for(told.wait(), 5)
    finally:
        signal.signal(signal.SIGHUP, before)

    assert told.is_set()
