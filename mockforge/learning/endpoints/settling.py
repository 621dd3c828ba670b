"""From the tree of what was asked to endpoints: words stay, values become one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints import discriminators, naming, spans
from mockforge.learning.endpoints.evidence import Scene
from mockforge.learning.endpoints.judging import values
from mockforge.learning.endpoints.known import Known
from mockforge.learning.endpoints.map import EndpointMap
from mockforge.learning.endpoints.naming import Step
from mockforge.learning.endpoints.segments import ACTION
from mockforge.learning.endpoints.trie import Drawn, End, Node

_FORMATS = frozenset({".json", ".xml", ".csv", ".html", ".yaml", ".atom", ".rss"})


@dataclass(slots=True)
class Group:
    """Children of one node that are values of one parameter."""

    node: Node = field(default_factory=Node)
    values: Drawn = field(default_factory=Drawn)
    kinds: set[str] = field(default_factory=set)

    def take(self, node: Node, kind: str, values: Iterator[str] | list[str]) -> None:
        """Take a child in."""
        self.node.merge(node)
        self.kinds.add(kind)
        self.values.update(values)


def settled(
    trees: Mapping[str, Node],
    shapes: Mapping[int, frozenset[str]],
    named: Callable[[str], bool],
    slashed: tuple[str, ...],
) -> EndpointMap:
    """Return the endpoints of *trees*.

    Args:
        trees: What was asked, by host.
        shapes: Sets of names by their numbers.
        named: Whether a text was seen as the name or id of something.
        slashed: Names with a slash that were seen.
    """
    found: dict[str, list[Known]] = {}
    for host in sorted(trees):
        known: list[Known] = []
        walk = _Walk(Scene(named=named), spans.index(slashed))
        for steps, ends in walk.branches(trees[host], (), ""):
            for method in sorted(ends):
                known += _known(method, steps, ends[method], shapes)
        found[host] = known
    return EndpointMap(_apart(found))


def _apart(found: Mapping[str, list[Known]]) -> list[Known]:
    """Return all endpoints; those that several hosts have with their host."""
    hosts: dict[str, set[str]] = {}
    for host, known in found.items():
        for one in known:
            hosts.setdefault(str(one.endpoint), set()).add(host)
    return [
        Known(
            one.endpoint,
            one.discriminator,
            one.count,
            one.statuses,
            one.samples,
            host if len(hosts[str(one.endpoint)]) > 1 else None,
        )
        for host, known in found.items()
        for one in known
    ]


def _known(
    method: str, steps: tuple[Step, ...], end: End, shapes: Mapping[int, frozenset[str]]
) -> Iterator[Known]:
    template, names = naming.template(steps, slashed=end.slashed * 2 > end.count)
    samples = {
        name: tuple(step.values)
        for name, step in zip(names, (s for s in steps if s.values), strict=True)
    }
    endpoint = Endpoint(method, template)
    for told in discriminators.split(end, shapes):
        yield Known(endpoint, told.discriminator, told.count, told.statuses, samples)


@dataclass(frozen=True, slots=True)
class _Walk:
    scene: Scene
    slashed: spans.Index

    def branches(
        self, node: Node, steps: tuple[Step, ...], above: str | None
    ) -> Iterator[tuple[tuple[Step, ...], dict[str, End]]]:
        """Yield every place from *node* down where something was asked."""
        if node.ends:
            yield steps, node.ends
        scene = Scene(above, len(steps), self.scene.named)
        gone: set[str] = set()
        node, span = spans.gathered(node, scene, self.slashed)
        if span is not None:
            gone = span.labels
            step = Step(values=span.values, kinds=("span",), span=True)
            yield from self.branches(span.node, (*steps, step), None)
        words, groups = grouped(node, scene, gone)
        for word in words:
            inner = node.children[word]
            yield from self.branches(inner, (*steps, Step(word)), word)
        for (prefix, suffix), group in sorted(groups.items()):
            kinds = tuple(sorted(group.kinds))
            step = Step("", prefix, suffix, tuple(group.values), kinds)
            yield from self.branches(group.node, (*steps, step), None)


def grouped(
    node: Node, scene: Scene, gone: set[str]
) -> tuple[list[str], dict[tuple[str, str], Group]]:
    """Return the words below *node* that stay, and the groups of values.

    Args:
        node: Where in the tree.
        scene: Where it stands.
        gone: Labels below it that are spoken for.
    """
    groups: dict[tuple[str, str], Group] = {}
    chosen = values(node, scene) - gone
    for label, prefix, kind, suffix in _kinds(node):
        if label not in gone:
            child = node.children[label]
            some = list(child.values or ())
            if suffix[:1] == "." and suffix not in _FORMATS:
                some, suffix = [f"{one}{suffix}" for one in some], ""
            group = groups.setdefault((prefix, suffix), Group())
            group.take(child, kind, some)
    for word in sorted(chosen):
        prefix, value, suffix = _split(word, chosen, groups)
        group = groups.setdefault((prefix, suffix), Group())
        group.take(node.children[word], "word", [value])
    left = [word for word in node.words() if word not in chosen and word not in gone]
    return left, groups


def _kinds(node: Node) -> Iterator[tuple[str, str, str, str]]:
    for label in sorted(node.children):
        if label[:1] == "\0":
            _, prefix, kind, suffix = label.split("\0", 3)
            yield label, prefix, kind, suffix


def _split(
    word: str, chosen: frozenset[str], groups: Mapping[tuple[str, str], Group]
) -> tuple[str, str, str]:
    """Return what of *word* is the same in others, around its value."""
    action = ACTION.fullmatch(word)
    if action and (action[1] in chosen or ("", f":{action[2]}") in groups):
        return "", action[1], f":{action[2]}"
    return "", word, ""
