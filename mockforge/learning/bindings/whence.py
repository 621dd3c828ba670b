"""Where the values of every place of every answer come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.bindings.answers import Told, answers
from mockforge.learning.bindings.binding import Binding, Kind, wilson
from mockforge.learning.bindings.choosing import explained
from mockforge.learning.bindings.longer import in_parts
from mockforge.learning.bindings.rules import counted_on
from mockforge.learning.bindings.situations import Situations
from mockforge.learning.bindings.timeline import Timeline
from mockforge.learning.bindings.words import name_of, words_of
from mockforge.learning.formats import Format, common, is_minted

LONGEST = 1000
"""Letters of a constant that is kept."""


def whence(timeline: Timeline) -> dict[tuple[str, int], Mapping[Path, Binding]]:
    """Return where the values of answers come from, by endpoint and status."""
    situations = Situations(timeline)
    return {
        key: {
            place: choose(place, values, situations) for place, values in places.items()
        }
        for key, places in answers(timeline).items()
    }


def choose(place: Path, values: Sequence[Told], situations: Situations) -> Binding:
    """Return where *values* come from."""
    present = [told for told in values if told.value is not None]
    if not present:
        return _own(place, values, None, situations)
    if len(present) < len(values):
        # What is sometimes null is explained where it is not.
        return replace(choose(place, present, situations), seen=len(values))
    format = common(told.value for told in values)
    named = None if format is None else format.value
    copied = explained(place, values, situations)
    if copied is None and all(isinstance(told.value, str) for told in values):
        copied = in_parts(place, values, situations)
    is_same = len(values) > 1 and len({told.text for told in values}) == 1
    if copied is not None and (copied.support == copied.seen or not is_same):
        return replace(copied, format=copied.format or named)
    return replace(_own(place, values, format, situations), format=named)


def _own(
    place: Path, values: Sequence[Told], format: Format | None, situations: Situations
) -> Binding:
    """Return what the upstream does by itself."""
    counted = Counter(told.text for told in values)
    text, most = counted.most_common(1)[0]
    seen = len(values)
    whole = Binding(Kind.MINTED, seen, seen, wilson(seen, seen))
    is_next = _is_counted(values, situations)
    if most == 1 and _is_new(place, values, format, situations):
        return replace(whole, rule="next" if is_next else "")
    usual = next(told.value for told in values if told.text == text)
    part = Binding(
        Kind.CONSTANT, most, seen, wilson(most, seen), value=_shortened(usual)
    )
    if most >= 0.95 * seen:
        return part
    if is_next:
        return replace(whole, kind=Kind.DERIVED, rule="next")
    if is_minted(format):
        return whole
    return replace(part, kind=Kind.UNKNOWN)


def _is_counted(values: Sequence[Told], situations: Situations) -> bool:
    samples = situations.timeline.samples
    if len(values) < 3:
        return False
    count = counted_on([(samples[told.number].session, told) for told in values])
    return count >= 0.8 * (len(values) - 1)


def _is_new(
    place: Path, values: Sequence[Told], format: Format | None, situations: Situations
) -> bool:
    """Tell whether *values* are made by the upstream, one for each answer."""
    if is_minted(format):
        return True
    if format not in (Format.COUNTER, Format.NUMBERED) or "*" in place:
        return False
    sample = situations.timeline.samples[values[0].number]
    is_write = sample.exchange.request.method == "POST"
    last = words_of(name_of(place))[-1:]
    return is_write and last == ("id",) and sample.status in (200, 201, 202)


def _shortened(value: Scalar) -> Scalar:
    return value[:LONGEST] if isinstance(value, str) else value
