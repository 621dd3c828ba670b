"""The run itself: connections that ask what is due, until the time or number is up."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from mockforge.clock import Clock, SystemClock
from mockforge.load.alarm import Alarm, alarm
from mockforge.load.histogram import Histogram
from mockforge.load.line import ComparingLine, Line, connect
from mockforge.load.prepared import Prepared
from mockforge.load.schedule import Pacing, Schedule
from mockforge.load.tally import Tally, Trouble
from mockforge.load.target import Target

SWEEP = 0.05
"""Seconds between two looks at what has taken too long."""
LOOK = 0.01
"""Seconds between two looks at how late the client itself is, without a rate."""
BACKOFF = (0.05, 1.0)
"""Seconds before the next try to connect: at first, and at most."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How requests are sent."""

    pacing: Pacing = field(default_factory=Pacing)
    connections: int = 16
    timeout: float = 10.0
    """Seconds that an answer may take."""
    verify: bool = False
    """Compare bodies."""


@dataclass(slots=True)
class Client:
    """What the client says of itself."""

    lag: Histogram = field(default_factory=Histogram)
    """How late it woke up: what it may have added to each time."""
    cpu: float = 0.0
    """Seconds of CPU while it was measured."""
    elapsed: float = 0.0
    """Seconds that took."""
    requests: int = 0
    """Requests that ended meanwhile."""


