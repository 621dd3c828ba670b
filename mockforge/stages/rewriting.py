r"""Absolute URLs found and moved from one origin to another, however they are spelled.

A URL in an answer may be plain, escaped for JSON (`http:\/\/host`), for HTML
(`http:&#x2F;&#x2F;host`), percent-encoded once or twice, or without a scheme
(`//host`). What is written in its place is spelled the same way, so that a URL
moved out and back in is the URL it was.
"""

from __future__ import annotations

from functools import lru_cache

from mockforge.http import Origin
from mockforge.stages.spellings import CONTEXT, Found, Sought


class Rewriter:
    """Moves URLs that name one of *sources* to *target*.

    Args:
        sources: What is looked for.
        target: What is written in its place.
        links: What is searched is known to hold links; see `Sought`.
    """

    def __init__(
        self, sources: tuple[Origin, ...], target: Origin, *, links: bool = False
    ) -> None:
        self._sought = [Sought(source, links=links) for source in sources]
        self._hosts = [host for sought in self._sought for host in sought.hosts]
        self._target = target

    def concerns(self, text: bytes) -> bool:
        """Return whether *text* holds one of the hosts at all; cheap."""
        lower = text.lower()
        return any(host in lower for host in self._hosts)

    def rewrite(self, text: bytes) -> bytes:
        """Return *text* with its URLs moved; the same object if there are none."""
        if not self.concerns(text):
            return text
        return self.advance(text, 0, len(text))[0]

    def advance(self, text: bytes, start: int, stop: int) -> tuple[bytes, int]:
        """Move the URLs that begin in *text* from *start* to before *stop*.

        Returns:
            The new text, and where in the old one it ends: *stop*, or the end of a
            URL that reaches beyond it.
        """
        lower = text.lower()
        found = [each for s in self._sought for each in s.find(text, lower, start)]
        found.sort(key=lambda each: each.start)
        out: list[bytes] = []
        done = start
        for each in found:
            if done <= each.start < stop:
                out += text[done : each.start], self._spelled(each)
                done = each.end
        end = max(done, stop)
        if not out:
            return text[start:end], end
        out.append(text[done:end])
        return b"".join(out), end

    def beginning(self, text: bytes, start: int) -> int:
        """Return where from *start* a URL may begin that *text* breaks off."""
        places = [sought.broken_off(text, start) for sought in self._sought]
        return min((at for at in places if at is not None), default=len(text))

    def _spelled(self, found: Found) -> bytes:
        scheme = self._target.scheme
        if found.scheme.startswith("ws"):
            scheme = "wss" if scheme == "https" else "ws"
        shown = scheme.encode() + found.colon if found.scheme else b""
        return shown + found.slashes + self._authority(found)

    def _authority(self, found: Found) -> bytes:
        """Return the target's authority, spelled like the rest of the URL."""
        colon = found.colon or _colon_like(found.slashes)
        plain = self._target.authority.encode("latin-1")
        if colon.startswith(b"%"):
            for mark, digits in ((b"[", b"5B"), (b"]", b"5D")):
                code = digits if colon.endswith(b"A") else digits.lower()
                plain = plain.replace(mark, colon[:-2] + code)
        return plain.replace(b":", colon)


def _colon_like(slashes: bytes) -> bytes:
    """Return a colon spelled like *slashes*."""
    if not slashes.startswith(b"%"):
        return b":"
    code = b"3A" if slashes.endswith(b"F") else b"3a"
    return slashes[: slashes.lower().index(b"2f")] + code


@lru_cache(maxsize=512)
def rewriter(
    sources: tuple[Origin, ...], target: Origin, links: bool = False
) -> Rewriter:
    """Return the rewriter from *sources* to *target*, made once."""
    wanted = dict.fromkeys(source for source in sources if source != target)
    return Rewriter(tuple(wanted), target, links=links)


class StreamRewriter:
    """Moves URLs in a text that comes in pieces.

    What comes out lags behind only while the text ends in what may be the beginning
    of a URL that is looked for.
    """

    def __init__(self, rewriting: Rewriter) -> None:
        self._rewriting = rewriting
        self._text = b""
        self._sent = 0

    def feed(self, piece: bytes) -> bytes:
        """Take *piece* and return what can be sent on."""
        text = self._text + piece
        stop = self._rewriting.beginning(text, self._sent)
        out, sent = self._rewriting.advance(text, self._sent, stop)
        keep = max(0, sent - CONTEXT)
        self._text, self._sent = text[keep:], sent - keep
        return out

    def end(self) -> bytes:
        """Return what was held back: nothing follows."""
        out, _ = self._rewriting.advance(self._text, self._sent, len(self._text))
        self._text, self._sent = b"", 0
        return out
