"""How far the world is right, told by asking it what was recorded."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mockforge.bodies.document import Path, general, leaves
from mockforge.http import Request, Response
from mockforge.learning.formats import classify, is_minted, is_time
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Resources
from mockforge.learning.sample import Sample
from mockforge.options import Json
from mockforge.sources.world.acting import Acting, Asked
from mockforge.sources.world.realm import Realm
from mockforge.sources.world.showing import told_body
from mockforge.sources.world.telling import fill

MOST_OF_ONE = 25
"""Exchanges of an endpoint that are asked again."""

MOST_KEPT = 400
"""Entities up to which a world is copied to see what a write would do."""

OTHERS = 4
"""As how many answers of an endpoint those of its kind count."""

ENOUGH = 0.8
"""The share of right answers from which on an endpoint is answered."""


@dataclass(frozen=True, slots=True)
class Trust:
    """How often the world was right about one endpoint, when asked again."""

    whole: float
    """The share of answers that were right."""
    body: float
    """The same among those that had the right status."""


FULL = Trust(1.0, 1.0)

AskedIn = Callable[[Request, str, float, Realm], Asked | None]


def trusted(
    acting: Acting, samples: Sequence[Sample], asked_in: AskedIn
) -> dict[str, Trust]:
    """Return by endpoint how often the world gives the recorded answer too.

    Each session is gone through once: before the world is told what was answered, it
    is asked. One that it never has an answer for is not to be trusted with others.
    """
    realms: dict[str, Realm] = {}
    asked_count: Counter[str] = Counter()
    right: dict[str, int] = {}
    alike: Counter[str] = Counter()
    for sample in sorted(samples, key=lambda each: each.started):
        response = sample.exchange.response
        if response is None or sample.endpoint not in acting.resources.operations:
            continue
        realm = realms.setdefault(sample.session, Realm.of(acting.resources))
        where = (sample.exchange.request, sample.session, sample.started)
        if asked_count[sample.endpoint] < MOST_OF_ONE and realm.made <= MOST_KEPT:
            trial = asked_in(*where, copy.deepcopy(realm))
            told = None if trial is None else acting.answer(trial)
            right.setdefault(sample.endpoint, 0)
            if trial is not None and told is not None:
                asked_count[sample.endpoint] += 1
                right[sample.endpoint] += is_right(trial, told.response, response)
                alike[sample.endpoint] += told.response.status == response.status
        asked = asked_in(*where, realm)
        if asked is not None:
            acting.note(asked, response)
    return {
        key: _judged(acting.resources, key, right, asked_count, alike) for key in right
    }


def _judged(
    resources: Resources,
    key: str,
    right: Mapping[str, int],
    asked: Mapping[str, int],
    alike: Mapping[str, int],
) -> Trust:
    """Return how far to trust an endpoint, by itself and by its kind.

    A few answers say little, so those about the same kind count too. And a world whose
    reads are not right does not know what writes do: whoever reads must write, unless
    what writes tell was right often and always.
    """
    if not asked.get(key, 0):
        return Trust(0.0, 0.0)
    mine = resources.operations[key]
    keys = [each for each in right if resources.operations[each].kind == mine.kind]
    reads = [k for k in keys if resources.operations[k].role in ("read", "list")]
    shown = _share(reads, right, asked)
    is_proven = asked[key] >= OTHERS and right[key] == asked[key]
    is_shown = mine.role in ("read", "list") or shown >= ENOUGH
    most = 1.0 if is_proven or is_shown else shown
    others = OTHERS * (1.0 if is_proven else _share(keys, right, asked))
    whole = (right[key] + others) / (asked[key] + OTHERS)
    body = right[key] / max(1, alike.get(key, 0))
    return Trust(min(whole, most), min(body, most))


def _share(
    keys: Sequence[str], right: Mapping[str, int], asked: Mapping[str, int]
) -> float:
    total = sum(asked.get(key, 0) for key in keys)
    return sum(right[key] for key in keys) / total if total else 1.0


def is_right(asked: Asked, told: Response, recorded: Response) -> bool:
    """Whether an answer is as good as the recorded one.

    Status and shape are equal, and the values too but for what is made anew each time.
    """
    if told.status != recorded.status:
        return False
    mine, real = (_compared(_body(asked, each)) for each in (told, recorded))
    shapes = {general(path) for path in mine}, {general(path) for path in real}
    if not shapes[0] >= shapes[1] and len(shapes[1] - shapes[0]) * 5 > len(shapes[1]):
        return False
    wrong = sum(path not in mine or mine[path] != value for path, value in real.items())
    extra = sum(path not in real for path in mine)
    return bool((wrong + extra) * 8 <= max(len(real), len(mine)))


def _body(asked: Asked, response: Response) -> Json:
    """Return a body; a list in an order of its own, for not all can be told."""
    body = told_body(response, asked.operation)
    outcome = asked.operation.outcomes.get("done")
    if asked.operation.role != "list" or outcome is None or outcome.site is None:
        return body
    array = outcome.site[: outcome.site.index("*")]
    items = field_of(body, array) if array else body
    if not isinstance(items, list):
        return body
    ordered = sorted(items, key=lambda each: json.dumps(each, sort_keys=True))
    return fill(copy.deepcopy(body), array, ordered)


def _compared(body: Json) -> Mapping[Path, Json]:
    """Return the values of *body* by their path, those made by chance as one."""
    found: dict[Path, Json] = {}
    for path, value in list(leaves(body))[:2000]:
        kind = classify(value) if isinstance(value, str) else None
        found[path] = "made" if is_minted(kind) or is_time(kind) else value
    return found
