"""What a value of an answer may be copied from: every place that has it."""

from __future__ import annotations

from collections.abc import Iterator

from mockforge.bodies.document import Path, general, text_of
from mockforge.learning.bindings.answers import Told
from mockforge.learning.bindings.binding import Binding, Kind, Origin
from mockforge.learning.bindings.forms import forms
from mockforge.learning.bindings.situations import Situations, items_of
from mockforge.learning.formats import classify, is_minted

TELLING_BITS = 16.0
"""A value with as much is looked for in earlier exchanges that nothing links."""


def bits_of(value: object) -> float:
    """Return how unlikely it is to meet *value* by chance, in bits."""
    if value is None or value == "":
        return 0.0
    if isinstance(value, bool):
        return 1.0
    if isinstance(value, int | float):
        return min(40.0, 1.5 * len(text_of(value).strip("-0.")) + 1.0)
    text = str(value)
    if text.isdigit():
        return min(40.0, 1.5 * len(text) + 1.0)
    return min(60.0, 2.5 * len(text))


def candidates(told: Told, situations: Situations) -> Iterator[Binding]:
    """Yield every copy that explains the value of *told*."""
    items = items_of(told.path)
    yield from _of_request(told, items, situations)
    yield from _of_answer(told, items, situations)
    yield from _of_linked(told, items, situations)
    if bits_of(told.value) >= TELLING_BITS:
        yield from _of_latest(told, items, situations)


def _of_request(
    told: Told, items: tuple[int, ...], situations: Situations
) -> Iterator[Binding]:
    for _, path, done in situations.asked(told.number).get(told.text, ()):
        place = _aligned(path, items)
        if place is not None:
            yield Binding(Kind.REQUEST, origin=Origin(False, place), via=done)


def _of_answer(
    told: Told, items: tuple[int, ...], situations: Situations
) -> Iterator[Binding]:
    """Yield places before this one in the same answer's body."""
    if bits_of(told.value) < 5.0:
        return
    for path in situations.told(told.number).get(told.text, ()):
        if path == told.path:
            break
        place = _aligned(path, items)
        if place is not None:
            yield Binding(Kind.DERIVED, origin=Origin(True, place), rule="same")


def _of_linked(
    told: Told, items: tuple[int, ...], situations: Situations
) -> Iterator[Binding]:
    own = general(told.path)
    for linked in situations.links(told.number, items):
        link = linked.link
        if link.here_told and link.here == own:
            continue
        endpoint = situations.timeline.samples[linked.number].endpoint
        found = situations.values(linked.number).get(told.text, ())
        for there_told, path, done in found:
            place = _aligned(path, linked.items)
            if place is not None:
                origin = Origin(there_told, place, endpoint, link)
                yield Binding(Kind.EARLIER, origin=origin, via=done)


def _of_latest(
    told: Told, items: tuple[int, ...], situations: Situations
) -> Iterator[Binding]:
    samples = situations.timeline.samples
    seen: set[str] = set()
    session = samples[told.number].session
    before = situations.holding(session, told.text, told.number)
    minted = is_minted(classify(told.value))
    _, _, own = samples[told.number].endpoint.partition(" ")
    for held in reversed(before):
        other, path = held.number, held.path
        endpoint = samples[other].endpoint
        if endpoint in seen or situations.latest(told.number, endpoint) != other:
            continue
        # What is written at one address is read there, and tokens are carried on; a
        # word that both tell is chance.
        if not minted and endpoint.partition(" ")[2] != own:
            continue
        seen.add(endpoint)
        place = _aligned(path, items)
        if place is not None:
            yield Binding(Kind.EARLIER, origin=Origin(held.told, place, endpoint))


def _aligned(path: Path, items: tuple[int, ...]) -> Path | None:
    """Return *path* for all items, if its items are those that are meant."""
    own = items_of(path)
    if not own:
        return path
    return general(path) if own == items[: len(own)] else None


def explains(binding: Binding, told: Told, situations: Situations) -> bool | None:
    """Tell whether *binding* gives the value; None where it has no source."""
    if binding.origin is None:
        return None
    try:
        value = situations.source(binding.origin, told.number, items_of(told.path))
    except KeyError:
        return None
    if isinstance(value, dict | list):
        return None
    text = text_of(value)
    if not binding.via:
        return text == told.text
    return any(
        done == binding.via and result == told.text for done, result in forms(text)
    )
