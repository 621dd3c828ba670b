"""Bodies taken out of their content coding, and put back."""

from __future__ import annotations

from dataclasses import dataclass

from mockforge import codings

LARGEST = 256 << 20
"""Bytes. What a body decodes to beyond this is not looked at."""
_PIECE = 4 << 10


@dataclass(frozen=True, slots=True)
class Opened:
    """A body as it reads decoded, and the way back."""

    body: bytes
    """As sent."""
    plain: bytes
    """What it decodes to; the body itself where nothing could be decoded."""
    undone: tuple[str, ...] = ()
    """The codings that were taken off, the last one applied first."""
    whole: bool = True
    """False where *plain* is only a beginning."""

    def closed(self, plain: bytes) -> bytes:
        """Return the body that decodes to *plain*; the old one if that is the same.

        What was a beginning stays one: its end is left out.
        """
        if plain is self.plain or plain == self.plain:
            return self.body
        for coding in reversed(self.undone):
            encoder = codings.Encoder(coding)
            plain = encoder.feed(plain)
            plain += encoder.end() if self.whole else encoder.flush()
        return plain


def open_body(body: bytes, coding: str, *, whole: bool = True) -> Opened:
    """Take the content codings off *body*.

    A body that is cut short or breaks off in the middle is decoded as far as it
    goes. A body that is not what it says, or has a coding unknown here, is taken as
    it stands.

    Args:
        body: As sent.
        coding: The value of Content-Encoding; empty for none.
        whole: False where *body* is only a beginning.
    """
    plain, undone = body, []
    for name in reversed(codings.names(coding)) if coding and body else ():
        inner, complete = _decoded(plain, name)
        if inner is None:
            break
        plain, whole = inner, whole and complete
        undone.append(name)
    return Opened(body, plain, tuple(undone), whole)


def _decoded(body: bytes, coding: str) -> tuple[bytes | None, bool]:
    """Return what *body* decodes to, None if nothing, and whether it is all."""
    out = bytearray()
    try:
        decoder = codings.Decoder(coding)
        for at in range(0, len(body), _PIECE):
            out += decoder.feed(body[at : at + _PIECE])
            if len(out) > LARGEST:
                return bytes(out), False
    except ValueError:
        return (bytes(out), False) if out else (None, False)
    return bytes(out), decoder.ended
