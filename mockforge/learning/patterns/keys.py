"""Keys: which answer gave a session the credential that it is known by.

Who logs in is another session from then on. What it did under an earlier credential is
of the same thread; and where it had none, the answer that gave it its first is of the
new session, because nothing else tells whose of many at one address that was.

Exchanges come in the order of their numbers, and are forgotten after a while.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

MOST = 4_000
"""Credentials that are remembered, and sessions."""

TRIES = 50
"""Answers of an endpoint that are read without any of them giving a credential."""

LARGEST = 16 << 10
"""Bytes of an answer that is read."""

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class _Given(NamedTuple):
    number: int
    thread: str
    endpoint: str


class Keys:
    """Who was given which credential by what."""

    def __init__(self) -> None:
        self._given: OrderedDict[str, _Given] = OrderedDict()
        self._threads: OrderedDict[str, str] = OrderedDict()
        self._tried: dict[str, list[int]] = {}

    def thread(
        self, session: str, credentials: Callable[[], Iterable[str]]
    ) -> tuple[str, int | None]:
        """Return the thread of *session*, and the exchange that it begins with.

        Args:
            session: Who asks.
            credentials: Gives what its request may be known by.

        Returns:
            The number is None but for the first request of a session whose key came
            from an exchange of somebody without one.
        """
        known = self._threads.get(session)
        if known is not None:
            self._threads.move_to_end(session)
            return known, None
        if _is_anonymous(session):
            return session, None
        given = self._giver(session, credentials())
        thread, number = session, None
        if given is not None:
            self._tried.setdefault(given.endpoint, [0, 0])[1] += 1
            if _is_anonymous(given.thread):
                number = given.number
            else:
                thread = given.thread
        _put(self._threads, session, thread)
        return thread, number

    def may_give(
        self, endpoint: str, method: str, status: int, size: int, thread: str
    ) -> bool:
        """Tell whether an answer is to be read for credentials."""
        if not 200 <= status < 400 or size > LARGEST:
            return False
        tried, used = self._tried.get(endpoint, (0, 0))
        if not used and tried >= TRIES:
            return False
        return method not in _READING or _is_anonymous(thread)

    def gave(
        self, number: int, thread: str, endpoint: str, values: Iterable[str]
    ) -> None:
        """Take note of what the answer of exchange *number* gave."""
        self._tried.setdefault(endpoint, [0, 0])[0] += 1
        given = _Given(number, thread, endpoint)
        for value in values:
            name = _name(value)
            if name not in self._given:
                _put(self._given, name, given)

    def to_json(self) -> list[Any]:
        """Return this as JSON; of credentials their digests alone."""
        given = [[name, *self._given[name]] for name in self._given]
        return [given, [*map(list, self._threads.items())], self._tried]

    @classmethod
    def from_json(cls, told: Any) -> Keys:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is something else.
        """
        found = cls()
        try:
            given, threads, tried = told
            for name, number, thread, endpoint in given:
                found._given[name] = _Given(int(number), str(thread), str(endpoint))
            found._threads.update((str(one), str(other)) for one, other in threads)
            assert isinstance(tried, Mapping)
            found._tried = {
                str(endpoint): [int(read), int(used)]
                for endpoint, (read, used) in tried.items()
            }
        except (TypeError, AttributeError, AssertionError) as error:
            raise ValueError(f"these are no keys: {error!r}") from error
        return found

    def _giver(self, session: str, credentials: Iterable[str]) -> _Given | None:
        scope = session.rpartition("/")[0]
        for credential in credentials:
            given = self._given.get(_name(credential))
            if given is not None and given.thread.rpartition("/")[0] == scope:
                return given
        return None


def _is_anonymous(session: str) -> bool:
    name = session.rpartition("/")[2]
    return not name or name.startswith("addr:")


def _name(value: str) -> str:
    data = value.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=8).hexdigest()


def _put(known: OrderedDict[str, Any], name: str, value: Any) -> None:
    known[name] = value
    if len(known) > MOST:
        known.popitem(last=False)
