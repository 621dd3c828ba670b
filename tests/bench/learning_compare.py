"""Compare what a mock answered with what the real server did, request by request."""

import json
import sys
from collections import Counter
from dataclasses import dataclass, field

from learning_shapes import Shape
from learning_turns import Families, Turn, aligned
from running import ROOT

sys.path.insert(0, str(ROOT))

from mockforge.bodies.document import leaves, text_of


@dataclass
class Verdict:
    """How one request was answered, beside the real answer."""

    number: int
    family: tuple
    real: Turn
    mock: Turn | None
    """None if the client did not ask it."""
    wrong: list = field(default_factory=list)
    """Echoed values that are not right: (place, expected, found)."""
    echoes: int = 0
    values: int = 0
    """Values that the real server gives each time."""
    same: int = 0
    """Those of them that are the mock's too."""
    others: list = field(default_factory=list)
    """Those that are not: (place, the real value, the mock's)."""
    extra: list = field(default_factory=list)
    """Entries of maps that the real answer has not."""
    invalid: str = ""
    """Why the body is of no shape the real server gave."""

    @property
    def is_right(self):
        """Whether the status is that of the real answer."""
        return self.mock is not None and self.mock.status == self.real.status

    @property
    def is_all_right(self):
        """Whether status, body and every echoed value are right together."""
        is_valid = not self.invalid and not self.extra
        return self.is_right and is_valid and not self.wrong

    @property
    def source(self):
        """Where the mock says its answer is from."""
        if self.mock is None:
            return "not asked"
        header = self.mock.told["header"] if self.mock.told else {}
        found = header.get("x-mockforge-source", "")
        words = (found[-1] if isinstance(found, list) else found).split("; ")
        tiers = [word[5:] for word in words if word.startswith("tier=")]
        return {"none": "miss"}.get(words[0], (tiers or words)[0] or "unknown")


class Judge:
    """Knows what the real server answered, and judges a mock's answers by it."""

    def __init__(self, recorded, varied):
        """Take real runs.

        Args:
            recorded: Turns of the run that was learned from.
            varied: {vary: [turns of a real run, turns of it run again]}.
        """
        runs = [recorded, *(run for pair in varied.values() for run in pair)]
        self.families = Families(runs)
        self._shapes = {}
        for turn in (turn for run in runs for turn in run):
            if turn.told is not None:
                key = self.families.of(turn), turn.status
                shape = self._shapes.setdefault(key, (Shape(), Counter()))
                shape[0].add(turn.told["body"])
                shape[1][turn.kind] += 1

    def judged(self, real, again, mock):
        """Return a verdict for each request of *real*.

        Args:
            real: Turns of the real server.
            again: Turns of another real run; what differs there is minted.
            mock: Turns of the mock.
        """
        to_mock = aligned(real, mock, self.families)
        to_again = aligned(real, again, self.families)
        verdicts, sources = [], Sources()
        for number, turn in enumerate(real):
            other = mock[to_mock[number]] if number in to_mock else None
            twin = again[to_again[number]] if number in to_again else None
            sources.add(turn, other, twin)
            verdict = Verdict(number, self.families.of(turn), turn, other)
            _compare(verdict, twin, sources)
            if other is not None and other.told is not None:
                verdict.invalid = self._invalid(verdict.family, other, sources.told)
                verdict.extra = self._extra(verdict, sources.told)
            verdicts.append(verdict)
        return verdicts

    def _extra(self, verdict, told):
        found = self._shapes.get((verdict.family, verdict.real.status))
        if found is None or not verdict.is_right or verdict.real.told is None:
            return []
        bodies = verdict.mock.told["body"], verdict.real.told["body"]
        return [("body", *place) for place in found[0].extra(*bodies, told)]

    def _invalid(self, family, turn, told):
        found = self._shapes.get((family, turn.status))
        if found is None:
            return f"never a {turn.status}"
        shape, kinds = found
        if turn.kind not in kinds:
            return f"{turn.kind}, not {'/'.join(sorted(kinds))}"
        if turn.kind in ("text", "binary", "empty"):
            return ""
        return shape.problem(turn.told["body"], told) or ""


class Sources:
    """What the client sent so far, and its counterparts in other runs."""

    def __init__(self):
        """Begin with nothing."""
        self._places = {}
        self.told = set()
        """Texts that the client sent the mock."""

    def add(self, real, mock, twin):
        """Take note of a request, of the mock's and of that of another real run."""
        for place, text in real.places.items():
            others = [turn and turn.places.get(place) for turn in (mock, twin)]
            self._places.setdefault(text, []).append((place, *others))
        if mock is not None:
            self.told.update(mock.places.values())

    def of(self, place, text):
        """Return what may stand for *text* in the mock's answer, and in the twin's.

        A short text is told by chance by many; it counts if its field is named as
        that of the request.
        """
        found = self._places.get(text, ())
        if len(text) < 4:
            found = [each for each in found if each[0][-1] == place[-1]]
        mocks = {mock for _, mock, _ in found if mock is not None}
        return mocks, {twin for *_, twin in found if twin is not None}


def _compare(verdict, twin, sources):
    if verdict.real.told is None:
        return
    theirs = _leaves(verdict.mock)
    again = _leaves(twin)
    for place, text in _leaves(verdict.real).items():
        if text in ("", "true", "false", "null"):
            continue
        expected, elsewhere = sources.of(place, text)
        # What another real run puts elsewhere, as in a list without an order, is in
        # its place by chance.
        if expected and (twin is None or again.get(place) in elsewhere):
            verdict.echoes += 1
            if theirs.get(place) not in expected:
                shown = text if text in expected else min(expected)
                verdict.wrong.append((place, shown, theirs.get(place)))
        if again.get(place) == text:
            verdict.values += 1
            if theirs.get(place) == text:
                verdict.same += 1
            else:
                verdict.others.append((place, text, theirs.get(place)))


def _leaves(turn):
    if turn is None or turn.told is None:
        return {}
    found = {}
    for place, value in leaves(turn.told):
        if place[0] == "header" and place[1] not in TOLD:
            continue
        if place[0] in ("body", "header"):
            found[place] = text_of(value)
    return found


# Fields of an answer's head that hold what a client goes on with.
TOLD = frozenset(
    [
        "location",
        "content-location",
        "content-type",
        "link",
        "etag",
        "range",
        "content-range",
        "docker-content-digest",
    ]
)


def steps_equal(real, mock, left_out=frozenset()):
    """Return (steps of the real run, those of them that the mock's run printed).

    Lines are taken by the step's name and how often it was printed before.
    """
    wanted = _numbered(real)
    found = set(_numbered(mock))
    counted = [line for n, line in enumerate(wanted) if n not in left_out]
    return len(counted), sum(line in found for line in counted)


def _numbered(lines):
    seen, out = Counter(), []
    for line in lines:
        try:
            name = json.loads(line)["step"]
        except (ValueError, KeyError, TypeError):
            name = line
        out.append((name, seen[name], line))
        seen[name] += 1
    return out
