"""Starting workers: copies of this process, which share what was read before."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NoReturn

from mockforge.errors import MockforgeError
from mockforge.server.workers.crew import Started

Work = Callable[[int, socket.socket, Sequence[socket.socket]], None]
"""Answers until it is told to stop: (number, line to the first process, sockets)."""

JOIN = 5.0
"""Seconds that a thread may take to end after what it read was closed."""

log = logging.getLogger(__name__)


def start(places: Sequence[Sequence[socket.socket]], work: Work) -> list[Started]:
    """Start a process for each of *places*; they are closed here.

    What is in memory is shared, page by page, until somebody writes to it. No event
    loop may be running, and no other thread: a copy has only the one that made it,
    and the locks of all.

    Args:
        places: The listening sockets of each.
        work: What it does.

    Raises:
        MockforgeError: If the system makes no more processes.
    """
    _wait_for_threads()
    sys.stdout.flush()
    sys.stderr.flush()
    # The collector's marks alone would copy every page into every process.
    gc.freeze()
    lines = [socket.socketpair() for _ in places]
    started = []
    # A signal that comes between would find some of them and nobody to stop them.
    told = {signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, told)
    try:
        for number, sockets in enumerate(places):
            ours, theirs = lines[number]
            pid = _copy(number)
            if pid == 0:
                for each in (*chain(*lines), *chain(*places)):
                    if each is not theirs and each not in sockets:
                        each.close()
                _become(number, theirs, sockets, work)
            started.append(Started(number + 1, pid, ours))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    for each in (*(theirs for _, theirs in lines), *chain(*places)):
        each.close()
    return started


def _wait_for_threads() -> None:
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(JOIN)


def _copy(number: int) -> int:
    try:
        return os.fork()
    except OSError as error:
        # Those that were started notice that this process ends.
        raise MockforgeError(
            f"worker {number + 1} cannot be started: {error.strerror}",
            next_step="take fewer: --workers N",
        ) from error


def _become(
    number: int, line: socket.socket, sockets: Sequence[socket.socket], work: Work
) -> NoReturn:
    """Do *work* and end this process, whatever comes of it."""
    code = 1
    try:
        # Ctrl-C reaches every process of the terminal; the first one stops the others,
        # after what they are answering, and they notice if it is gone.
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
        work(number + 1, line, sockets)
        code = 0
    except MockforgeError as error:
        log.debug("worker %d: %s", number + 1, error)
    except BaseException as error:
        log.error("worker %d: unexpected %s", number + 1, type(error).__name__)
        log.debug("the traceback", exc_info=True)
    finally:
        # Not the way the first process ends: what it closes and removes is its own.
        logging.shutdown()
        os._exit(code)
