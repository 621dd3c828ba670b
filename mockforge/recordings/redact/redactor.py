"""The redactor: exchanges, requests and texts with stand-ins for their secrets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mockforge.exchange import Exchange
from mockforge.http import Request
from mockforge.recordings.redact import views
from mockforge.recordings.redact.fields import Fields
from mockforge.recordings.redact.known import Known
from mockforge.recordings.redact.messages import Messages
from mockforge.recordings.redact.names import Names
from mockforge.recordings.redact.options import RedactOptions, checked_patterns
from mockforge.recordings.redact.standins import Standins
from mockforge.recordings.redact.sweep import Seen, Sweep
from mockforge.recordings.redact.turnstile import Turnstile

CARRIED = "redact_carried"
"""Where a database keeps what a redactor has carried, with spaces between."""


class Redactor:
    """Puts stand-ins in the place of secrets, the same for the same under one key.

    What it finds in one place it looks for in all others from then on. Several
    threads may use one: a long text is swept piece by piece, and others come between.
    """

    def __init__(
        self,
        key: bytes,
        options: RedactOptions | None = None,
        *,
        carried: Iterable[str] = (),
    ) -> None:
        """Check *options* and begin with nothing known.

        Args:
            key: What stand-ins are made with; a recording keeps its own.
            options: The settings.
            carried: What another redactor with this key had under that name.

        Raises:
            ConfigError: If a setting cannot be used.
            ValueError: If *key* is empty, or *carried* holds something else.
        """
        options = options or RedactOptions()
        patterns = checked_patterns(options)
        self._standins = Standins(key)
        self._known = Known(self._standins.digest)
        self._known.expect(carried)
        self._turn = Turnstile()
        names = Names(headers=options.headers, fields=options.fields, keep=options.keep)
        sweep = Sweep(
            swap=self._standins.make,
            names=names,
            fields=Fields(names, options.fields),
            known=self._known,
            patterns=patterns,
            keep=frozenset(name.encode() for name in options.keep),
            is_standin=self._standins.verifies,
            pause=self._turn.pause,
        )
        self._disk = Messages(sweep)
        self._keeping = Messages(replace(sweep, swap=self._standins.keep, memory={}))

    @property
    def carried(self) -> tuple[str, ...]:
        """Traces of secrets that only memory found in a request, as in a path.

        A replay that is asked with the real secret, and has not seen it elsewhere
        before, needs them to find the recorded request. They tell no secret.
        """
        return self._known.carried

    def exchange(self, exchange: Exchange, *, keep_standins: bool = False) -> Exchange:
        """Return *exchange* as it may be stored; itself if nothing in it is secret.

        Args:
            exchange: As it passed.
            keep_standins: Leave what is a stand-in already, for an exchange that was
                stored before. What just passed may look like one and is replaced too.
        """
        messages = self._keeping if keep_standins else self._disk
        with self._turn:
            before = self._known.found
            swept = messages.exchange(exchange)
            if self._known.found == before:
                return swept
            # What was found at the end may have passed at the beginning.
            return messages.exchange_again(swept)

    def request(self, request: Request, *, keep_standins: bool = False) -> Request:
        """Return *request* as it may be matched; itself if nothing in it is secret.

        Args:
            request: As asked.
            keep_standins: Leave what is a stand-in already, as a client sends it that
                got it from a recorded answer.
        """
        messages = self._keeping if keep_standins else self._disk
        with self._turn:
            before = self._known.found
            swept = messages.request(request)
            if self._known.found == before:
                return swept
            return messages.request_again(swept)

    def text(self, text: str) -> str:
        """Return *text* as it may be shown: in a log, an error, a report."""
        data = (
            views.bytes_of(text)
            if text.isascii()
            else text.encode("utf-8", "surrogatepass")
        )
        with self._turn:
            swept = self._keeping.sweep.text(data)
        return text if swept == data else swept.decode("utf-8", "surrogatepass")

    def standin(self, secret: str) -> str:
        """Return what stands for *secret*; *secret* itself if it is a stand-in."""
        return self._standins.name(secret)

    def looking(self, seen: Seen) -> Sweep:
        """Return a sweep that tells *seen* of every secret, and begins with none."""
        return replace(
            self._keeping.sweep,
            seen=seen,
            known=Known(self._standins.digest),
            memory={},
            pause=None,
        )

    def is_standin(self, value: str) -> bool:
        """Tell whether *value* was made under this key; see Standins."""
        return self._standins.verifies(value)


class NoRedaction:
    """Leaves everything as it is."""

    carried: tuple[str, ...] = ()

    def exchange(self, exchange: Exchange, *, keep_standins: bool = False) -> Exchange:
        """Return *exchange*."""
        return exchange

    def request(self, request: Request, *, keep_standins: bool = False) -> Request:
        """Return *request*."""
        return request

    def text(self, text: str) -> str:
        """Return *text*."""
        return text

    def standin(self, secret: str) -> str:
        """Return *secret*."""
        return secret

    def is_standin(self, value: str) -> bool:
        """Return False: nothing stands for anything else."""
        return False
