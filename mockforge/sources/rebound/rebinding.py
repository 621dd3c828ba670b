"""Rebinding: a recorded answer with the values of the live session in it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random  # noqa: TID251 - as a type

from mockforge.bodies.document import Path, Scalar, leaves, text_of
from mockforge.bodies.messages import told_of, with_body, with_told
from mockforge.http import Response
from mockforge.learning.formats import classify, is_minted, mint
from mockforge.options import Json
from mockforge.sources.rebound import composing
from mockforge.sources.rebound.contents import stored, with_content
from mockforge.sources.rebound.facts import Fact, text_for
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.known import Known
from mockforge.sources.rebound.links import are_named_alike, is_distinct
from mockforge.sources.rebound.listing import Listing, with_item
from mockforge.sources.rebound.live import Live
from mockforge.sources.rebound.origins import Found, latest
from mockforge.sources.rebound.places import Place, place_of
from mockforge.sources.rebound.templates import plainest
from mockforge.sources.rebound.validators import TAG
from mockforge.sources.rebound.values import differences, is_node, like_old

_SHOWN = 20
"""Bindings that are told of one answer."""


class Rebinding:
    """One answer in the making."""

    def __init__(
        self, known: Known, recorded: Moment, live: Live, asked: Moment
    ) -> None:
        """Make an answer to *asked* of what *recorded* was answered.

        Args:
            known: What is known of the endpoint.
            recorded: The exchange whose situation is most alike.
            live: The session.
            asked: The request.
        """
        self._known = known
        self._recorded = recorded
        self._live = live
        self._asked = asked
        self._by_request = composing.renamed_by_request(recorded, asked)
        self._minted: dict[str, str] = {}
        self._is_changed = False
        self._is_item = False
        self.bindings: list[str] = []

    def response(
        self, response: Response, chance: Callable[[str], Random], now: float
    ) -> Response:
        """Return *response*, what was recorded, for the live request.

        Args:
            response: The recorded one.
            chance: Gives a generator for a place.
            now: Seconds since the epoch.
        """
        self._chance, self._now = chance, now
        told = told_of(response)
        changes = self._heads(told)
        content = stored(
            self._known.content(self._recorded.status), self._live.lookup, self._asked
        )
        if content is not None:
            self.bindings.append(f"body: {content[1]}")
            made = with_told(response, changes)
            return with_content(made, content[0], self._asked)
        old = told["body"]
        if not isinstance(old, dict | list):
            self._leaf(changes, ("body",), old)
            return with_told(response, changes)
        maps = self._known.recorded.maps
        kind = (self._recorded.endpoint, True)
        opened = maps.opened(old, kind)
        new = self._walked(opened, ("body",))
        if opened is not old:
            return with_told(with_body(response, maps.closed(new, kind)), changes)
        if self._is_changed:
            return with_told(with_body(response, new), changes)
        return with_told(response, {**changes, **differences(old, new)})

    def dressed(
        self,
        made: Response,
        recorded: Response,
        chance: Callable[[str], Random],
        now: float,
    ) -> Response:
        """Return *made* with what its head still has as it was recorded bound anew.

        Args:
            made: An answer that somebody else made in the likeness of *recorded*.
            recorded: What was recorded.
            chance: Gives a generator for a place.
            now: Seconds since the epoch.
        """
        self._chance, self._now = chance, now
        new, old = dict(leaves(told_of(made))), told_of(recorded)
        self._name_as(new, dict(leaves(old)))
        changes = {
            path: value
            for path, value in self._heads(old).items()
            if path in new and self._known.has_told(place_of(path), new[path])
        }
        return with_told(made, changes)

    def _name_as(self, new: dict[Path, Scalar], old: dict[Path, Scalar]) -> None:
        """Call in the head what others made a name for as they did."""
        for path, value in old.items():
            text, other = text_of(value), text_of(new.get(path, value))
            if text != other and is_minted(classify(value)):
                self._minted[text] = self._live.renamed[text] = other

    def _heads(self, told: dict[str, Json]) -> dict[Path, Scalar]:
        changes: dict[Path, Scalar] = {}
        for fact in self._recorded.told.every:
            if fact.place == ("header", "link") and (links := self._links()):
                changes[fact.path] = links
            elif fact.place[0] in ("header", "cookie") and fact.place[-1] != "~":
                self._leaf(changes, fact.path, fact.value)
        return changes

    def _links(self) -> str | None:
        """Return the Link header that leads on from the page that is asked for."""
        beside, recorded = self._known.beside, self._recorded
        for listing in self._known.listings.values():
            page = self._live.lister.page(listing, self._asked)
            return beside.links(listing, recorded, self._asked, page)
        return None

    def _leaf(self, changes: dict[Path, Scalar], path: Path, value: Json) -> None:
        if isinstance(value, dict | list):
            return
        new = self._scalar(path, value)
        if new is not value:
            changes[path] = new

    def _walked(self, value: Json, path: Path) -> Json:
        if isinstance(value, dict):
            return self._walked_object(value, path)
        if isinstance(value, list):
            listing = self._known.listings.get(place_of(path))
            found = None
            if not self._is_gathered(place_of(path)):
                found = self._looked_up(place_of(path))
            if found is not None and isinstance(found.value, list):
                self._is_changed = self._is_changed or found.value != value
                return found.value
            if listing is not None and not self._is_item:
                self._is_changed = True
                return self._listed(listing, value, path)
            return [self._walked(each, (*path, n)) for n, each in enumerate(value)]
        return self._scalar(path, value)

    def _is_gathered(self, place: Place) -> bool:
        maps, status = self._known.recorded.maps, self._recorded.status
        return not self._is_item and self._known.beside.gathers(status, place, maps)

    def _is_made_of_items(self, place: Place) -> bool:
        names_last = self._known.beside.names_last(self._recorded.status, place)
        return names_last or self._is_gathered(place)

    def _listed(self, listing: Listing, value: list[Json], path: Path) -> list[Json]:
        """Return what the list holds now, each item made like a recorded one."""
        page = self._live.lister.page(listing, self._asked)
        templates, status = self._known.templates, self._recorded.status
        number = plainest(value)
        like = value[number] if value else None
        recorded = self._recorded
        if not value:
            other = templates.of(status, listing)
            if other is None:
                return []
            facts = other.told.by_place.get((*listing.place, "*"), ())
            number = plainest([fact.value for fact in facts])
            recorded, like = other, facts[number].value if facts else None
        first = recorded.told.texts((*listing.place, "*", *listing.key))[number:]
        made: list[Json] = []
        for thing in page.things:
            asked = with_item(self._asked, thing.text)
            origin = with_item(recorded, first[0] if first else "")
            inner = Rebinding(self._known, origin, self._live, asked)
            inner._is_item = True
            inner._chance = self._chance
            inner._now = self._now
            item = inner._walked(like, (*path, 0))
            made.append(templates.completed(status, listing, item, inner._looked_up))
        self.bindings.append(f"{'.'.join(listing.place)}: {len(made)} of this session")
        return made

    def _walked_object(self, value: dict[str, Json], path: Path) -> Json:
        place = place_of(path)
        found = None
        if len(path) > 1 and not self._is_made_of_items(place):
            found = self._looked_up(place)
        inner = found.value if found is not None else None
        if found is None or not isinstance(inner, dict):
            return {
                name: self._walked(each, (*path, name)) for name, each in value.items()
            }
        self._is_changed = self._is_changed or inner.keys() != value.keys()
        out: dict[str, Json] = {}
        for name, each in inner.items():
            newer = self._newer(place_of((*path, name)), found, each)
            out[name] = newer
        return out

    def _newer(self, place: Place, node: Found, value: Json) -> Json:
        """Return *value*, or what was written there after *node*."""
        if isinstance(value, dict):
            return {
                name: self._newer((*place, name), node, each)
                for name, each in value.items()
            }
        found = self._looked_up(place)
        if found is None or found.moment is None or node.moment is None:
            return value
        if found.moment.number <= node.moment.number:
            return value
        return found.value if isinstance(found.value, type(value)) else value

    def _looked_up(self, place: Place) -> Found | None:
        status = self._recorded.status
        counts = None if self._is_item else self._known.beside.counts(status, place)
        if counts is not None:
            page = self._live.lister.page(counts[0], self._asked)
            size = len(page.things) if counts[1] else page.total
            return Found(size, str(size), None)
        listing = None if self._is_item else self._known.beside.last_of(status, place)
        if listing is not None:
            things = self._live.lister.page(listing, self._asked).things
            text = things[-1].text if things else ""
            return Found(text, text, None)
        known = self._known
        explained = (
            known.explained_item(status, place)
            if self._is_item
            else known.explained(status, place)
        )
        found = latest(
            self._live.lookup.find(origin, self._asked, place)
            for origin in explained.origins
        )
        if found is not None and len(self.bindings) < _SHOWN:
            self.bindings.append(f"{'.'.join(place)}: {explained.origins[0]}")
        return found

    def _scalar(self, path: Path, value: Scalar) -> Scalar:
        place = place_of(path)
        beside, status = self._known.beside, self._recorded.status
        more = None if self._is_item else beside.more(status, place)
        if more is not None:
            goes_on = bool(self._live.lister.page(more.listing, self._asked).left)
            if goes_on is not bool(value):
                other: Scalar = more.goes_on if goes_on else more.ended
                return other
        found = self._looked_up(place)
        is_own = not self._is_item and self._known.is_own_word(self._recorded, place)
        if found is not None and is_own:
            return value
        if found is not None and not isinstance(found.value, dict | list):
            return like_old(found.value, value)
        if value is None or isinstance(value, bool):
            return value
        text = text_of(value)
        by_request = self._by_request.get(text)
        if by_request is not None and (
            is_distinct(text) or are_named_alike(by_request[1], place)
        ):
            return like_old(by_request[0], value)
        if isinstance(value, str):
            return self._composed(place, value)
        return self._minted_anew(place, value)

    def _composed(self, place: Place, text: str) -> str:
        taken = composing.occurrences(text, self._by_request)
        changes = [(start, end, new) for start, end, new, _ in taken]
        if not taken:
            whole = self._known_here(place, text)
            if whole is not None:
                return whole
        for start, end, word in composing.tokens(text, taken):
            new = self._known_here(place, word)
            if new is not None:
                changes.append((start, end, new))
        return composing.put_together(text, changes) if changes else text

    def _known_here(self, place: Place, word: str) -> str | None:
        """Return what a word of the recording is in the live session."""
        number = self._recorded.number
        before = next(self._known.recorded.before(word, number), None)
        if before is None:
            coded = composing.recoded(word, self._by_request)
            if coded is not None:
                self._live.renamed[word] = coded
                return coded
            made = self._minted_anew(place, word)
            return str(made) if made != word else None
        fact = Fact(place, place, word, word)
        explained = self._known.explain_one(self._recorded, fact)
        found = latest(
            self._live.lookup.find(origin, self._asked, place)
            for origin in explained.origins
        )
        if found is not None:
            return text_of(found.value) if not is_node(found.value) else None
        return self._live.renamed.get(word)

    def _minted_anew(self, place: Place, value: Scalar) -> Scalar:
        """Return a new value if *value* was made for its request, else *value*."""
        text = text_for(value)
        if text in self._minted:
            return like_old(self._minted[text], value)
        if place == TAG and self._asked.effect == "read":
            # The tag of what is read follows from it, once that is there.
            return value
        if not self._known.is_made(self._recorded, place, value):
            return value
        if not is_minted(classify(value)):
            return value
        new = mint(value, self._chance("/".join(place)), self._now)
        self._minted[text] = self._live.renamed[text] = text_of(new)
        return new
