"""Moving: which answers of endpoints move on, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mockforge.errors import ConfigError
from mockforge.stubs import paths
from mockforge.stubs.asked import Asked
from mockforge.stubs.stub import ANY, Stub

if TYPE_CHECKING:
    from mockforge.conditions import Condition
    from mockforge.http import Request
    from mockforge.stages.drift.drift import Drift
    from mockforge.stages.drift.options import DriftRuleOptions
    from mockforge.stubs.options import EndpointOptions, ResponseOptions

VERSION = 2
"""Of what is kept: that of another version is not used."""

Number = tuple[int, int]
"""Of an endpoint, and of an answer among its answers."""

Learned = Mapping[Number, Sequence["DriftRuleOptions"]]
"""Rules that were learned."""


@dataclass(frozen=True, slots=True)
class Moving:
    """An answer that moves on."""

    drift: Drift
    name: str
    """Of the endpoint."""
    mark: str
    """What is another as soon as anything else is written there."""
    number: int = 0
    """Of the answer, among those of the endpoint."""
    condition: Condition | None = None
    """When it is meant, where it is somebody else's answer."""


@dataclass(slots=True)
class Movings:
    """All that move on."""

    given: dict[Number, Moving] = field(default_factory=dict)
    """Those that the settings themselves answer."""
    others: list[tuple[Stub, list[Moving]]] = field(default_factory=list)
    """Endpoints that are answered by somebody else."""

    @property
    def warnings(self) -> Iterator[str]:
        """What is most likely not meant as it is written."""
        for moving in self.given.values():
            yield from moving.drift.warnings
        for _, movings in self.others:
            for moving in movings:
                yield from moving.drift.warnings


def drifting(
    endpoints: Sequence[EndpointOptions],
) -> Iterator[tuple[Number, EndpointOptions, ResponseOptions]]:
    """Yield every answer of *endpoints* that is to move on, with its number."""
    for number, options in enumerate(endpoints):
        for each, given in enumerate(options.given):
            if given.drift is not None and given.drift.enabled:
                yield (number, each), options, given


def movings_of(
    endpoints: Sequence[EndpointOptions], learned: Learned | None = None
) -> Movings | None:
    """Return what moves on of *endpoints*; None if nothing does.

    Args:
        endpoints: Of the settings.
        learned: Rules for those that ask for learned ones.

    Raises:
        ConfigError: If expressions or conditions cannot be read; all are told.
    """
    found = Movings()
    others: dict[int, tuple[Stub, list[Moving]]] = {}
    wrong: list[str] = []
    for number, options, given in drifting(endpoints):
        try:
            stub = located(number[0], options)
            moving = _moving(stub, number, given, (learned or {}).get(number, ()))
        except ConfigError as error:
            wrong.append(str(error))
            continue
        except ValueError:
            # A path that is none is told by who answers there.
            continue
        if given.answers:
            found.given[number] = moving
        else:
            others.setdefault(number[0], (stub, []))[1].append(moving)
    if wrong:
        raise ConfigError("\n".join(wrong))
    found.others = list(others.values())
    return found if found.given or found.others else None


def located(number: int, options: EndpointOptions) -> Stub:
    """Return the endpoint of *options* without its answers.

    Raises:
        ValueError: If its path is none.
    """
    methods = tuple(dict.fromkeys(each.upper() for each in options.method))
    if ANY in methods or "*" in methods:
        methods = ()
    return Stub(number, options, paths.parse(options.path), methods, ())


def matching(number: int, options: EndpointOptions) -> Callable[[Request], bool]:
    """Return what tells whether a request is one of the endpoint of *options*."""
    try:
        stub = located(number, options)
    except ValueError:
        return lambda request: False

    def matches(request: Request) -> bool:
        if not stub.takes(request.method) or not stub.means(request.authority):
            return False
        return stub.path.match(Asked(request).segments) is not None

    return matches


def _moving(
    stub: Stub,
    number: Number,
    given: ResponseOptions,
    learned: Sequence[DriftRuleOptions],
) -> Moving:
    from mockforge.stages.drift.compiling import compile_drift

    assert given.drift is not None
    condition: Condition | None = None
    if given.when is not None and not given.answers:
        from mockforge.conditions import compile_condition

        condition = compile_condition(given.when, where=f"{stub.place}: when")
    drift = compile_drift(given.drift, where=f"{stub.place}: drift", learned=learned)
    written = given.model_dump_json(exclude={"rag_config"})
    mark = hashlib.blake2b(f"{VERSION} {written}".encode(), digest_size=6)
    mark.update(given.file or b"")
    for rule in learned:
        mark.update(rule.model_dump_json().encode())
    return Moving(drift, stub.name, mark.hexdigest(), number[1], condition)
