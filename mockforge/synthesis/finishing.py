"""A document in the order, and with the fields, that a request asks for."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence

from mockforge.bodies.document import Path
from mockforge.options import Json
from mockforge.synthesis import pages
from mockforge.synthesis.facts import plain
from mockforge.synthesis.lists import items_of, with_items
from mockforge.synthesis.ordering import fields_in, narrowed, ordered, orders_in
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.wanted import Wanted

_IDS = frozenset(("id", "uuid", "username", "login", "slug", "code", "number"))


class Finishing:
    """What is done with a document once it is made."""

    def __init__(
        self,
        wanted: Wanted,
        scope: Scope,
        query: Mapping[str, Json],
        told: list[pages.Telling],
        page: pages.Page | None,
    ) -> None:
        """Finish what is made for *wanted*.

        Args:
            wanted: What is asked for.
            scope: The fields of the document.
            query: What is asked for beside the path.
            told: The fields that tell of the page.
            page: Which it is, if there is talk of pages.
        """
        self.given: Mapping[Path, Json] = {}
        """What the request gives the values of, by path."""
        self._wanted = wanted
        self._scope = scope
        self._query = query
        self._told = told
        self._page = page

    def met(
        self,
        document: Json,
        main: Path | None,
        is_valid: Callable[[Json], bool],
        *,
        is_free: bool = False,
    ) -> Json:
        """Return *document* in the order, and with the fields, that are asked for.

        Args:
            document: What was made; a list of them where *main* is None.
            main: Where its list is.
            is_valid: Whether a whole document is valid.
            is_free: Whether anything may be left out.
        """
        several = main is None and isinstance(document, list)
        one = (lambda made: all(map(is_valid, made))) if several else is_valid
        self._alike(document, main)
        made = self._ordered(document, main, one)
        made = self._narrowed(made, main, one, is_free=is_free)
        if main and self._told and (self._page is not None or not self._wanted.samples):
            shown = len(items_of(made, main))
            page = self._page or pages.Page(shown, 0, shown, 1)
            values = pages.told_of(page, self._wanted, self._told, shown)
            kept = self._given_in(self._wanted.base)
            made = pages.put(made, ((path, value) for path, value in values
                                    if path not in kept), is_valid)  # fmt: skip
        return made

    def _alike(self, document: Json, main: Path | None) -> None:
        """What is told apart by the same id in each item is the same thing."""
        items = items_of(document, main or ())
        size = len(self._scope.inside)
        for path in self.given if len(items) > 1 else ():
            name = path[size : size + 1]
            is_id = len(path) == size + 2 and plain(str(path[-1])) in _IDS
            if not is_id or path[:size] != self._scope.inside:
                continue
            first = items[0].get(name[0]) if isinstance(items[0], dict) else None
            for item in items[1:] if isinstance(first, dict) else ():
                if isinstance(item, dict) and isinstance(item.get(name[0]), dict):
                    item[name[0]] = copy.deepcopy(first)

    def _given_in(self, base: Json, path: Path = ()) -> frozenset[Path]:
        if not isinstance(base, dict):
            return frozenset((path,))
        return frozenset().union(*(self._given_in(each, (*path, name))
                                   for name, each in base.items()))  # fmt: skip

    def _ordered(
        self, document: Json, main: Path | None, is_valid: Callable[[Json], bool]
    ) -> Json:
        orders = orders_in(self._query, self._scope) if self._query else []
        items = items_of(document, main or ())
        if not orders or len(items) < 2:
            return document
        depth = len(self._scope.inside)
        made = with_items(document, main or (), ordered(items, orders, depth))
        return made if is_valid(made) else document

    def _narrowed(
        self,
        document: Json,
        main: Path | None,
        is_valid: Callable[[Json], bool],
        *,
        is_free: bool,
    ) -> Json:
        fields = fields_in(self._query) if self._query else frozenset()
        if not fields:
            return document
        if not isinstance(document, list) and main is None:
            return narrowed(document, fields, None if is_free else is_valid)
        items: Sequence[Json] = items_of(document, main or ())
        for kept in (fields, fields | self._required()):
            less = [narrowed(each, kept, None) for each in items]
            made = with_items(document, main or (), less)
            if is_free or is_valid(made):
                return made
        return document

    def _required(self) -> frozenset[str]:
        return frozenset(map(plain, self._scope.required))
