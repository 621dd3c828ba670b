"""Texts with statements: `{% if %}`, `{% for %}`, `{% set %}`, and what is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from mockforge.arithmetic import Unfit
from mockforge.options import Json
from mockforge.templates.building import Expressions, Part
from mockforge.templates.running import Run, texted

Written = Callable[[Run, list[str]], None]


class Statements(Expressions):
    """Builds functions of whole texts."""

    def text(self, tree: nodes.Template) -> Part:
        """Return the function that gives the text; a value, if that is all of it."""
        whole = _whole(tree)
        if whole is not None:
            return self.build(whole)
        write = self.body(tree.body)

        def made(run: Run) -> Json:
            out: list[str] = []
            write(run, out)
            text = "".join(out)
            # It is counted when it is given out.
            run.output += len(text)
            return text

        return made

    def body(self, statements: list[Any]) -> Written:
        """Return the function that writes some statements one after the other."""
        parts = [self._statement(each) for each in statements]
        if len(parts) == 1:
            return parts[0]

        def write(run: Run, out: list[str]) -> None:
            for part in parts:
                part(run, out)

        return write

    def _statement(self, node: nodes.Node) -> Written:
        kind = type(node).__name__.lower()
        method = getattr(self, f"_write_{kind}", None)
        if method is None:
            what = f"{{% {kind} %}} is nothing that templates have"
            self.tell(node, kind, what, "they have if, for, set and with")
            return lambda run, out: None
        self.depth += 1
        try:
            if self.depth > 40:
                self.tell(node, kind, "it is nested deeper than 40")
                return lambda run, out: None
            return method(node)  # type: ignore[no-any-return]
        finally:
            self.depth -= 1

    def _write_output(self, node: nodes.Output) -> Written:
        parts = [self.build(each) for each in node.nodes]

        def write(run: Run, out: list[str]) -> None:
            for part in parts:
                try:
                    text = texted(part(run))
                except Unfit:
                    continue
                run.give(len(text))
                out.append(text)

        return write

    def _write_if(self, node: nodes.If) -> Written:
        cases = [(self.build(node.test), self.body(node.body))]
        cases += [(self.build(each.test), self.body(each.body)) for each in node.elif_]
        other = self.body(node.else_)

        def write(run: Run, out: list[str]) -> None:
            for test, then in cases:
                if test(run):
                    return then(run, out)
            return other(run, out)

        return write

    def _write_for(self, node: nodes.For) -> Written:
        if node.recursive:
            self.tell(node, "recursive", "a loop is not recursive here")
        over = self.build(node.iter)
        names, bound = self._targets(node.target), set(self.bound)
        self.bound |= {*names, "loop"}
        test = self.build(node.test) if node.test is not None else None
        inner = self.body(node.body)
        self.bound = bound
        other = self.body(node.else_)
        is_one = isinstance(node.target, nodes.Name)

        def write(run: Run, out: list[str]) -> None:
            outer, someone = run.locals, run.person
            turns = []
            for value in _iterated(over(run)):
                run.spend()
                run.locals = outer | _named(names, value, is_one)
                if test is None or test(run):
                    turns.append(run.locals)
            for place, turn in enumerate(turns):
                run.spend()
                run.locals = turn | {"loop": _loop(place, len(turns))}
                run.person = None
                inner(run, out)
            run.locals, run.person = outer, someone
            if not turns:
                other(run, out)

        return write

    def _targets(self, node: nodes.Node) -> list[str]:
        if isinstance(node, nodes.Name):
            return [node.name]
        if isinstance(node, nodes.Tuple):
            return [name for each in node.items for name in self._targets(each)]
        self.tell(node, "", "only a name can be set")
        return []

    def _write_assign(self, node: nodes.Assign) -> Written:
        held, names = self.build(node.node), self._targets(node.target)
        self.bound |= set(names)
        is_one = isinstance(node.target, nodes.Name)

        def write(run: Run, out: list[str]) -> None:
            run.spend()
            run.locals = run.locals | _named(names, held(run), is_one)

        return write

    def _write_assignblock(self, node: nodes.AssignBlock) -> Written:
        if node.filter is not None:
            self.tell(node, "set", "a filter goes after the value")
        inner, names = self.body(node.body), self._targets(node.target)
        self.bound |= set(names)

        def write(run: Run, out: list[str]) -> None:
            inside: list[str] = []
            inner(run, inside)
            run.locals = run.locals | _named(names, "".join(inside), True)

        return write

    def _write_with(self, node: nodes.With) -> Written:
        parts = [self.build(each) for each in node.values]
        names = [name for each in node.targets for name in self._targets(each)]
        bound = set(self.bound)
        self.bound |= set(names)
        inner = self.body(node.body)
        self.bound = bound

        def write(run: Run, out: list[str]) -> None:
            outer = run.locals
            values = [part(run) for part in parts]
            run.locals = outer | dict(zip(names, values, strict=False))
            inner(run, out)
            run.locals = outer

        return write


_BREAKS = ("\n", "\r\n")


def _whole(tree: nodes.Template) -> nodes.Expr | None:
    """Return the expression that is all of a text, if there is one."""
    if len(tree.body) != 1 or not isinstance(tree.body[0], nodes.Output):
        return None
    parts = tree.body[0].nodes
    # A block of YAML ends in a line break that nobody means.
    if len(parts) == 2 and getattr(parts[1], "data", "") in _BREAKS:
        parts = parts[:1]
    is_whole = len(parts) == 1 and not isinstance(parts[0], nodes.TemplateData)
    return parts[0] if is_whole else None


def _iterated(value: Json) -> list[Json]:
    if isinstance(value, (list, str, Mapping)):
        return list(value)
    return []


def _named(names: list[str], value: Json, is_one: bool) -> dict[str, Json]:
    if is_one:
        return {names[0]: value} if names else {}
    given = value if isinstance(value, list) else []
    return dict(zip(names, given, strict=False))


def _loop(place: int, length: int) -> dict[str, Json]:
    return {
        "index": place + 1,
        "index0": place,
        "revindex": length - place,
        "revindex0": length - place - 1,
        "first": place == 0,
        "last": place == length - 1,
        "length": length,
    }