class Drive:
    """One run against one server."""

    def __init__(
        self,
        requests: Sequence[Prepared],
        target: Target,
        manner: Manner,
        *,
        clock: Clock | None = None,
    ) -> None:
        self._requests = requests
        self._next = 0
        self._target = target
        self._manner = manner
        self._now = (clock or SystemClock()).monotonic
        make = ComparingLine if manner.verify else Line
        self._lines = [make(self) for _ in range(manner.connections)]
        self._idle: deque[Line] = deque()
        self._warmup = Tally()
        self._ended = 0
        self._alarm: Alarm | None = None
        self._alarm_at: float | None = None
        self._schedule: Schedule | None = None
        self._gone = asyncio.Event()
        self._connecting: set[asyncio.Task[None]] = set()
        self._begin = math.inf
        self._last_sent = 0.0
        self._last_answer = 0.0
        self.tally = Tally()
        """What was measured."""
        self.client = Client()
        self.in_flight = 0
        """Requests whose answers were not waited for: the run was stopped."""
        self.reconnects = 0
        self.unsent = 0
        """Requests that were due and for which no connection was free."""

    @property
    def schedule(self) -> Schedule:
        """When requests are due; there once the run has begun."""
        assert self._schedule is not None
        return self._schedule

    @property
    def began(self) -> bool:
        """Whether anything is being sent yet."""
        return self._schedule is not None

    @property
    def seconds(self) -> float:
        """From the first measured request to the last answer."""
        return max(self._last_answer - self.schedule.begin, 0.0)

    @property
    def sending(self) -> float:
        """Seconds from the first measured request to the last one sent."""
        return max(self._last_sent - self.schedule.begin, 0.0)

    async def run(self, told: asyncio.Event) -> None:
        """Send until the time or number is up, or somebody *told* it to stop."""
        async with asyncio.TaskGroup() as group:
            self._group = group
            self._alarm = alarm(self._wake)
            try:
                await asyncio.gather(*(self._open(line) for line in self._lines))
                self._start()
                await self._watch(told)
            finally:
                self._alarm.close()
                self._alarm = None
                for task in self._connecting:
                    task.cancel()
        await self._hang_up()

    # What lines tell.

    def answered(self, line: Line, asked: Prepared, *, stays: bool) -> None:
        """Count an answer, and ask the next."""
        now = self._now()
        self._ended += 1
        line.free = now
        if line.due >= self._begin:
            self._last_answer = now
            tally = self.tally
        else:
            tally = self._warmup
        tally.received += line.received
        tally.answer(asked, line.status, line.digest(), seconds=now - line.due)
        if stays:
            self._ready(line, now)

    def failed(self, line: Line, asked: Prepared, trouble: Trouble) -> None:
        """Count what got no answer."""
        line.free = self._now()
        self._trouble(line.due, trouble)

    def closed(self, line: Line) -> None:
        """Connect again, unless it is over."""
        if line in self._idle:
            self._idle.remove(line)
        if not any(each.is_connected for each in self._lines):
            self._gone.set()
        if self._schedule is None or self._alarm is None:
            return
        if not self._schedule.is_over(self._now()):
            self.reconnects += 1
            self._reconnect(line)

    # Sending.

    def _start(self) -> None:
        now = self._now()
        self._schedule = Schedule(self._manner.pacing, now)
        self._begin = self._schedule.begin
        for line in self._lines:
            line.free = now
            if line.is_open:
                self._ready(line, now)
            else:
                self._reconnect(line)
        if self._manner.pacing.rate is None:
            self._set_alarm(now, now + LOOK)

    def _ready(self, line: Line, now: float) -> None:
        due = self.schedule.take(now, line.free)
        if due is not None:
            self._ask(line, due, now)
            return
        self._idle.append(line)
        if self._alarm_at is None:
            self._await_due(now)

    def _ask(self, line: Line, due: float, now: float) -> None:
        line.ask(self._following(), due, now)
        self._last_sent = now

    def _following(self) -> Prepared:
        number = self._next
        self._next = (number + 1) % len(self._requests)
        return self._requests[number]

    def _await_due(self, now: float) -> None:
        due = self.schedule.next_due()
        if due is not None and not self.schedule.is_over(now):
            self._set_alarm(now, due)

    def _set_alarm(self, now: float, due: float) -> None:
        if self._alarm is not None:
            self._alarm_at = due
            self._alarm.set(due - now)

    def _wake(self) -> None:
        now = self._now()
        assert self._alarm_at is not None
        if self._alarm_at >= self._begin:
            self.client.lag.add(now - self._alarm_at)
        self._alarm_at = None
        if self._manner.pacing.rate is None:
            self._set_alarm(now, now + LOOK)
            return
        while self._idle:
            due = self.schedule.take(now, now)
            if due is None:
                self._await_due(now)
                return
            self._ask(self._idle.popleft(), due, now)

    # Watching.

    async def _watch(self, told: asyncio.Event) -> None:
        schedule, cpu = self.schedule, None
        while not told.is_set():
            now = self._now()
            if cpu is None and now >= schedule.begin:
                cpu = (time.process_time(), now, self._ended)
            busy = self._sweep(now)
            if schedule.is_over(now) and not busy:
                break
            await asyncio.sleep(SWEEP)
        if cpu is not None:
            self.client.cpu = time.process_time() - cpu[0]
            self.client.elapsed = self._now() - cpu[1]
            self.client.requests = self._ended - cpu[2]
        self.in_flight = sum(line.asked is not None for line in self._lines)
        self.unsent = schedule.missing(self._now())

    def _sweep(self, now: float) -> int:
        """Give up on answers that take too long; return how many are waited for."""
        busy = 0
        for line in self._lines:
            if line.asked is None:
                continue
            if now - line.sent > self._manner.timeout:
                line.give_up(Trouble.TIMEOUT)
            else:
                busy += 1
        return busy

    def _trouble(self, due: float, trouble: Trouble) -> None:
        self._ended += 1
        tally = self.tally if due >= self._begin else self._warmup
        tally.errors[trouble] += 1

    # Connecting.

    async def _open(self, line: Line) -> Trouble | None:
        return await connect(line, self._target, within=self._manner.timeout)

    def _reconnect(self, line: Line) -> None:
        task = self._group.create_task(self._connect(line))
        self._connecting.add(task)
        task.add_done_callback(self._connecting.discard)

    async def _connect(self, line: Line) -> None:
        """Connect *line*; each try that fails is the failure of a request."""
        wait, longest = BACKOFF
        while (trouble := await self._open(line)) is not None:
            now = self._now()
            if self.schedule.is_over(now):
                return
            due = self.schedule.take(now, line.free)
            line.free = now
            if due is not None:
                self._following()
                self._trouble(due, trouble)
            await asyncio.sleep(wait)
            wait = min(2 * wait, longest)
        if line.is_open and self._alarm is not None:
            self._ready(line, self._now())

    async def _hang_up(self) -> None:
        for line in self._lines:
            line.asked = None
            line.abort()
        # Transports tell their protocols in the next turns of the loop.
        if any(line.is_connected for line in self._lines):
            self._gone.clear()
            await self._gone.wait()
