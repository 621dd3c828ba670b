"""When answers come: clients that note the time."""

import gc
import select
import time
from dataclasses import dataclass, field
from heapq import heappop, heappush

from load import One, open_socket


@dataclass
class Group:
    """Connections that do the same."""

    work: list
    """(request, bytes of the answer)."""
    connections: int
    pause: float = 0.0
    """Seconds from an answer to the next request."""
    spread: float = 0.0
    """Seconds over which the first requests are spread."""
    took: list = field(default_factory=list)
    """Seconds from each request to its answer."""


def timed(port, groups, seconds, *, settle=0.3):
    """Run *groups* at once for *seconds*; what comes in the first *settle* is left out.

    Returns:
        The seconds it took.
    """
    clock = _Clock(port, groups)
    gc.disable()
    try:
        return clock.run(seconds, settle)
    finally:
        gc.enable()
        clock.close()


class _Clock:
    def __init__(self, port, groups):
        self._poll = select.epoll()
        self._ones, self._sockets, self._due = {}, [], []
        now = time.perf_counter()
        for group in groups:
            group.took.clear()
            for number in range(group.connections):
                opened = open_socket(port)
                self._sockets.append(opened)
                one, file = One(opened), opened.fileno()
                self._ones[file] = [one, group, number, 0.0]
                self._poll.register(file, select.EPOLLIN)
                wait = group.spread * number / group.connections
                heappush(self._due, (now + 0.05 + wait, file))

    def run(self, seconds, settle):
        clock, due, ones = time.perf_counter, self._due, self._ones
        began = clock()
        end, counts = began + seconds, began + settle
        while (now := clock()) < end:
            while due and due[0][0] <= now:
                self._ask(heappop(due)[1])
                now = clock()
            # To the next whole millisecond: requests may be late, answers not.
            until = min(end, due[0][0] if due else end)
            for file, _ in self._poll.poll(max(0.0, until - now)):
                state = ones[file]
                one, group = state[0], state[1]
                data = one.recv(262_144)
                one.left -= len(data)
                if one.left > 0 and data:
                    continue
                if one.left or not data:
                    raise SystemExit(f"an answer of another length: {data[:300]!r}")
                came = clock()
                if came > counts:
                    group.took.append(came - state[3])
                if group.pause:
                    heappush(due, (came + group.pause, file))
                else:
                    self._ask(file)
        return seconds - settle

    def _ask(self, file):
        state = self._ones[file]
        one, group, number, _ = state
        request, one.left, *_ = group.work[number % len(group.work)]
        state[2] = number + group.connections
        state[3] = time.perf_counter()
        one.send(request)

    def close(self):
        for each in self._sockets:
            each.close()
        self._poll.close()


def percentile(values, share):
    """Return the value below which *share* of *values* are."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
