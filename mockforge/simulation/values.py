"""What live answers gave a user, put into what is asked next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - named as a type; it comes as an argument
from typing import Any

from mockforge.bodies.document import Path, Scalar, at, general, leaves, text_of
from mockforge.bodies.messages import asked_of, with_asked
from mockforge.http import Request
from mockforge.learning.bindings.pieces import pieces
from mockforge.learning.formats import Format, classify, is_minted, mint
from mockforge.simulation.stories import Stories, Take
from mockforge.simulation.taking import Need, Spot
from mockforge.sources.correlated.names import Names, is_telling

Told = dict[str, Any]
"""An answer, as `bodies.messages.told_of` returns it."""

Places = frozenset[tuple[str, Path]]
"""Places of requests, by endpoint."""

_FRESH = frozenset({Format.EMAIL, Format.NUMBERED})
_UNIQUE = (
    "name",
    "login",
    "user",
    "mail",
    "handle",
    "slug",
    "key",
    "code",
    "sku",
    "phone",
    "title",
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A request as it is asked now."""

    request: Request
    """In the upstream's space, as it was recorded."""
    unbound: tuple[Path, ...] = ()
    """Where a value of the recording stayed, as no live one is known."""


class Values:
    """What one user holds in one session."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._answers: dict[int, Told] = {}
        self._latest: dict[str, Told] = {}
        self._renamed: dict[str, tuple[str, set[int]]] = {}

    def heard(self, take: Take, told: Told) -> None:
        """Remember the live answer to *take*."""
        if take.number in self._stories.sources:
            self._answers[take.number] = told
        endpoint = take.step.endpoint
        if endpoint in self._stories.source_endpoints and told["status"] < 400:
            self._latest[endpoint] = told

    def is_bindable(self, take: Take) -> bool:
        """Whether a live value is known for all that *take* needs."""
        return all(self._value(need) is not None for need in take.needs)

    def bound(
        self,
        take: Take,
        rng: Random,
        now: float,
        fresh: Places = frozenset(),
    ) -> Bound:
        """Return the request of *take* with live values.

        Args:
            take: What is asked.
            rng: Where chance comes from.
            now: Seconds since the epoch.
            fresh: Places, by endpoint, whose values may be used only once.
        """
        asked = asked_of(take.request)
        changes: dict[Path, Scalar] = {}
        unbound: list[Path] = []
        self._mint(take, rng, now)
        self._mint_unique(take, asked, rng, now, fresh)
        for need in take.needs:
            value = self._value(need)
            if value is None:
                unbound.append(need.path)
            elif value != need.text:
                before = changes.get(need.path, _at(asked, need.path))
                changes[need.path] = _put(before, need, value)
        for path, value in self._renames(asked):
            changes.setdefault(path, value)
        request, missed = _changed(take.request, asked, changes)
        return Bound(request, (*unbound, *missed))

    def unique(self, take: Take) -> Places:
        """Return the places of *take* whose values may be taken already."""
        taken = {need.path for need in take.needs} | {one.path for one in take.made}
        return frozenset(
            (take.step.endpoint, general(path))
            for path, value in leaves(asked_of(take.request)["body"], ("body",))
            if path not in taken and _may_be_unique(path, value)
        )

    def _mint(self, take: Take, rng: Random, now: float) -> None:
        """Have a new value for each that the client made for *take*.

        The same value in another request is the same one again, and the same request
        another time is another one.
        """
        for one in take.made:
            self._rename(take, one.text, rng, now)

    def _mint_unique(
        self,
        take: Take,
        asked: dict[str, Any],
        rng: Random,
        now: float,
        fresh: Places,
    ) -> None:
        for path, value in leaves(asked["body"], ("body",)) if fresh else ():
            if (take.step.endpoint, general(path)) in fresh and value is not None:
                self._rename(take, text_of(value), rng, now)

    def _rename(self, take: Take, text: str, rng: Random, now: float) -> None:
        known = self._renamed.get(text)
        if known is None or take.number in known[1]:
            known = (text_of(mint(text, rng, now)), set())
            self._renamed[text] = known
        known[1].add(take.number)

    def _renames(self, asked: dict[str, Any]) -> Iterator[tuple[Path, Scalar]]:
        if not self._renamed:
            return
        names = Names()
        for old, (new, _) in self._renamed.items():
            if is_telling(old):
                names.add(old, new)
        for path, value in leaves(asked):
            text = text_of(value)
            whole = self._renamed.get(text)
            if whole is not None:
                yield path, _typed(value, whole[0])
            elif isinstance(value, str) and (new := names.text(text)) != text:
                yield path, new

    def _value(self, need: Need) -> Scalar:
        """Return what stands for *need* now; None if nothing is known to."""
        for spot in need.spots:
            told = self._answers.get(spot.take)
            found = None if told is None else _found(told, spot, need)
            if found is not None:
                return found
        for spot in need.spots:
            told = self._latest.get(spot.endpoint)
            found = None if told is None else _found(told, spot, need)
            if found is not None:
                return found
        # What the client made itself was told back to it.
        known = self._renamed.get(need.text)
        return None if known is None else known[0]


def _found(told: Told, spot: Spot, need: Need) -> Scalar:
    value = _live(told, spot)
    if value is None or (need.is_whole and spot.text == need.text):
        return value
    return _part(spot.text, need.text, text_of(value))


def _live(told: Told, spot: Spot) -> Scalar:
    """Return what stands where *spot* is, or in its list; None if nothing does."""
    value = _at(told, spot.path)
    if not any(isinstance(step, int) for step in spot.path):
        return value
    place = general(spot.path)
    part = spot.path[0]
    alike = [
        each
        for path, each in leaves(told[str(part)], (part,))
        if general(path) == place and each not in (None, "")
    ]
    # What is there still is meant, wherever in the list it is now.
    same = next((each for each in alike if text_of(each) == spot.text), None)
    if same is not None:
        return same
    return value if value is not None else alike[-1] if alike else None


def _at(told: Told, path: Path) -> Scalar:
    try:
        value = at(told, path)
    except KeyError:
        return None
    return value if isinstance(value, str | int | float) and value != "" else None


def _part(recorded: str, inner: str, live: str) -> str | None:
    """Return what stands in *live* where *inner* stands in *recorded*."""
    before, _, after = recorded.partition(inner)
    if (
        len(live) > len(before) + len(after)
        and live.startswith(before)
        and live.endswith(after)
    ):
        return live[len(before) : len(live) - len(after)]
    old, new = list(pieces(recorded)), list(pieces(live))
    number = next((at for at, one in enumerate(old) if one[1] == inner), None)
    if number is None or len(old) != len(new) or old[number][0] != new[number][0]:
        return None
    return new[number][1]


def _put(before: Scalar, need: Need, value: Scalar) -> Scalar:
    """Return what stood there with *value* in it, or in its place."""
    if need.is_whole:
        return _typed(before, value)
    names = Names()
    names.add(need.text, text_of(value))
    return names.text(text_of(before))


def _typed(like: Scalar, value: Scalar) -> Scalar:
    """Return *value* as a number if *like* is one, as a text if that is."""
    if isinstance(like, str):
        return text_of(value)
    if type(like) is int and isinstance(value, str) and value.isdecimal():
        return int(value)
    return value


def _changed(
    request: Request, asked: dict[str, Any], changes: Mapping[Path, Scalar]
) -> tuple[Request, list[Path]]:
    """Return *request* with *changes*, and where they could not be made."""
    if not changes:
        return request, []
    new = with_asked(request, changes)
    inside = {path: value for path, value in changes.items() if path[0] == "body"}
    if not inside or new.body != request.body:
        return new, []
    # A body that is not written from a document, as that of a form with files.
    names = Names()
    for path, value in inside.items():
        old = _at(asked, path)
        if isinstance(old, str):
            names.add(old, text_of(value))
    body = names.text(request.body.decode("latin-1")).encode("latin-1", "replace")
    return replace(new, body=body), list(inside) if body == request.body else []


def _may_be_unique(path: Path, value: Scalar) -> bool:
    if not isinstance(value, str) or len(value) < 3:
        return False
    format = classify(value)
    if format in _FRESH or is_minted(format):
        return True
    name = str(path[-1]).lower()
    return " " not in value and any(word in name for word in _UNIQUE)
