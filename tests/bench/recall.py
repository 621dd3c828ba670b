"""How well recall finds what was recorded, and how fast: run it by name.

    python tests/bench/recall.py FOLDER            what is found, on real recordings
    python tests/bench/recall.py --made 20         the same, on APIs made by chance
    python tests/bench/recall.py --scale 50000     how long it takes, on made-up ones

FOLDER holds recordings of any form; those of one project, or of one provider below a
folder `cassettes`, are one API. Of each API a fifth of the requests is held out in
turn; of those others are made by rule (recall_asked.py): new ids, another order of
parameters and names, and other words; and it is looked who answers them.

`endpoint`: the one found is of the same endpoint. `variant`: its request has the same
places too, and its status is the same. `choice`: all words in it that are no ids and no
prose are the same too. `text`: other words for what is recorded; right is who was
asked the same text. Beside it a baseline: of those of the same path template the one
whose target and body are nearest by Levenshtein's distance; `target` compares without
the body. Then: how many are answered by the default threshold, and of all of them how
many wrongly; `unseen` are those of which nothing of their variant was left.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from mockforge.errors import MockforgeError
from mockforge.exchange import Exchange
from mockforge.http import Request
from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.recall.embedder import Hashed
from mockforge.recall.judging import THRESHOLD
from mockforge.recall.making import memory_of
from mockforge.recall.memory import Memory
from mockforge.recordings.files import TextRecording
from mockforge.recordings.formats import forms
from mockforge.recordings.formats.contents import Contents
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.redact import RedactOptions
from tests.bench import recall_asked as made
from tests.bench import recall_made
from tests.bench.recall_scale import scale

FOLDS = 5
Right = Callable[[Exchange], bool]


def apis(root: Path) -> dict[str, list[Exchange]]:
    """Every answered exchange below *root*, by API."""
    found: dict[str, list[Exchange]] = defaultdict(list)
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if not path.is_file() or len(parts) < 2:
            continue
        try:
            exchanges = forms.read(path).exchanges
        except (MockforgeError, OSError, ValueError):
            continue
        name = parts[0]
        if "cassettes" in parts[:-2] and parts[parts.index("cassettes") + 2 :]:
            name += "/" + parts[parts.index("cassettes") + 1]
        if any(part.endswith((".yaml", ".yml")) for part in name.split("/")):
            name = parts[0]
        found[name] += [one for one in exchanges if one.response is not None]
    return dict(found)


def learned(exchanges: Sequence[Exchange]) -> EndpointMap:
    endpoints = Endpoints()
    for one in exchanges:
        assert one.response is not None
        endpoints.add(one.request, one.response.status, one.response)
    return endpoints.settle()


async def remembered(
    exchanges: Sequence[Exchange],
) -> tuple[Memory, TextRecording]:
    contents = Contents(tuple(exchanges), redact_key="11" * 32)
    matcher = Matcher(MatchOptions())
    options = RedactOptions(enabled=False)
    recording = TextRecording(Path("rest.jsonl"), contents, matcher, options)
    return await memory_of(recording, learned(exchanges), Hashed()), recording


def key(one: Exchange) -> tuple[str, str, bytes]:
    return one.request.method, one.request.url, one.request.body


class Truth:
    """What is right, told by all that was recorded."""

    def __init__(self, exchanges: Sequence[Exchange]) -> None:
        self._map = learned(exchanges)

    def endpoint(self, one: Exchange) -> str:
        located = self._map.located(one.request)
        if located is not None:
            return located.key
        return f"{one.request.method} {made.template(one.request.path)}"

    def rights(self, wanted: Exchange) -> dict[str, Right]:
        endpoint, variant = self.endpoint(wanted), made.variant(wanted)
        words = made.chosen(wanted.request)

        def is_variant(one: Exchange) -> bool:
            return self.endpoint(one) == endpoint and made.variant(one) == variant

        return {
            "endpoint": lambda one: self.endpoint(one) == endpoint,
            "variant": is_variant,
            "choice": lambda one: is_variant(one) and made.chosen(one.request) == words,
        }


def nearest(
    asked: Request, rest: Sequence[Exchange], *, has_body: bool
) -> Exchange | None:
    """The baseline."""
    same = [one for one in rest if one.request.method == asked.method]
    template = made.template(asked.path)
    like = [one for one in same if made.template(one.request.path) == template]

    def text(request: Request) -> str:
        body = request.body.decode("utf-8", "replace") if has_body else ""
        return f"{request.target}\n{body}"[:2000]

    wanted = text(asked)
    return min(
        like or same,
        key=lambda one: made.distance(text(one.request), wanted),
        default=None,
    )


async def tried(
    tally: dict[str, Counter[str]],
    asked: Request,
    rights: dict[str, Right],
    memory: Memory,
    rest: Sequence[Exchange],
) -> None:
    """Ask *asked*, and count what came of it."""
    verdict, near = await memory.recalled(asked, threshold=THRESHOLD)
    best = verdict.near or next(iter(near), None)
    found = rest[memory.id_of(best.place) - 1] if best else None
    plain = nearest(asked, rest, has_body=True)
    short = nearest(asked, rest, has_body=False)
    for name, right in rights.items():
        count = tally[name]
        count["asked"] += 1
        seen = any(right(one) for one in rest)
        if seen:
            count["seen"] += 1
            count["first"] += found is not None and right(found)
            count["plain"] += plain is not None and right(plain)
            count["short"] += short is not None and right(short)
        if verdict.near is not None:
            given = rest[memory.id_of(verdict.near.place) - 1]
            fate = "right" if right(given) else "wrong" if seen else "unseen"
            count[fate] += 1


async def measured(exchanges: list[Exchange], tally: dict[str, Counter[str]]) -> None:
    truth = Truth(exchanges)
    keys = sorted({key(one) for one in exchanges}, key=repr)
    Random(1).shuffle(keys)
    fold = {each: number % FOLDS for number, each in enumerate(keys)}
    for turn in range(FOLDS):
        rest = [one for one in exchanges if fold[key(one)] != turn]
        memory, _ = await remembered(rest)
        held = {key(one): one for one in exchanges if fold[key(one)] == turn}
        for number, one in enumerate(held.values()):
            rng = Random(number)
            asked = made.reordered(made.new_ids(one.request, rng), rng)
            asked = made.paraphrased(asked, rng)
            if asked != one.request:
                await tried(tally, asked, truth.rights(one), memory, rest)
    memory, _ = await remembered(exchanges)
    for number, one in enumerate({key(one): one for one in exchanges}.values()):
        texts = made.texts(one.request)
        asked = made.paraphrased(one.request, Random(number))
        if texts and asked != one.request:
            rights: dict[str, Right] = {"text": partial(has_texts, texts)}
            await tried(tally, asked, rights, memory, exchanges)


def has_texts(texts: frozenset[str], one: Exchange) -> bool:
    return made.texts(one.request) == texts


async def found_in(every: Iterable[tuple[str, list[Exchange]]]) -> None:
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for name, exchanges in every:
        tally: dict[str, Counter[str]] = defaultdict(Counter)
        await measured(exchanges, tally)
        for level, count in tally.items():
            total[level].update(count)
        print(f"{name}: {len(exchanges)} exchanges", file=sys.stderr)
    print(
        f"{'':10}{'asked':>7}{'seen':>7}{'first':>8}{'plain':>8}{'target':>8}", end=""
    )
    print(f"{'right':>8}{'wrong':>8}{'unseen':>8}")
    for level, count in total.items():
        seen, asked = count["seen"] or 1, count["asked"] or 1
        shares = [count[each] / seen for each in ("first", "plain", "short", "right")]
        shares += [count[each] / asked for each in ("wrong", "unseen")]
        print(f"{level:10}{count['asked']:7}{count['seen']:7}", end="")
        print("".join(f"{share:8.3f}" for share in shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--made", type=int, default=0)
    parser.add_argument("--scale", type=int, nargs="*", default=[])
    asked = parser.parse_args()
    if asked.folder is not None:
        started = time.perf_counter()
        asyncio.run(found_in(apis(asked.folder).items()))
        print(f"{time.perf_counter() - started:.0f} s")
    if asked.made:
        asyncio.run(found_in(recall_made.apis(asked.made)))
    for count in asked.scale:
        scale(count)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(f"{'memory of the process':36}{most:10} MB")


if __name__ == "__main__":
    main()
