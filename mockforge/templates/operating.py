"""The operators of templates, and the values between them, as functions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from random import Random  # noqa: TID251 - seeded, to try what is written

from jinja2 import nodes

from mockforge import arithmetic
from mockforge.arithmetic import Unfit
from mockforge.options import Json
from mockforge.templates import reckoning
from mockforge.templates.running import MISSING, Run, texted
from mockforge.templates.scope import Scope

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


def trial() -> Run:
    """Return a rendering without a request, to try what is written."""
    # The same for every template: it is only whether it can be done.
    return Run(Scope(rng=Random(0), now=1.7e9))


class Constant:
    """A value that stands in the template."""

    __slots__ = ("value",)

    def __init__(self, value: Json) -> None:
        self.value = value

    def __call__(self, run: Run) -> Json:
        """Return the value."""
        return self.value


missing = Constant(MISSING)


def careful(made: Part) -> Part:
    """Return what gives nothing where an operator is given what it does not take."""

    def tried(run: Run) -> Json:
        try:
            return made(run)
        except (Unfit, TypeError):
            return MISSING

    return tried


class Operators:
    """Builds functions of values and operators, and gathers what is wrong."""

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
            return missing
        self.depth += 1
        try:
            if self.depth > DEEPEST:
                if self.depth == DEEPEST + 1:
                    self.tell(node, "", f"it is nested deeper than {DEEPEST}")
                return missing
            return method(node)  # type: ignore[no-any-return]
        finally:
            self.depth -= 1

    def tell(
        self, node: nodes.Node, word: str, what: str, nearest: str | None = None
    ) -> None:
        """Take note of something wrong."""
        self.told.append(Told(node.lineno or 1, word, what, nearest))

    # --------------------------------------------------------------- operators

    def _of_const(self, node: nodes.Const) -> Part:
        if isinstance(node.value, int) and node.value.bit_length() > arithmetic.WIDEST:
            self.tell(node, "", "a number is too long")
        return Constant(node.value)

    def _of_templatedata(self, node: nodes.TemplateData) -> Part:
        return Constant(node.data)

    def _of_list(self, node: nodes.List | nodes.Tuple) -> Part:
        parts = [self.build(each) for each in node.items]
        if all(isinstance(part, Constant) for part in parts):
            return Constant([part.value for part in parts])  # type: ignore[attr-defined]
        return careful(
            lambda run: reckoning.measured(run, [part(run) for part in parts])
        )

    _of_tuple = _of_list

    def _of_dict(self, node: nodes.Dict) -> Part:
        pairs = [(self.build(each.key), self.build(each.value)) for each in node.items]
        return careful(
            lambda run: reckoning.measured(
                run, {texted(key(run)): value(run) for key, value in pairs}
            )
        )

    def _of_concat(self, node: nodes.Concat) -> Part:
        parts = [self.build(each) for each in node.nodes]
        return careful(lambda run: reckoning.joined(run, [part(run) for part in parts]))

    def _of_condexpr(self, node: nodes.CondExpr) -> Part:
        test, then = self.build(node.test), self.build(node.expr1)
        other = self.build(node.expr2) if node.expr2 is not None else missing
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
        if isinstance(held, Constant) and arithmetic.is_number(held.value):
            return Constant(-held.value)
        return careful(lambda run: reckoning.negated(held(run)))

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
        if isinstance(left, Constant) and isinstance(right, Constant):
            return self._reckoned(node, made, left.value, right.value)

        def call(run: Run) -> Json:
            run.spend()
            return made(run, left(run), right(run))

        return careful(call)

    _of_add = _of_sub = _of_mul = _of_div = _of_floordiv = _of_mod = _of_pow = _operator

    def _reckoned(
        self,
        node: nodes.BinExpr,
        made: Callable[[Run, Json, Json], Json],
        left: Json,
        right: Json,
    ) -> Part:
        """Return the result of what needs nothing of a request."""
        try:
            return Constant(made(trial(), left, right))
        except Unfit:
            shown = f"{left!r:.20} {node.operator} {right!r:.20}"
            self.tell(node, "", f"{shown} is nothing, or too much")
            return missing
