"""From the tree of a template to functions that fill it in.

Jinja2 reads templates and never runs them: what is not in the tables here cannot be
said, so that no template comes near Python's objects, files or the environment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from random import Random  # noqa: TID251 - seeded, to try what is written
from typing import Any

from jinja2 import nodes

from mockforge import arithmetic
from mockforge.arithmetic import Unfit
from mockforge.options import Json
from mockforge.templates import faking, reckoning
from mockforge.templates.filters import FILTERS, TESTS, signature
from mockforge.templates.moments import PARTS, Moment
from mockforge.templates.running import MISSING, Run, TemplateError, item, texted
from mockforge.templates.scope import Scope
from mockforge.templates.words import ELSEWHERE, ROOMS, WORDS, Word

Part = Callable[[Run], Json]

DEEPEST = 60
"""How deep an expression may be nested."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something wrong within a text."""

    line: int
    word: str
    """What is looked for in the line, to tell the column."""
    what: str
    nearest: str | None = None


class Expressions:
    """Builds functions of expressions, and gathers what is wrong with them."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = frozenset(names)
        self.told: list[Told] = []
        self.read: dict[str, str] = {}
        """Each word that was read, with what it depends on."""
        self.bound: set[str] = set()
        self.depth = 0

    def build(self, node: nodes.Node) -> Part:
        """Return the function that gives what an expression says."""
        kind = type(node).__name__
        method = getattr(self, f"_of_{kind.lower()}", None)
        if method is None:
            self.tell(node, "", f"{kind.lower()!r} is nothing that templates have")
            return _missing
        self.depth += 1
        try:
            if self.depth > DEEPEST:
                if self.depth == DEEPEST + 1:
                    self.tell(node, "", f"it is nested deeper than {DEEPEST}")
                return _missing
            return method(node)  # type: ignore[no-any-return]
        finally:
            self.depth -= 1

    def tell(
        self, node: nodes.Node, word: str, what: str, nearest: str | None = None
    ) -> None:
        """Take note of something wrong."""
        self.told.append(Told(node.lineno or 1, word, what, nearest))

    # ------------------------------------------------------------------- names

    def _of_name(self, node: nodes.Name) -> Part:
        name = node.name
        if name in self.bound:
            return lambda run: run.locals.get(name, MISSING)
        if name in self.names:
            self.read[name] = "names"
            return lambda run: run.scope.names.get(name, MISSING)
        if name in ROOMS and name not in WORDS:
            self.tell(node, name, f"{name!r} says nothing alone", _inside(name))
            return _missing
        if name not in WORDS:
            self._unknown(node, name)
            return _missing
        return self._word(node, WORDS[name], [], {})

    def _unknown(self, node: nodes.Node, name: str) -> None:
        known = {*WORDS, *self.names, *self.bound}
        if name.startswith("faker."):
            known = {f"faker.{each}" for each in faking.names()}
        self.tell(node, name, f"{name!r} is no word of templates", meant(name, known))

    def _word(
        self, node: nodes.Node, word: Word, given: list[Part], named: dict[str, Part]
    ) -> Part:
        self.read[word.name] = word.reads
        try:
            word.signature.bind(*given, **named)
        except TypeError as refused:
            self.tell(node, word.name, f"{word.name!r}: {refused}", word.example)
            return _missing
        return self._call(node, word.name, word.call, given, named)

    def _faked(
        self, node: nodes.Node, name: str, given: list[Part], named: dict[str, Part]
    ) -> Part:
        method = name.partition(".")[2]
        if method not in faking.names():
            self._unknown(node, name)
            return _missing
        self.read[name] = "chance time"

        def call(run: Run, *given: Json, **named: Json) -> Json:
            run.spend(20)
            scope = run.scope
            return faking.called(method, given, named, rng=scope.rng, now=scope.now)

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
            return _careful(call)
        parts = [*given, *named.values()]
        if all(isinstance(part, _Constant) for part in parts):
            self._try(node, name, call, given, named)

        def made(run: Run) -> Json:
            values = [part(run) for part in given]
            kept = {key: part(run) for key, part in named.items()}
            return call(run, *values, **kept)

        return _careful(made)

    def _try(
        self,
        node: nodes.Node,
        name: str,
        call: Callable[..., Json],
        given: list[Part],
        named: dict[str, Part],
    ) -> None:
        """Do now what needs nothing of a request, to hear now what is wrong with it."""
        # The same for every template: it is only whether it can be done.
        run = Run(Scope(rng=Random(0), now=1.7e9))
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
            return _missing
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
            self.build(end) if end is not None else _Constant(None)
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
        return _missing

    def _arguments(self, node: Any) -> tuple[list[Part], dict[str, Part]]:
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.tell(node, "*", "arguments are written one by one")
        named = {each.key: self.build(each.value) for each in node.kwargs or ()}
        return [self.build(each) for each in node.args or ()], named

    def _of_filter(self, node: nodes.Filter) -> Part:
        held = self.build(node.node) if node.node is not None else _missing
        given, named = self._arguments(node)
        if node.name not in FILTERS:
            nearest = meant(node.name, FILTERS)
            self.tell(node, node.name, f"{node.name!r} is no filter", nearest)
            return _missing
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
            return _missing
        if name == "random":
            self.read[name] = "chance"
        if name == "date" and all(isinstance(part, _Constant) for part in given):
            self._try(node, name, call, [_Constant(0), *given], named)

        def made(run: Run) -> Json:
            value = held(run)
            if isinstance(value, (str, list, Mapping)):
                run.spend(1 + len(value) // 16)
            values = [part(run) for part in given]
            return call(
                run, value, *values, **{k: part(run) for k, part in named.items()}
            )

        return _careful(made)

    def _of_test(self, node: nodes.Test) -> Part:
        given, named = self._arguments(node)
        held = self.build(node.node)
        if node.name not in TESTS:
            nearest = meant(node.name, TESTS)
            self.tell(node, node.name, f"{node.name!r} is no test", nearest)
            return _missing
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

    # --------------------------------------------------------------- operators

    def _of_const(self, node: nodes.Const) -> Part:
        if isinstance(node.value, int) and node.value.bit_length() > arithmetic.WIDEST:
            self.tell(node, "", "a number is too long")
        return _Constant(node.value)

    def _of_templatedata(self, node: nodes.TemplateData) -> Part:
        return _Constant(node.data)

    def _of_list(self, node: nodes.List | nodes.Tuple) -> Part:
        parts = [self.build(each) for each in node.items]
        if all(isinstance(part, _Constant) for part in parts):
            return _Constant([part.value for part in parts])  # type: ignore[attr-defined]
        return lambda run: [part(run) for part in parts]

    _of_tuple = _of_list

    def _of_dict(self, node: nodes.Dict) -> Part:
        pairs = [(self.build(each.key), self.build(each.value)) for each in node.items]
        return lambda run: {texted(key(run)): value(run) for key, value in pairs}

    def _of_concat(self, node: nodes.Concat) -> Part:
        parts = [self.build(each) for each in node.nodes]
        return _careful(
            lambda run: reckoning.joined(run, [part(run) for part in parts])
        )

    def _of_condexpr(self, node: nodes.CondExpr) -> Part:
        test, then = self.build(node.test), self.build(node.expr1)
        other = self.build(node.expr2) if node.expr2 is not None else _missing
        return lambda run: then(run) if test(run) else other(run)

    def _of_and(self, node: nodes.And) -> Part:
        left, right = self.build(node.left), self.build(node.right)
        return lambda run: left(run) and right(run)

    def _of_or(self, node: nodes.Or) -> Part:
        left, right = self.build(node.left), self.build(node.right)
        return lambda run: left(run) or right(run)

    def _of_not(self, node: nodes.Not) -> Part:
        held = self.build(node.node)
        return lambda run: not held(run)

    def _of_neg(self, node: nodes.Neg) -> Part:
        held = self.build(node.node)
        if isinstance(held, _Constant) and arithmetic.is_number(held.value):
            return _Constant(-held.value)
        return _careful(lambda run: reckoning.negated(held(run)))

    def _of_pos(self, node: nodes.Pos) -> Part:
        return self.build(node.node)

    def _of_compare(self, node: nodes.Compare) -> Part:
        first = self.build(node.expr)
        steps = [(reckoning.COMPARED[op.op], self.build(op.expr)) for op in node.ops]

        def made(run: Run) -> Json:
            run.spend()
            left = first(run)
            for compared, part in steps:
                right = part(run)
                if not compared(left, right):
                    return False
                left = right
            return True

        return made

    def _operator(self, node: nodes.BinExpr) -> Part:
        left, right = self.build(node.left), self.build(node.right)
        made = reckoning.OPERATORS[node.operator]

        def call(run: Run) -> Json:
            run.spend()
            return made(run, left(run), right(run))

        return _careful(call)

    _of_add = _of_sub = _of_mul = _of_div = _of_floordiv = _of_mod = _of_pow = _operator


METHODS = {
    **{name: name for name in ("upper", "lower", "strip", "title", "capitalize")},
    **{name: name for name in ("replace", "split", "items", "keys", "values")},
    "trim": "trim",
    "get": "get",
}
"""What may be called after a dot, as templates of Python do, to its filter."""


class _Constant:
    """A value that stands in the template."""

    __slots__ = ("value",)

    def __init__(self, value: Json) -> None:
        self.value = value

    def __call__(self, run: Run) -> Json:
        return self.value


_missing = _Constant(MISSING)


def _careful(made: Part) -> Part:
    """Return what gives nothing where an operator is given what it does not take."""

    def careful(run: Run) -> Json:
        try:
            return made(run)
        except (Unfit, TypeError):
            return MISSING

    return careful


def member(value: Json, key: Json) -> Json:
    """Return what is at *key*, also in a moment."""
    if isinstance(value, Moment) and key in PARTS:
        return PARTS[key](value)
    return item(value, key)


def meant(name: str, known: Collection[str]) -> str | None:
    """Return what was meant by a name that is none of the known ones."""
    plain = re.sub(r"[^a-z]", "", name.lower())
    if known is not FILTERS and plain in ELSEWHERE:
        return f"write {ELSEWHERE[plain]}"
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    if not near:
        last = {each.rpartition(".")[2]: each for each in sorted(known)}
        found = get_close_matches(name.rpartition(".")[2], list(last), n=1, cutoff=0.7)
        near = [last[each] for each in found]
    return f"did you mean {near[0]!r}?" if near else None


def _inside(room: str) -> str:
    inside = sorted(name for name in WORDS if name.startswith(f"{room}."))
    return f"write {inside[0] if inside else 'faker.name'}"
