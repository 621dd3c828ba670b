"""Whose turn it is, kept in Redis: by several processes, containers or machines.

What is decided is what `Turns` decides in memory, by a script that Redis runs whole:
two requests of one session cannot come between each other.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mockforge.clock import Clock
from mockforge.errors import ConfigError
from mockforge.sources.redis_script import AGAIN, CONSUMED, TAKE
from mockforge.sources.remedies import place
from mockforge.sources.shared import Given, Unasked
from mockforge.sources.turns import (
    SESSIONS_KEPT,
    AfterLast,
    Consumed,
    Pool,
    Turn,
    alike,
    first_of,
)

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from mockforge.sources.shelf import Shelf
    from mockforge.store.indexed import Indexed

PATIENCE = 2.0
"""Seconds for Redis to accept a connection, and to answer."""

CONNECTIONS = 16
"""Of one process. A script takes Redis some 20 µs: more would not be faster."""

LEFT = 60.0
"""Seconds that the keys outlive the last session."""


class RedisState:
    """The sessions of a run, in Redis."""

    def __init__(
        self,
        url: str,
        name: str,
        *,
        after_last: AfterLast = AfterLast.LAST,
        timeout: float = 3600.0,
        clock: Clock | None = None,
    ) -> None:
        """Take note of where; nothing is connected yet.

        Args:
            url: As in `redis://host:6379/0`.
            name: Who gives the same name, with the same recording, shares them.
            after_last: What follows the last answer of a sequence.
            timeout: Seconds after which a session not heard of has ended.
            clock: That of the Redis server if None, the same for all who ask.
        """
        self.after_last = after_last
        self.timeout = timeout
        self.clock = clock
        self._url = url
        self._shown = place(url)
        self._name = name
        self._redis: Redis | None = None
        self._script: Any = None

    async def open(self) -> None:
        """Connect, and try it.

        Raises:
            ConfigError: If the client is not installed, or the address is none.
            Unasked: If it cannot be reached.
        """
        try:
            from redis.asyncio import BlockingConnectionPool, Redis
            from redis.asyncio.retry import Retry
            from redis.backoff import NoBackoff
        except ModuleNotFoundError as error:
            raise ConfigError(
                f"{self._shown!r} needs a client that is not installed",
                where="sessions.state",
                next_step="install it: pip install 'mockforge[redis]'",
            ) from error
        try:
            pool = BlockingConnectionPool.from_url(
                self._url,
                max_connections=CONNECTIONS,
                timeout=PATIENCE,
                socket_timeout=PATIENCE,
                socket_connect_timeout=PATIENCE,
                # A turn that was asked for twice would be taken twice.
                retry=Retry(NoBackoff(), 0),
                decode_responses=True,
                # The one that every version speaks.
                protocol=2,
            )
            # It looks at a query only now.
            pool.make_connection()  # type: ignore[no-untyped-call]  # half typed
        except (TypeError, ValueError) as error:
            raise ConfigError(
                f"{self._shown!r} is no address of a Redis: {error}",
                where="sessions.state",
                nearest="redis://host:6379/0",
            ) from error
        self._redis = Redis(connection_pool=pool)
        self._script = self._redis.register_script(TAKE)
        try:
            with self._told("cannot be used", "start it, or correct --state"):
                await self._redis.ping()
        except Unasked:
            await self.close()
            raise

    async def close(self) -> None:
        """Close every connection. Closing twice is allowed."""
        if self._redis is not None:
            await self._redis.aclose()
            await self._redis.connection_pool.disconnect()
            self._redis = None

    def keeper(self, shelf: Shelf) -> RedisKeeper:
        """Return what keeps the sessions of *shelf*."""
        # In braces: a cluster keeps all of it in one place, as the script needs it.
        prefix = f"mockforge:{{{self._name}:{_digest(shelf)}}}:"
        return RedisKeeper(self, prefix, {row.session for row in shelf.rows})

    async def run(self, keys: Sequence[str], values: Sequence[Any]) -> Any:
        """Return what the script says.

        Raises:
            Unasked: If Redis does not answer.
        """
        assert self._redis is not None, "it is opened first"
        with self._told("cannot be asked whose turn it is", "look whether it runs"):
            return await self._script(keys=keys, args=values)

    @contextmanager
    def _told(self, what: str, next_step: str) -> Iterator[None]:
        from redis.exceptions import RedisError

        try:
            yield
        except (RedisError, OSError) as error:
            raise Unasked(
                f"the Redis at {self._shown} {what}: {_reason(error)}",
                where="sessions.state",
                next_step=next_step,
            ) from error


class RedisKeeper:
    """The sessions of one recording, in Redis."""

    def __init__(
        self, state: RedisState, prefix: str, recorded: Collection[str]
    ) -> None:
        self._state = state
        self._prefix = prefix
        self._recorded = recorded
        self._adopted: OrderedDict[str, str] = OrderedDict()
        """As far as is known here: what a session stands for, as Redis names it."""

    async def take(self, pool: Pool, session: str) -> Given:
        """Return the exchange whose turn it is, and count it as given.

        Raises:
            Consumed: If all are used up.
            Unasked: If Redis does not answer.
        """
        own = first_of(session, pool.parts) if len(pool.rows) > 1 else None
        guess = self._adopted.get(session, "")
        while True:
            rows: Sequence[Indexed] = pool.rows
            if len(rows) == 1:
                how: list[Any] = ["single", 1, _named(rows[0].session)]
            elif own is not None:
                rows = pool.given(pool.parts[own], session)
                how = ["own", len(rows), ""]
            else:
                rows = pool.parts.get(guess[1:], rows) if guess else rows
                rows = pool.given(rows, session)
                how = ["part", len(rows), guess, *_offered(pool, session, guess)]
            at, chosen, adopted = await self._asked(pool, session, how)
            self._remember(session, adopted)
            if at != AGAIN:
                break
            guess = adopted
        if at == CONSUMED:
            raise Consumed
        if chosen:
            rows = pool.given(pool.parts[chosen[1:]], session)
        is_last = len(pool.rows) == 1 or at == len(rows) - 1
        if self._state.after_last is not AfterLast.LAST:
            is_last = len(pool.rows) == 1 and self._state.after_last is AfterLast.CYCLE
        return Given(Turn(rows[at], is_last, at), bool(adopted))

    async def _asked(
        self, pool: Pool, session: str, how: Sequence[Any]
    ) -> tuple[int, str, str]:
        state, prefix = self._state, self._prefix
        own = first_of(session, self._recorded)
        at, chosen, adopted = await state.run(
            (f"{prefix}heard", f"{prefix}taken", f"{prefix}of:{session}"),
            (
                f"{prefix}of:",
                session,
                state.timeout,
                "" if state.clock is None else state.clock.monotonic(),
                SESSIONS_KEPT,
                int((state.timeout + LEFT) * 1000),
                pool.key.hex(),
                state.after_last.value,
                int(state.after_last is AfterLast.MISS or len(pool.rows) > 1),
                "" if own is None else _named(own),
                *how,
            ),
        )
        return int(at), chosen, adopted

    def _remember(self, session: str, adopted: str) -> None:
        self._adopted[session] = adopted
        self._adopted.move_to_end(session)
        if len(self._adopted) > SESSIONS_KEPT:
            self._adopted.popitem(last=False)


def _named(recorded: str) -> str:
    return f"={recorded}"


def _offered(pool: Pool, session: str, guess: str) -> list[Any]:
    """Return what a session may adopt, each with its number of answers."""
    if guess:
        return []
    offered: list[Any] = []
    for name in alike(session, pool.parts):
        offered += (_named(name), len(pool.given(pool.parts[name], session)))
    return offered


def _digest(shelf: Shelf) -> str:
    """Return what tells this recording from others, wherever its file is."""
    digest = hashlib.blake2b(digest_size=8)
    for row in shelf.rows:
        digest.update(row.key)
        digest.update(f"{row.session} {row.started!r}\n".encode("utf-8", "replace"))
    return digest.hexdigest()


def _reason(error: BaseException) -> str:
    """Return what the system said, or else what Redis or its client did."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, OSError):
        found = found.__cause__ or found.__context__
    if isinstance(found, TimeoutError):
        return f"no answer in {PATIENCE:g} s"
    if isinstance(found, ConnectionError | FileNotFoundError) and found.errno:
        # What asyncio adds to it names the address once more.
        return os.strerror(found.errno).lower()
    text = found.strerror if isinstance(found, OSError) else None
    return (text or str(error)).rstrip(".") or type(error).__name__
