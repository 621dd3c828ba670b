"""Accounts of the answers that were given: where the bytes of each came from."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, MutableMapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from mockforge.engine.plan import Answer, Plan
from mockforge.http import with_header
from mockforge.options import Json
from mockforge.provenance import Provenance, Source, Tier

if TYPE_CHECKING:
    from mockforge.sources.recorded import Recorded

FIELD = "X-MockForge-Source"
"""The header field that names the source of an answer."""

KEPT = 1000
"""Accounts that can still be asked for; those of exact answers always can."""

_EXACT = re.compile(r"r(\d{1,9})-(\d{1,18})")


class Accounts:
    """The accounts of the last answers."""

    def __init__(self, *, is_told: bool = True) -> None:
        """Begin with none.

        Args:
            is_told: Whether answers name their source in a header field.
        """
        self.is_told = is_told
        self._kept: OrderedDict[str, dict[str, Json]] = OrderedDict()
        self._stubs: dict[str, dict[str, Json]] = {}
        """Of endpoints whose answers are the same each time."""
        self._count = 0
        self.worker = 0
        """Which of several processes this is: no two give one name to two answers."""

    def told(self, plan: Plan, answer: Answer, shown: Callable[[str], str]) -> Answer:
        """Return *answer* with the name of its source, and keep the account of it.

        Args:
            plan: How it was come to.
            answer: What is to be delivered.
            shown: Replaces secrets in a text.
        """
        told = answer.provenance
        match = plan.match
        is_plain = told.ratio is None and not told.bindings and not told.drifted
        if told.tier is Tier.EXACT and match is not None and is_plain:
            # The same each time, so that the answer can be kept as it is sent.
            told = replace(told, id=f"r{match.shelf}-{match.id}")
        elif plan.stub is not None and answer.repeatable:
            told = replace(told, id=f"s{plan.stub.stub.number}")
            self._keep(plan, answer, told, shown, self._stubs)
        else:
            self._count += 1
            whose = f"{self.worker}-" if self.worker else ""
            told = replace(told, id=f"a{whose}{self._count}")
            self._keep(plan, answer, told, shown, self._kept)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        answer = replace(answer, provenance=told)
        if not self.is_told:
            return answer
        response = answer.response
        headers = with_header(response.headers, FIELD, field_of(told))
        return replace(answer, response=replace(response, headers=headers))

    def find(self, name: str) -> Json:
        """Return the account *name*, or None if it is not kept."""
        return self._kept.get(name) or self._stubs.get(name)

    @staticmethod
    def _keep(
        plan: Plan,
        answer: Answer,
        told: Provenance,
        shown: Callable[[str], str],
        into: MutableMapping[str, dict[str, Json]],
    ) -> None:
        account = account_of(told)
        account["request"] = {
            "method": plan.asked.method,
            "url": shown(plan.asked.url),
            "session": plan.session,
        }
        account["status"] = answer.response.status
        # Places of a blend name the identities of items.
        if "fields" in account:
            account["fields"] = {
                shown(place): each for place, each in account["fields"].items()
            }
        account["why"] = [shown(each) for each in answer.why]
        account["bindings"] = [shown(each) for each in told.bindings]
        into[told.id] = account


def exact_account(name: str, recorded: Recorded | None, seed: int) -> Json:
    """Return the account of the exact answer *name*; None if there is none such."""
    match = _EXACT.fullmatch(name)
    if match is None or recorded is None or int(match[1]) >= len(recorded.shelves):
        return None
    shelf = recorded.shelves[int(match[1])]
    row = next((row for row in shelf.rows if row.id == int(match[2])), None)
    if row is None:
        return None
    told = Provenance(
        Source.RECORDED,
        exchange_ids=(row.id,),
        recording=shelf.name,
        tier=Tier.EXACT,
        seed=seed,
        id=name,
    )
    url = shelf.recording.redactor.text(f"{row.origin}{row.target}")
    request = {"method": row.method, "url": url, "session": row.session}
    return {**account_of(told), "request": request}


def account_of(told: Provenance) -> dict[str, Json]:
    """Return *told* as JSON."""
    account: dict[str, Json] = {
        "id": told.id,
        "source": told.source.value if told.source else None,
        "tier": told.tier.value if told.tier else None,
        "recording": told.recording,
        "exchanges": list(told.exchange_ids),
        "bindings": list(told.bindings),
        "score": told.score,
        "seed": told.seed,
    }
    if told.stub:
        account["stub"] = told.stub
    if told.drifted:
        account["drifted"] = list(told.drifted)
    if told.ratio is not None:
        account["ratio"] = told.ratio
        account["ratio_origin"] = told.ratio_origin
        account["weights"] = dict(told.weights)
        account["candidates"] = [
            {"source": source.value, "status": status}
            for source, status in told.candidates
        ]
    if told.source is Source.BLEND:
        account["of"] = [source.value for source in told.of]
        account["fields"] = {
            place: [source.value for source in sources]
            for place, sources in told.fields.items()
        }
    return account


def field_of(told: Provenance) -> str:
    """Return *told* as the value of a header field.

    >>> field_of(Provenance(None, id="a1"))
    'none; id=a1'
    """
    words = [told.source.value if told.source else "none"]
    if told.of:
        words.append(f"of={'+'.join(source.value for source in told.of)}")
    if told.stub:
        # A file may be called anything; a field holds no blank, semicolon or umlaut.
        words.append(f"stub={quote(told.stub, safe='/:.-_~')}")
    if told.tier is not None:
        words.append(f"tier={told.tier.value}")
    if told.exchange_ids:
        words.append(f"exchange={','.join(map(str, told.exchange_ids[:8]))}")
    if told.score is not None and told.score < 1.0:
        words.append(f"score={told.score:.2f}")
    if told.ratio is not None:
        words.append(f"ratio={told.ratio:g}")
    if told.drifted:
        words.append(f"drifted={len(told.drifted)}")
    return "; ".join([*words, f"id={told.id}"])
