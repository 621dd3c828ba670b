"""Sequences as they are told: flows, a diagram, rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.learning.sequences.chain import Chain
from mockforge.learning.sequences.course import Course, Variant
from mockforge.learning.sequences.courses import Courses
from mockforge.learning.sequences.steps import END, START, Step
from mockforge.options import Json

FLOWS = 8
"""Paths that are told."""

BEAM = 32
"""Paths that are looked at together."""

LONGEST = 24
"""Steps of a path that is told."""

MOST_NODES = 40
LEAST_EDGE = 0.05
"""The chance from which on an arrow is drawn."""

_LEAST = 0.005

Path = tuple[Step, ...]


def flows(chain: Chain) -> list[tuple[Path, float]]:
    """Return the commonest paths from the beginning of a session, with their shares.

    A path that is not at its end after LONGEST steps is told as far as it goes.
    """
    going: list[tuple[Path, float]] = [((), 1.0)]
    done: list[tuple[Path, float]] = []
    for _ in range(LONGEST):
        grown: list[tuple[Path, float]] = []
        for path, share in going:
            for step, chance in chain.next(path)[:BEAM]:
                if share * chance < _LEAST:
                    break
                one = (path if step == END else (*path, step), share * chance)
                (done if step == END else grown).append(one)
        going = sorted(grown, key=_commonest)[:BEAM]
    return sorted((one for one in done + going if one[0]), key=_commonest)[:FLOWS]


def _commonest(one: tuple[Path, float]) -> tuple[float, list[str]]:
    return -one[1], [str(step) for step in one[0]]


def diagram(chain: Chain) -> str:
    """Return what follows what as a Mermaid state diagram."""
    seen = [at for _, at in chain.usual() if at > 1][:MOST_NODES]
    chosen = [chain.steps[at] for at in seen]
    names = {step: f"s{number}" for number, step in enumerate(chosen, 1)}
    names |= {START: "[*]", END: "[*]"}
    lines = ["stateDiagram-v2"]
    for step in chosen:
        lines.append(f'    state "{_label(step)}" as {names[step]}')
    for step in (START, *chosen):
        context = () if step == START else (step,)
        for after, chance in chain.after(context):
            if chance >= LEAST_EDGE and after in names and after != START:
                arrow = f"{names[step]} --> {names[after]}"
                lines.append(f"    {arrow}: {100 * chance:.0f} %")
    return "\n".join(lines) + "\n"


def _label(step: Step) -> str:
    # A quotation mark would end the label, and a number sign begin an entity.
    return str(step).replace('"', "'").replace("#", "♯").replace("\n", " ")


def shown(
    chain: Chain, courses: Courses, subject: Subject, law: Law
) -> Iterator[Shown]:
    """Yield the rows of *subject*: its sequences, and each endpoint's course."""
    samples = chain.samples
    if samples <= 0:
        return
    paths = flows(chain)
    first = " → ".join(str(step) for step in paths[0][0][:4]) if paths else ""
    more = " → …" if paths and len(paths[0][0]) > 4 else ""
    known = len(chain.steps) - 2
    detail: dict[str, Json] = {
        "steps": [_step(step) for step in chain.steps[2:]],
        "flows": [
            {"steps": [_step(step) for step in path], "share": share}
            for path, share in paths
        ],
        "diagram": diagram(chain),
    }
    yield Shown(
        "sequences",
        subject,
        samples,
        law.confidence(samples),
        f"{known} steps; {first}{more}" if first else f"{known} steps, no common path",
        tuple(share for _, share in paths),
        detail,
        chain.branches.changing,
    )
    for endpoint in courses.tables.names:
        yield from _course(
            courses.of(endpoint), Subject(endpoint, subject.persona), law
        )


def _course(course: Course, subject: Subject, law: Law) -> Iterator[Shown]:
    told, plots = [], list[dict[int, float]]()
    states: list[Json] = []
    for variant in course.variants:
        lengths, nexts = course.lengths(variant), course.nexts(variant)
        after = max(nexts, key=lambda one: (nexts[one], str(one)))
        told.append(f"{_name(variant)} {_times(lengths)} → {_name(after)}")
        plots.append(lengths)
        states.append(
            {
                "status": variant[0],
                "state": variant[1],
                "reads": _mean(lengths),
                "lengths": {str(length): part for length, part in lengths.items()},
                "next": [
                    {"status": one[0], "state": one[1], "share": part}
                    for one, part in nexts.items()
                ],
            }
        )
    retries: list[Json] = []
    for status in course.failing:
        tries = course.tries(status)
        told.append(f"{status or 'no answer'} {_times(tries)}, then well")
        plots.append(tries)
        kept = course.table.mixed(("wait", status))
        retries.append(
            {
                "status": status,
                "tries": _mean(tries),
                "lengths": {str(length): part for length, part in tries.items()},
                "waits_as_told": kept.get("kept", 0.0) if kept else None,
            }
        )
    samples = course.moves + sum(
        course.table.total(("run", status)) for status in course.failing
    )
    if told:
        yield Shown(
            "sequences",
            subject,
            samples,
            law.confidence(samples),
            "; ".join(told),
            _plot(max(plots, key=len)),
            {"states": states, "retries": retries, "polled": course.polls(law)},
            course.table.share,
        )


def _plot(lengths: dict[int, float]) -> tuple[float, ...]:
    most = min(max(lengths, default=0), 32)
    return tuple(lengths.get(length, 0.0) for length in range(1, most + 1))


def _mean(lengths: dict[int, float]) -> float:
    return sum(length * part for length, part in lengths.items())


def _times(lengths: dict[int, float]) -> str:
    mean = _mean(lengths)
    return "once" if mean < 1.05 else f"{mean:.1f} times"


def _name(variant: Variant) -> str:
    return variant[1] or str(variant[0])


def _step(step: Step) -> Json:
    return {"endpoint": step.endpoint, "status": step.status, "state": step.state}
