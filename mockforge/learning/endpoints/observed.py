"""What was asked of an API, gathered a request at a time."""

from __future__ import annotations

import re

from mockforge.http import Request, Response
from mockforge.learning.endpoints import bounding, places, settling
from mockforge.learning.endpoints.evidence import Scene
from mockforge.learning.endpoints.map import EndpointMap
from mockforge.learning.endpoints.segments import pieces
from mockforge.learning.endpoints.trie import Drawn, End, Node, hash_of, merged

HOSTS = 32
"""Hosts that are told apart; of more, all are taken for one."""

NODES = 20_000
"""Nodes of all trees together."""

ENDPOINTS = 3_000
"""Endpoints that are told; of more, words become values until there are fewer."""

WIDTH = 400
"""Words below one node, beyond which most become values of a parameter."""

NAMES = 40_000
"""Values that name something which are remembered."""

SHAPES = 4_096
"""Sets of names that are remembered."""

SHAPE = 40
"""Names of an answer that count as its shape."""

_MINTED = re.compile(r"(?:\D*\d){5}")


class Endpoints:
    """Gathers requests; what it gives does not depend on their order.

    Memory is bounded. Beyond the bounds, with hundreds of words in one place, what
    came first may be kept in more detail.
    """

    def __init__(self) -> None:
        self._trees: dict[str, Node] = {}
        self._joined = False
        self._nodes = 0
        self._named: set[int] = set()
        self._limit = 1 << 32
        self._slashed = Drawn(512)
        self._shapes: dict[int, frozenset[str]] = {}

    def add(
        self, request: Request, status: int | None, response: Response | None = None
    ) -> None:
        """Take a request into account.

        Args:
            request: What was asked.
            status: With what it was answered; None if no answer came.
            response: The answer, if it is at hand: its names tell more.
        """
        found, slashed = pieces(request.path)
        node = self._tree(request.authority)
        wide: list[tuple[Node, Scene]] = []
        above: str | None = ""
        for depth, piece in enumerate(found):
            child = node.children.get(piece.label)
            if child is None:
                child = node.children[piece.label] = Node()
                self._nodes += 1
                if len(node.children) > WIDTH and len(node.names()) > WIDTH:
                    wide.append((node, Scene(above, depth, self._is_named)))
            if piece.kind:
                child.see(piece.value)
            node, above = child, None if piece.kind else piece.value
        end = node.ends.setdefault(request.method, End())
        end.count += 1
        end.slashed += slashed
        end.statuses[status or 0] = end.statuses.get(status or 0, 0) + 1
        self._note(end, request, status or 0, response)
        for node, scene in wide:
            self._nodes -= bounding.fold(node, WIDTH, scene)
        if self._nodes > NODES:
            self._shrink()

    @property
    def size(self) -> int:
        """How many nodes all trees have."""
        return self._nodes

    def settle(self) -> EndpointMap:
        """Return the endpoints of what was added so far, ENDPOINTS at most, or so."""
        trees, size = self._trees, NODES
        found = self._settled(trees)
        while len(found.every) > ENDPOINTS and size > ENDPOINTS // 16:
            size //= 2
            trees = {host: merged([tree]) for host, tree in trees.items()}
            for tree in trees.values():
                bounding.narrow(tree, size // len(trees), self._is_named)
            found = self._settled(trees)
        return found

    def _settled(self, trees: dict[str, Node]) -> EndpointMap:
        names = tuple(self._slashed)
        return settling.settled(trees, self._shapes, self._is_named, names)

    def _tree(self, host: str) -> Node:
        if self._joined:
            return self._trees[""]
        if host not in self._trees and len(self._trees) >= HOSTS:
            self._trees = {"": merged(self._trees.values())}
            self._joined = True
            return self._trees[""]
        return self._trees.setdefault(host, Node())

    def _note(
        self, end: End, request: Request, status: int, response: Response | None
    ) -> None:
        found, names = places.asked(request)
        self._name(end, places.queried(request))
        if request.body:
            self._name(end, places.read(request.headers, request.body)[1])
        if response is not None and response.body:
            told, values = places.read(response.headers, response.body)
            end.names.update(told)
            names |= {f">{name}" for name in sorted(told)[:SHAPE]}
            self._name(end, values)
        shape = places.shape_of(names)
        self._shapes.setdefault(shape, names)
        if len(self._shapes) > SHAPES:
            del self._shapes[max(self._shapes)]
        end.note((shape, status), found)

    def _name(self, end: End, values: list[str]) -> None:
        found = []
        for value in values:
            slashed = "/" in value[1:-1]
            if _MINTED.match(value) and not slashed:
                continue
            found.append(hash_of(value))
            if slashed and value[0] != "/" and "://" not in value:
                self._slashed.add(value)
        if not found:
            return
        end.name(found)
        self._named.update(rank for rank in found if rank < self._limit)
        if len(self._named) > 2 * NAMES:
            kept = sorted(self._named)[:NAMES]
            self._limit = kept[-1] + 1
            self._named = set(kept)

    def _is_named(self, text: str) -> bool:
        return hash_of(text) in self._named

    def _shrink(self) -> None:
        """Bring the trees down to half of what they may have."""
        size = NODES // 2 // len(self._trees)
        self._nodes = sum(
            bounding.narrow(tree, size, self._is_named) for tree in self._trees.values()
        )
