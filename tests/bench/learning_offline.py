"""Ask a replay the requests of another recording, without a socket, and compare.

    python tests/bench/learning_offline.py RECORDING VARIED [--again VARIED2]
        [--only world|rebound] [--on-miss invent] [--shown 20] [--endpoint TEXT]

RECORDING is what is learned from. VARIED is a recording of the same client with other
names, values and order against the real server: its requests are asked one by one in
this process, and what is answered is held against what the real server answered. What
the real server minted and the client sends on (ids, tokens, addresses to follow) is
replaced by what the mock minted in its place, as the client would have. --again is a
second recording of the same run: what differs there is minted, and is not compared.

Best made with secrets left as they are, as `tests/bench/learning.py --keep DIR` does:

    python tests/bench/learning_offline.py DIR/NAME.db DIR/NAME-real1.db \\
        --again DIR/NAME-again1.db

Printed are the requests, right statuses, valid bodies and echoes by endpoint, then the
first requests that are not right, with why. --only takes one inventor, to see what it
can do alone; what was recorded is still asked first. --all tells of every request.
"""

import argparse
import asyncio
import contextlib
import logging
import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import learning_runs as runs
from learning_compare import Judge
from learning_page import said
from learning_turns import turns
from running import ROOT

sys.path.insert(0, str(ROOT))

from mockforge.bodies.document import leaves, text_of
from mockforge.bodies.messages import asked_of, told_of, with_asked

LENGTH = "content-length"
_BETWEEN = re.compile(r"[/?&=;<>,\s]+")


class Client:
    """Sends on what it was given, as the client of the recording did."""

    def __init__(self):
        """Know of nothing yet."""
        self._given = {}
        self._sent = set()

    def asks(self, request):
        """Return *request* as the client would have sent it to the mock."""
        changes = {}
        for place, value in leaves(asked_of(request)):
            text = text_of(value)
            new = self._renamed(text)
            if new != text:
                same = isinstance(value, int | float) and new.lstrip("-").isdigit()
                changes[place] = int(new) if same else new
            self._sent.add(text)
        return with_asked(request, changes) if changes else request

    def gets(self, real, mock):
        """Take what the mock answered in place of what the real server did."""
        if real is None or mock is None:
            return
        theirs = dict(leaves(told_of(mock)))
        for place, value in leaves(told_of(real)):
            text, other = text_of(value), text_of(theirs.get(place))
            # How long a body is, a client knows of its own that it sends again.
            if place not in theirs or place in (("status",), ("header", LENGTH)):
                continue
            for one, two in _pieces(text, other):
                if one not in self._sent and len(one) > 1:
                    self._given[one] = two

    def _renamed(self, text):
        if text in self._given:
            return self._given[text]
        if len(text) < 8:
            return text
        for one, two in self._given.items():
            if len(one) >= 8 and one in text:
                text = text.replace(one, two)
        return text


def _pieces(one, two):
    yield one, two
    parts = _BETWEEN.split(unquote(one)), _BETWEEN.split(unquote(two))
    if len(parts[0]) > 1 and len(parts[0]) == len(parts[1]):
        yield from (pair for pair in zip(*parts, strict=True) if len(pair[0]) > 3)


async def answered(recording, wanted, on_miss, only):
    """Return the exchanges that a client of *wanted* has with a mock of *recording*."""
    from mockforge.app import open_replay
    from mockforge.config import Config

    config = Config.model_validate({"replay": {"on_miss": on_miss}})
    client, found = Client(), []
    async with open_replay(config, [recording]) as engine:
        _narrowed(engine, only)
        for exchange in wanted:
            asked = client.asks(exchange.request)
            plan = await engine.plan(asked, upstream=asked.origin)
            answer = await engine.finish(plan)
            client.gets(exchange.response, answer.response)
            found.append(
                replace(exchange, request=asked, response=answer.response, failure=None)
            )
    return found


def _narrowed(engine, only):
    if only is None or engine.inventions is None:
        return
    kept = [
        (name, each)
        for name, each in engine.inventions._inventors
        if type(each).__name__.lower() == only
    ]
    engine.inventions._inventors = kept


def http_only(found):
    """Return the exchanges that are no WebSocket."""
    return [
        exchange
        for exchange in found
        if not any(name.lower() == b"upgrade" for name, _ in exchange.request.headers)
    ]


def shown(verdicts):
    """Return a table by endpoint."""
    table = {}
    for verdict in verdicts:
        method, template, (selector, _) = verdict.family
        key = f"{method} /{'/'.join(template)} {' '.join(selector)[:40]}"
        row = table.setdefault(key, Counter())
        row["n"] += 1
        row["right"] += verdict.is_all_right
        row["status"] += verdict.is_right
        row["valid"] += not verdict.invalid
        row["echoing"] += bool(verdict.echoes)
        row["echoed"] += bool(verdict.echoes) and not verdict.wrong
        row[verdict.source] += 1
    lines = []
    for key, row in table.items():
        count = row.pop("n")
        told = f"{row.pop('right')}/{count} right, {row.pop('status')} status,"
        told += f" {row.pop('valid')} valid,"
        told += f" echoes {row.pop('echoed')}/{row.pop('echoing')}"
        lines.append(f"{key:90} {told} {dict(row)}")
    return "\n".join(lines)


def values(verdict):
    """Tell which values are not those that the real server gives each time."""
    return "\n".join(
        f"      {'.'.join(map(str, place))}: {found!r:.60}, not {wanted!r:.60}"
        for place, wanted, found in verdict.others[:8]
    )


def main():
    """Compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("recording", type=Path)
    parser.add_argument("varied", type=Path)
    parser.add_argument("--again", type=Path)
    parser.add_argument("--only", choices=["world", "rebound"])
    parser.add_argument("--on-miss", default="invent")
    parser.add_argument("--shown", type=int, default=20)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--values", action="store_true", help="tell of all values")
    parser.add_argument("--endpoint", default="", help="only those that hold this")
    parser.add_argument("--debug", action="store_true")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.DEBUG if asked.debug else logging.CRITICAL)
    for noisy in ("asyncio", "hpack"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    real = http_only(runs.exchanges(asked.varied))
    again = turns(runs.exchanges(asked.again or asked.varied))
    judge = Judge(turns(runs.exchanges(asked.recording)), {1: (turns(real), again)})
    mock = asyncio.run(answered(asked.recording, real, asked.on_miss, asked.only))
    verdicts = judge.judged(turns(real), again, turns(mock))
    print(shown(verdicts))
    told = 0
    for verdict in verdicts:
        right = verdict.is_all_right
        line = said(verdict)
        if asked.values and verdict.others:
            line, right = f"{line}\n{values(verdict)}", False
        if (asked.all or not right) and asked.endpoint in line and told < asked.shown:
            print(line)
            told += 1
    right = sum(verdict.is_all_right for verdict in verdicts)
    status = sum(verdict.is_right for verdict in verdicts)
    echoing = [verdict for verdict in verdicts if verdict.echoes]
    echoed = sum(not verdict.wrong for verdict in echoing)
    same = sum(verdict.same for verdict in verdicts)
    count = sum(verdict.values for verdict in verdicts)
    valid = sum(not verdict.invalid for verdict in verdicts)
    print(
        f"{right} of {len(verdicts)} right, {status} statuses, {valid} valid bodies,"
        f" {echoed} of {len(echoing)} echoes, {same} of {count} values"
    )


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
