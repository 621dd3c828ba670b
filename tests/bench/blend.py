"""Blend what was recorded, and look for what no server could have said.

    python tests/bench/blend.py FOLDER
    python tests/bench/blend.py --recording FILE... [--count 10000] [--seed 1]
    python tests/bench/blend.py --speed

FOLDER holds recordings of any form; those of one project, or of one provider below a
folder `cassettes`, are one API. FILE is a recording of one API: a database or a file.
Two answers of one endpoint and status are blended at ratios from 0 to 1 by all three
strategies, with what was learned of that API. In half of the pairs the second has the
ids of the first put into it, where both have some, so that both tell of the same thing.

Counted: answers not valid by the schema learned of that endpoint, though the
heavier one is (asked of jsonschema-rs); objects whose id, name, address, times or sums
are not all of one side; numbers that are in neither and must not be averaged; items
that are twice in a list, lost or made up; counts that are not those of their list;
answers at 0 and 1, and those that are no JSON, that are not byte for byte one of the
two. Each is printed with what it takes to make it again.

`--speed` blends made documents of 64 KB, and tells milliseconds of CPU time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_args

import jsonschema_rs

sys.path.insert(0, str(Path(__file__).parents[2]))

from mockforge.bodies.reading import decoded
from mockforge.engine.knowing import Knowing
from mockforge.engine.things import Things
from mockforge.exchange import Exchange
from mockforge.http import Response
from mockforge.learning.learner import Learner
from mockforge.provenance import Source
from mockforge.recordings.files import open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.stages.blend import Blended, Candidate, blend
from mockforge.stages.blend.blend import Known, Strategy
from tests.bench import blend_checks as checks
from tests.bench.blend_made import speed
from tests.bench.recall import apis

STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
RATIOS = [number / 10 for number in range(11)]


class Group(NamedTuple):
    """Answers of one endpoint with one status."""

    api: str
    endpoint: str
    status: int
    exchanges: list[Exchange]
    known: Known
    validator: Any


class Case(NamedTuple):
    """Two answers that are blended, and how."""

    group: Group
    real: Response
    other: Response
    strategy: Strategy
    ratio: float
    key: int
    name: str


async def opened(path: Path) -> list[Exchange]:
    recording = await open_recording(path, matcher=Matcher(MatchOptions()))
    found = [one async for one in recording.every() if one.response is not None]
    await recording.close()
    return found


def groups(api: str, exchanges: Sequence[Exchange]) -> Iterator[Group]:
    learner = Learner()
    for one in exchanges:
        learner.add(replace(one, source=Source.UPSTREAM))
    learned = learner.settle()
    things, knowing = Things([learned]), Knowing([learned])
    found: dict[tuple[str, int], list[Exchange]] = defaultdict(list)
    for one in exchanges:
        located = learned.endpoints.located(one.request)
        assert one.response is not None
        if located is not None:
            found[located.key, one.response.status].append(one)
    for (endpoint, status), each in found.items():
        if len(each) < 2:
            continue
        thing = things.of(each[0].request)
        known = knowing(thing, status, tuple(Source)) or Known()
        validator = None
        if known.schema is not None:
            validator = jsonschema_rs.Draft202012Validator(known.schema)
        yield Group(api, endpoint, status, each, known, validator)


def plain(response: Response) -> bytes:
    return decoded(response.headers, response.body)


def document(response: Response) -> Any:
    """Return the JSON an answer is, or None."""
    try:
        return checks.read(plain(response))
    except (ValueError, RecursionError):
        return None


def grafted(real: Any, other: Any) -> Any:
    """Return *other* with the ids of *real* where both have one."""
    if isinstance(real, dict) and isinstance(other, dict):
        names = {*checks.IDS, *checks.SORTS} & {*real}
        if names.isdisjoint(checks.IDS) or names.isdisjoint(other):
            names |= {*checks.NAMES} & {*real}
        return {
            name: real[name]
            if name in names and not isinstance(real[name], dict | list)
            else grafted(real.get(name), value)
            for name, value in other.items()
        }
    if isinstance(real, list) and isinstance(other, list):
        pairs = zip(real, other, strict=False)
        return [grafted(*pair) for pair in pairs] + other[len(real) :]
    return other


def written(value: Any) -> str:
    """Return JSON with the numbers as they were written."""
    if isinstance(value, checks.Number):
        return str(value)
    if isinstance(value, dict):
        inner = (f"{json.dumps(name)}:{written(each)}" for name, each in value.items())
        return f"{{{','.join(inner)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(written, value))}]"
    return json.dumps(value)


def cases(found: Sequence[Group], count: int, seed: int) -> Iterator[Case]:
    rng = Random(seed)
    # Most answers that are no JSON are of few endpoints, and all are told alike.
    weights = [
        min(len(group.exchanges), 30) if group.known.node is not None else 1
        for group in found
    ]
    for key in range(count):
        group = rng.choices(found, weights)[0]
        for _ in range(9):
            one, two = rng.sample(group.exchanges, 2)
            if one.response != two.response:
                break
        assert one.response is not None
        assert two.response is not None
        other, name = two.response, f"{one.id}+{two.id}"
        if key % 2:
            values = document(one.response), document(other)
            if isinstance(values[0], dict | list) and isinstance(
                values[1], dict | list
            ):
                body = written(grafted(*values)).encode()
                headers = tuple(
                    pair
                    for pair in other.headers
                    if pair[0].lower() != b"content-encoding"
                )
                other, name = (
                    replace(other, body=body, headers=headers),
                    f"{name} grafted",
                )
        strategy = STRATEGIES[key % 3]
        yield Case(group, one.response, other, strategy, RATIOS[key % 11], key, name)


def made(case: Case) -> Blended:
    candidates = [
        Candidate(source, response, share)
        for source, response, share in (
            (Source.UPSTREAM, case.real, case.ratio),
            (Source.RECORDED, case.other, 1.0 - case.ratio),
        )
        if share > 0
    ]
    return blend(candidates, ("bench", case.key), case.strategy, case.group.known)


def wrong(case: Case, found: Blended) -> Iterator[checks.Violation]:
    """Yield everything that is wrong with a blend."""
    sides = {Source.UPSTREAM: case.real, Source.RECORDED: case.other}
    if len(found.sources) == 1:
        if found.response != sides[found.sources[0]]:
            yield "bytes", "it is said to be of one side and is not"
        if (
            case.ratio in (0, 1)
            and found.response
            != sides[Source.UPSTREAM if case.ratio else Source.RECORDED]
        ):
            yield "bytes", "it is not what the only source says"
        return
    values = [document(each) for each in (found.response, case.real, case.other)]
    if case.ratio in (0, 1) or any(value is None for value in values):
        yield "bytes", "it is mixed and must not be"
        return
    heavy = case.real if case.ratio >= 0.5 else case.other
    if found.response.status != heavy.status:
        yield "bytes", "its status is not the heavier one's"
    yield from checks.violations(*values)
    validator = case.group.validator
    if validator is not None and validator.is_valid(json.loads(plain(heavy))):
        error = next(validator.iter_errors(json.loads(plain(found.response))), None)
        if error is not None:
            yield "schema", str(error).partition("\n")[0][:300]


def run(found: Sequence[Group], count: int, seed: int) -> int:
    tally: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for case in cases(found, count, seed):
        result = made(case)
        tally["blends"] += 1
        is_mixed = len(result.sources) > 1
        tally["of both"] += is_mixed
        tally[result.why or ("of both" if is_mixed else "equal to one")] += not is_mixed
        for kind, what in wrong(case, result):
            kinds[kind] += 1
            group = case.group
            print(
                f"{kind}: {group.api} {group.endpoint} {group.status}"
                f" {case.name} {case.strategy} {case.ratio} key {case.key}: {what}"
            )
    for name, number in tally.items():
        print(f"{number:7} {name}")
    print(f"{sum(kinds.values()):7} violations {dict(kinds) or ''}")
    return 1 if kinds else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--recording", type=Path, nargs="*", default=[])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    if asked.speed:
        speed()
        return 0
    told = apis(asked.folder) if asked.folder is not None else {}
    for path in asked.recording:
        told[str(path)] = asyncio.run(opened(path))
    started = time.perf_counter()
    found = [group for api, each in told.items() for group in groups(api, each)]
    if not found:
        print("no two answers of one endpoint and status", file=sys.stderr)
        return 2
    learned = time.perf_counter()
    print(f"{len(found)} endpoints with a status, learned in {learned - started:.0f} s")
    code = run(found, asked.count, asked.seed)
    print(f"{time.perf_counter() - learned:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
