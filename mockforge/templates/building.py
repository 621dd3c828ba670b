"""From the tree of a template to functions that fill it in.

Jinja2 reads templates and never runs them: what is not in the tables here cannot be
said, so that no template comes near Python's objects, files or the environment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from mockforge.arithmetic import Unfit
from mockforge.options import Json
from mockforge.templates import faking, lists, texts
from mockforge.templates.checks import TESTS
from mockforge.templates.filtering import FILTERS, GLANCING, signature
from mockforge.templates.moments import PARTS, Moment
from mockforge.templates.operating import (
    Constant,
    Operators,
    Part,
    careful,
    missing,
    trial,
)
from mockforge.templates.running import MISSING, Run, TemplateError, item
from mockforge.templates.words import ROOMS, WORDS, Word, inside, meant

# The filters are in FILTERS once their modules are imported.
__all__ = ["FILTERS", "Expressions", "Part", "lists", "texts"]


class Expressions(Operators):
    """Builds functions of expressions, and gathers what is wrong with them."""

    # ------------------------------------------------------------------- names

    def _of_name(self, node: nodes.Name) -> Part:
        name = node.name
        if name in self.bound:
            return lambda run: run.locals.get(name, MISSING)
        if name in self.names:
            self.read[name] = "names"
            return lambda run: run.scope.names.get(name, MISSING)
        if name in ROOMS and name not in WORDS:
            self.tell(node, name, f"{name!r} says nothing alone", inside(name))
            return missing
        if name not in WORDS:
            self._unknown(node, name)
            return missing
        return self._word(node, WORDS[name], [], {})

    def _unknown(self, node: nodes.Node, name: str) -> None:
        known = {*WORDS, *self.names, *self.bound}
        if name.startswith("faker."):
            known = {f"faker.{each}" for each in faking.names()}
        near = meant(name, known, is_word=True)
        self.tell(node, name, f"{name!r} is no word of templates", near)

    def _word(
        self, node: nodes.Node, word: Word, given: list[Part], named: dict[str, Part]
    ) -> Part:
        self.read[word.name] = word.reads
        try:
            word.signature.bind(*given, **named)
        except TypeError as refused:
            self.tell(node, word.name, f"{word.name!r}: {refused}", word.example)
            return missing
        return self._call(node, word.name, word.call, given, named)

    def _faked(
        self, node: nodes.Node, name: str, given: list[Part], named: dict[str, Part]
    ) -> Part:
        method = name.partition(".")[2]
        if method not in faking.names():
            self._unknown(node, name)
            return missing
        self.read[name] = "chance time"

        def call(run: Run, *given: Json, **named: Json) -> Json:
            run.spend(20)
            scope = run.scope
            value = faking.called(method, given, named, rng=scope.rng, now=scope.now)
            run.spend(len(value) // 16 if isinstance(value, (str, list)) else 0)
            return value

        return self._call(node, name, call, given, named)

    def _call(
        self,
        node: nodes.Node,
        name: str,
        call: Callable[..., Json],
        given: list[Part],
        named: dict[str, Part],
    ) -> Part:
        if not given and not named:
            return careful(call)
        parts = [*given, *named.values()]
        if all(isinstance(part, Constant) for part in parts):
            self._try(node, name, call, given, named)

        def made(run: Run) -> Json:
            values = [part(run) for part in given]
            kept = {key: part(run) for key, part in named.items()}
            return call(run, *values, **kept)

        return careful(made)

    def _try(
        self,
        node: nodes.Node,
        name: str,
        call: Callable[..., Json],
        given: list[Part],
        named: dict[str, Part],
    ) -> None:
        """Do now what needs nothing of a request, to hear now what is wrong with it."""
        run = trial()
        values = [part(run) for part in given]
        kept = {key: part(run) for key, part in named.items()}
        try:
            call(run, *values, **kept)
        except (Unfit, TemplateError) as refused:
            shown = " ".join(
                [*map(repr, values), *(f"{key}={held!r}" for key, held in kept.items())]
            )
            why = f": {refused}" if str(refused) else ""
            self.tell(node, name, f"{name!r} cannot be had of {shown[:80]}{why}")

    # ----------------------------------------------------------------- members

    def _of_getattr(self, node: nodes.Getattr) -> Part:
        name = self.dotted(node)
        if name in WORDS:
            return self._word(node, WORDS[name], [], {})
        root = name.partition(".")[0]
        if root == "faker":
            return self._faked(node, name, [], {})
        if root in ROOMS and name.count(".") == 1 and root not in WORDS:
            self._unknown(node, name)
            return missing
        return self._member(node, node.attr)

    def _member(self, node: nodes.Getattr, key: str) -> Part:
        name = self.dotted(node.node)
        if key.startswith("__"):
            self.tell(node, key, f"{key!r} is nothing that a template reads")
        if name in WORDS:
            word = WORDS[name]
            if word.reads == "time":
                if key not in PARTS:
                    whole = f"{name}.{key}"
                    self.tell(node, whole, f"{whole!r} is unknown", meant(key, PARTS))
            elif not word.is_open:
                self._unknown(node, f"{name}.{key}")
        held = self.build(node.node)
        self._reads(name, key)
        if name in ("headers", "request.headers"):
            key = key.lower()
        return lambda run: member(held(run), key)

    def _reads(self, name: str, key: str) -> None:
        """Take note of `params.id` in place of all of `params`."""
        if name in self.read:
            self.read[f"{name}.{key}"] = self.read[name]

    def dotted(self, node: nodes.Node) -> str:
        """Return the name that is joined by dots, where it is of no variable."""
        if isinstance(node, nodes.Name):
            return "" if node.name in self.bound else node.name
        if isinstance(node, nodes.Getattr):
            before = self.dotted(node.node)
            return before and f"{before}.{node.attr}"
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            before = self.dotted(node.node)
            return before and f"{before}.{node.arg.value}"
        return ""

    def _of_getitem(self, node: nodes.Getitem) -> Part:
        held = self.build(node.node)
        if isinstance(node.arg, nodes.Slice):
            return self._slice(held, node.arg)
        name = self.dotted(node.node)
        if isinstance(node.arg, nodes.Const):
            key = node.arg.value
            self._reads(name, str(key))
            if name in ("headers", "request.headers"):
                key = str(key).lower()
            return lambda run: member(held(run), key)
        at = self.build(node.arg)
        return lambda run: member(held(run), at(run))

    def _slice(self, held: Part, node: nodes.Slice) -> Part:
        ends = [
            self.build(end) if end is not None else Constant(None)
            for end in (node.start, node.stop, node.step)
        ]

        def made(run: Run) -> Json:
            value = held(run)
            if not isinstance(value, (str, list)):
                return MISSING
            try:
                return value[slice(*(end(run) for end in ends))]
            except (TypeError, ValueError):
                return MISSING

        return made

    # ------------------------------------------------------------------- calls

    def _of_call(self, node: nodes.Call) -> Part:
        given, named = self._arguments(node)
        name = self.dotted(node.node)
        if name in WORDS and not WORDS[name].is_open:
            return self._word(node, WORDS[name], given, named)
        if name.startswith("faker."):
            return self._faked(node, name, given, named)
        if isinstance(node.node, nodes.Getattr) and node.node.attr in METHODS:
            held = self.build(node.node.node)
            known = METHODS[node.node.attr]
            return self._filtered(node, known, held, given, named)
        if name.partition(".")[0] in ROOMS and name not in WORDS:
            self._unknown(node, name)
        elif not isinstance(node.node, nodes.Name) or name in WORDS:
            self.tell(node, name, f"{name or 'this'!r} takes no arguments")
        elif node.node.name in FILTERS:
            nearest = f"write {{{{ x | {name} }}}}"
            self.tell(node, name, f"{name!r} is a filter", nearest)
        else:
            self._unknown(node, node.node.name)
        return missing

    def _arguments(self, node: Any) -> tuple[list[Part], dict[str, Part]]:
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.tell(node, "*", "arguments are written one by one")
        named = {each.key: self.build(each.value) for each in node.kwargs or ()}
        return [self.build(each) for each in node.args or ()], named

    def _of_filter(self, node: nodes.Filter) -> Part:
        held = self.build(node.node) if node.node is not None else missing
        given, named = self._arguments(node)
        if node.name not in FILTERS:
            nearest = meant(node.name, FILTERS)
            self.tell(node, node.name, f"{node.name!r} is no filter", nearest)
            return missing
        return self._filtered(node, node.name, held, given, named)

    def _filtered(
        self,
        node: nodes.Node,
        name: str,
        held: Part,
        given: list[Part],
        named: dict[str, Part],
    ) -> Part:
        call = FILTERS[name]
        try:
            signature(call, 2).bind(*given, **named)
        except TypeError as refused:
            self.tell(node, name, f"{name!r}: {refused}")
            return missing
        is_all = name not in GLANCING
        if name == "random":
            self.read[name] = "chance"
        if name == "date" and all(isinstance(part, Constant) for part in given):
            self._try(node, name, call, [Constant(0), *given], named)

        def made(run: Run) -> Json:
            value = held(run)
            if is_all and isinstance(value, (str, list, Mapping)):
                run.spend(1 + len(value) // 16)
            values = [part(run) for part in given]
            return call(
                run, value, *values, **{k: part(run) for k, part in named.items()}
            )

        return careful(made)

    def _of_test(self, node: nodes.Test) -> Part:
        given, named = self._arguments(node)
        held = self.build(node.node)
        if node.name not in TESTS:
            nearest = meant(node.name, TESTS)
            self.tell(node, node.name, f"{node.name!r} is no test", nearest)
            return missing
        test = TESTS[node.name]
        try:
            signature(test, 1).bind(*given, **named)
        except TypeError as refused:
            self.tell(node, node.name, f"{node.name!r}: {refused}")

        def made(run: Run) -> Json:
            run.spend()
            try:
                return test(held(run), *[part(run) for part in given])
            except (TypeError, AttributeError, Unfit):
                return False

        return made


METHODS = {
    **{name: name for name in ("upper", "lower", "strip", "title", "capitalize")},
    **{name: name for name in ("replace", "split", "items", "keys", "values")},
    "trim": "trim",
    "get": "get",
}
"""What may be called after a dot, as templates of Python do, to its filter."""


def member(value: Json, key: Json) -> Json:
    """Return what is at *key*, also in a moment."""
    if isinstance(value, Moment) and key in PARTS:
        return PARTS[key](value)
    return item(value, key)
