"""The report of a replay: loaded, served, missed, never used, and the verdict."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from mockforge import __version__
from mockforge.engine import Engine, Fetched
from mockforge.errors import MockforgeError, NothingVerified
from mockforge.options import Json
from mockforge.provenance import STUB, Source, Tier
from mockforge.sources.misses import NoMatch
from mockforge.sources.recorded import Recorded
from mockforge.sources.remedies import place

if TYPE_CHECKING:
    from xml.etree import ElementTree

SCHEMA = 1
"""Raised when a field of the JSON form is renamed or means something else."""

# Named one by one; the rest is counted.
UNUSED_NAMED = 1000
SHOWN = 10
_SOURCES = (Source.SYNTHETIC, Source.LLM, Source.UPSTREAM, Source.BLEND)
_FORBIDDEN = {code: "�" for code in range(32) if chr(code) not in "\t\n\r"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A recording that was asked."""

    name: str
    location: str
    exchanges: int


@dataclass(frozen=True, slots=True)
class Used:
    """A recorded exchange, by what a reader needs to find it."""

    recording: str
    id: int
    method: str
    url: str
    count: int
    """How often it was served."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a replay did. Nothing in it is secret: addresses and bodies are redacted."""

    loaded: tuple[Loaded, ...]
    seen: int
    served: Mapping[str, int]
    """Answers by tier; made-up ones as `synthetic`, the upstream's as `upstream`."""
    used: tuple[Used, ...]
    missed: int
    misses: tuple[NoMatch, ...]
    """The first thousand."""
    fetched: tuple[Fetched, ...]
    unused: int
    never_used: tuple[Used, ...]
    """The first thousand."""
    exit_code: int
    why: str
    """Why the exit code is what it is."""
    endpoints: int = 0
    """Those of the settings that answer by themselves."""
    gaps: tuple[str, ...] = ()
    """What is missing from all this: of a process that ended before it could tell."""

    def json(self) -> Json:
        """Return the report as JSON; docs/reference/report.md says what is what."""
        return {
            "mockforge": __version__,
            "schema": SCHEMA,
            "exit_code": self.exit_code,
            "why": self.why,
            "seen": self.seen,
            "loaded": {
                "exchanges": sum(each.exchanges for each in self.loaded),
                "recordings": [
                    {
                        "name": each.name,
                        "location": each.location,
                        "exchanges": each.exchanges,
                    }
                    for each in self.loaded
                ],
            },
            **({"endpoints": self.endpoints} if self.endpoints else {}),
            "served": {"total": sum(self.served.values()), **self.served},
            "missed": {
                "total": self.missed,
                "requests": [
                    {"detail": miss.detail, **miss.members()} for miss in self.misses
                ],
            },
            "fetched": [
                {
                    "method": each.miss.method,
                    "url": each.miss.url,
                    "class": each.miss.kind.value,
                    "status": each.status,
                }
                for each in self.fetched
            ],
            "used": {
                "total": sum(each.exchanges for each in self.loaded) - self.unused,
                "exchanges": [
                    {**_named(each), "count": each.count} for each in self.used
                ],
            },
            "never_used": {
                "total": self.unused,
                "exchanges": [_named(each) for each in self.never_used],
            },
            "gaps": list(self.gaps),
        }

    def junit(self) -> str:
        """Return the report as JUnit XML.

        Every exchange that was served is a test that passed, every miss one that
        failed, and every exchange that was never asked for one that was skipped.
        """
        # Imported here: few ask for it.
        from xml.etree import ElementTree

        suite = ElementTree.Element("testsuite", name="mockforge replay")
        for used in self.used:
            _case(suite, used.recording, f"{used.method} {used.url} #{used.id}")
        for miss in self.misses:
            case = _case(suite, "missed", f"{miss.method} {miss.url}")
            failure = ElementTree.SubElement(
                case, "failure", type=miss.kind.value, message=_clean(miss.detail)
            )
            failure.text = _clean(miss.text)
        for used in self.never_used:
            case = _case(suite, used.recording, f"{used.method} {used.url} #{used.id}")
            ElementTree.SubElement(case, "skipped", message="never asked for")
        if self.gaps or self.exit_code == NothingVerified.exit_code:
            case = _case(suite, "verdict", "something was verified")
            ElementTree.SubElement(case, "error", message=_clean(self.why))
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(self.misses)))
        suite.set("skipped", str(len(self.never_used)))
        suite.set("errors", str(len(suite.findall("testcase/error"))))
        ElementTree.indent(suite)
        text = ElementTree.tostring(suite, encoding="unicode")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'

    def text(self) -> str:
        """Return the report for a terminal."""
        total = sum(each.exchanges for each in self.loaded)
        names = ", ".join(each.name for each in self.loaded)
        what = f"replayed {names}" if names else f"served {self._own}"
        lines = [f"{what}: {_count(self.seen, 'request')}"]
        lines += [f"  {tier:<12}{count}" for tier, count in self.served.items()]
        lines.append(f"  {'missed':<12}{self.missed}")
        if total:
            lines.append(f"  {'never used':<12}{self.unused} of {total}")
        lines += [
            f"  missed {miss.method} {miss.url}: {miss.detail}"
            for miss in self.misses[:SHOWN]
        ]
        if self.missed > SHOWN:
            lines.append(f"  and {self.missed - SHOWN} more")
        lines += [f"  gap         {each}" for each in self.gaps]
        lines.append(f"exit code {self.exit_code}: {self.why}")
        return "\n".join(lines)

    @property
    def _own(self) -> str:
        return _count(self.endpoints, "endpoint")

    def write(self, path: str | Path) -> None:
        """Write the report to *path*: JUnit XML if it ends in `.xml`, else JSON.

        Raises:
            MockforgeError: If it cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() == ".xml":
            content = self.junit()
        else:
            content = json.dumps(self.json(), indent=2, ensure_ascii=False) + "\n"
        try:
            target.write_text(content, encoding="utf-8", errors="replace")
        except OSError as error:
            raise MockforgeError(
                f"the report {str(path)!r} cannot be written: {error.strerror}",
                next_step="name a file in a directory that exists and is writable",
            ) from error


def report_of(engine: Engine) -> Report:
    """Return what *engine*, which must be one of a replay, has done so far."""
    recorded, ledger = engine.recorded, engine.ledger
    assert recorded is not None, "only a replay is reported on"
    served = {
        name: ledger.answered[name]
        for name in (*Tier, STUB, *_SOURCES)
        if ledger.answered[name]
    }
    unused = recorded.loaded - len(ledger.used)
    code, why = _verdict(engine, recorded)
    return Report(
        loaded=tuple(
            Loaded(shelf.name, place(shelf.recording.location), len(shelf.rows))
            for shelf in recorded.shelves
        ),
        seen=ledger.seen,
        served={str(name): count for name, count in served.items()},
        used=_rows(recorded, ledger.used, wanted=True),
        missed=ledger.missed,
        misses=tuple(ledger.misses),
        fetched=tuple(ledger.fetched),
        unused=unused,
        never_used=_rows(recorded, ledger.used, wanted=False),
        exit_code=code,
        why=why,
        endpoints=len(engine.stubbing.stubs) if engine.stubbing else 0,
        gaps=tuple(ledger.gaps),
    )


def _verdict(engine: Engine, recorded: Recorded) -> tuple[int, str]:
    ledger, stubbing = engine.ledger, engine.stubbing
    nothing = NothingVerified.exit_code
    is_alone = stubbing is not None and stubbing.is_alone
    if not recorded.loaded and not is_alone:
        return nothing, "nothing was verified: no recorded exchange was loaded"
    if ledger.gaps:
        return 1, f"this account has gaps: {ledger.gaps[0]}"
    if ledger.missed:
        what = "answer" if is_alone else "recorded answer"
        return 1, f"{_count(ledger.missed, 'request')} had no {what}"
    if is_alone:
        return 0, "every request was answered" if ledger.seen else "no request came"
    if not ledger.seen:
        return nothing, "nothing was verified: no request came"
    return _verified(engine)


def _verified(engine: Engine) -> tuple[int, str]:
    """Return the verdict of a replay whose every request was answered."""
    ledger = engine.ledger
    if engine.inventions is not None:
        made = ledger.answered[Tier.REBOUND] + ledger.answered[Source.SYNTHETIC]
        return 0, f"every request was answered, {made} of them by invention"
    stubbed = ledger.answered[STUB] + ledger.answered[Source.LLM]
    if not ledger.used and not stubbed:
        nothing = NothingVerified.exit_code
        return nothing, "nothing was verified: no answer came from the recordings"
    fetched = len(ledger.fetched)
    if fetched:
        rest = f"; {_count(fetched, 'request')} went to the upstream"
        return 0, f"every request was answered{rest}"
    recalled = ledger.answered[Tier.RECALLED]
    how = f", {recalled} of them recalled" if recalled else " from the recordings"
    if stubbed:
        how = f", {stubbed} of them by endpoints of the settings"
    return 0, f"every request was answered{how}"


def _rows(
    recorded: Recorded, used: Mapping[tuple[str, int], int], *, wanted: bool
) -> tuple[Used, ...]:
    # What was imported may hold secrets that were never replaced.
    found = (
        Used(
            shelf.name,
            row.id,
            row.method,
            shelf.recording.redactor.text(f"{row.origin}{row.target}"),
            used.get((shelf.name, row.id), 0),
        )
        for shelf in recorded.shelves
        for row in shelf.rows
        if ((shelf.name, row.id) in used) is wanted
    )
    return tuple(islice(found, UNUSED_NAMED))


def _named(used: Used) -> dict[str, Json]:
    return {
        "recording": used.recording,
        "id": used.id,
        "method": used.method,
        "url": used.url,
    }


def _case(suite: ElementTree.Element, classname: str, name: str) -> ElementTree.Element:
    from xml.etree import ElementTree

    return ElementTree.SubElement(
        suite, "testcase", classname=_clean(classname), name=_clean(name)
    )


def _clean(text: str) -> str:
    # XML 1.0 has no way to write these.
    return text.translate(_FORBIDDEN).encode("utf-8", "replace").decode()


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
