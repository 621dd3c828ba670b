"""How believable made-up documents are: laws of experts over endpoints as people write.

python tests/bench/believable.py [--seeds 10] [--show 10] [--endpoint WORD] [--print]
    [--set 2]

Each endpoint of a config is asked once for each seed, as the server would ask it. Every
law of the endpoint, and those of every document, are checked; printed are the shares of
laws kept. The exit code is 1 only if a request is not answered, or a document is not
valid against its schema.
"""

import argparse
import asyncio
import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mockforge.config import load
from mockforge.http import Request
from mockforge.stubs.inventing import Inventing
from mockforge.stubs.stubs import Stubs
from mockforge.synthesis import validated
from tests.bench import (
    believable2,
    believable_asked_goods,
    believable_asked_leisure,
    believable_asked_money,
    believable_asked_people,
    believable_asked_public,
    believable_asked_requests,
    believable_asked_software,
    believable_asked_travel,
    believable_goods,
    believable_leisure,
    believable_money,
    believable_people,
    believable_public,
    believable_requests,
    believable_software,
    believable_travel,
)
from tests.bench.believable_every import EVERY, texts
from tests.bench.believable_laws import NOW

PARTS = (
    (believable_asked_money.ENDPOINTS, believable_money.CASES),
    (believable_asked_travel.ENDPOINTS, believable_travel.CASES),
    (believable_asked_goods.ENDPOINTS, believable_goods.CASES),
    (believable_asked_people.ENDPOINTS, believable_people.CASES),
    (believable_asked_leisure.ENDPOINTS, believable_leisure.CASES),
    (believable_asked_software.ENDPOINTS, believable_software.CASES),
    (believable_asked_public.ENDPOINTS, believable_public.CASES),
    (believable_asked_requests.ENDPOINTS, believable_requests.CASES),
)
"""Endpoints as developers write them, and what is asked of them and of the answers."""
SETS = {1: PARTS, 2: believable2.PARTS}
PLACES = re.compile(
    r"country|city|region|place|location|address|line|street|origin|destination|state"
    r"|name$|author|instructor|_to$|currency|phone|owner|airline|carrier|brand|status"
)
SINCE = NOW // 86_400 * 86_400


class Found(NamedTuple):
    """What one law said of one document."""

    domain: str
    kind: str
    endpoint: str
    law: str
    of: str
    seed: int
    wrong: tuple[str, ...]


def stubs_of(text):
    """Return the endpoints of a config."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mockforge.yaml"
        path.write_text(text)
        config = load(path, environ={}, here=Path(folder))
        inventing = replace(Inventing(rag=config.rag, model=None, since=SINCE), seed=0)
        return Stubs.of(config.endpoints, inventing, is_alone=True)


def asked(stubs, target, body=None):
    """Return the document for a request, and the seconds it took."""
    method, _, target = target.rpartition(" ")
    method = method or ("GET" if body is None else "POST")
    told = b"" if body is None else json.dumps(body).encode()
    headers = ((b"Content-Type", b"application/json"),) if told else ()
    request = Request(method, "http", "here:8080", target, headers, told)
    begun = time.perf_counter()
    found = stubs.find(request, "s", NOW)
    response = asyncio.run(stubs.answer(found)).response
    return json.loads(response.body), time.perf_counter() - begun, found


def answered(stubs, case):
    """Return the document of a case; of two requests, both as `a` and `b`."""
    first, *second = case[2].split(" + ")
    document, seconds, found = asked(stubs, first, *case[4:])
    for each in second:
        if "{id}" in each:
            each = each.replace("{id}", str(document[0]["id"]))
        document = {"a": document, "b": asked(stubs, each, *case[4:])[0]}
    return document, seconds, found


def schema_of(found):
    """Return the schema of an endpoint that was found, or None."""
    return found.reply.options.json_schema


def judged(case, document, seed):
    """Yield what each law says of a document; some are not asked of every one."""
    domain, kind, target, laws, *_ = case
    spared = {law.text for law in laws if law.check is None}
    for law in [*laws, *EVERY]:
        if law.text in spared:
            continue
        wrong = law.check(document)
        if wrong is not None:
            yield Found(domain, kind, target, law.text, law.kind, seed, tuple(wrong))


def unanswered(case, seed):
    """Return what the laws of a case say where there is no document: none is kept."""
    domain, kind, target, laws, *_ = case
    wrong = ("not answered",)
    return [
        Found(domain, kind, target, law.text, law.kind, seed, wrong)
        for law in laws
        if law.check is not None
    ]


def problems(schema, document):
    """Return what is not valid; a list may be of documents."""
    if schema is None:
        return []
    valid = validated(schema)
    whole = valid.problems(document)
    if whole and isinstance(document, list):
        whole = [each for one in document for each in valid.problems(one)]
    return whole


def run(parts, seeds, only, shows):
    """Ask all endpoints; return what is said, invalid, the times and the documents."""
    said, invalid, took, documents, failed = [], [], [], [], []
    for text, cases in parts:
        stubs = stubs_of(text)
        for case in cases:
            if only not in case[2]:
                continue
            for seed in range(seeds):
                stubs.inventing.seed = seed
                try:
                    document, seconds, found = answered(stubs, case)
                except Exception as error:
                    failed.append((case[2], seed, f"{type(error).__name__}: {error}"))
                    said += unanswered(case, seed)
                    continue
                took.append((seconds, case[2]))
                whole = document["a"] if " + " in case[2] else document
                invalid += [(case[2], e) for e in problems(schema_of(found), whole)]
                said += judged(case, document, seed)
                documents.append((case[0], seed, document))
                if shows:
                    print(f"\n=== {case[0]}: {case[2]} (seed {seed})")
                    print(json.dumps(document, indent=1, ensure_ascii=False))
    for each in failed:
        print("NOT ANSWERED:", *each)
    return said, invalid + failed, took, documents


def table(title, said, key):
    """Print the share of laws kept by *key*, the worst first."""
    counts = defaultdict(lambda: [0, 0])
    for each in said:
        counts[key(each)][0] += not each.wrong
        counts[key(each)][1] += 1
    print(f"\n{title}")
    for name, (kept, asked) in sorted(
        counts.items(), key=lambda item: (item[1][0] / item[1][1], item[0])
    ):
        print(f"  {100 * kept / asked:5.1f} %  {kept:5}/{asked:<5}  {name}")


def fillers(documents):
    """Return texts that stand in documents of four domains or more, of no country."""
    seen = defaultdict(set)
    for domain, _, document in documents:
        for name, text in texts(document):
            words = text.split()
            if len(words) > 1 and not PLACES.search(name) and "-" not in words[0]:
                seen[text if len(words) < 4 else " ".join(words[:3])].add(domain)
    return {text: domains for text, domains in seen.items() if len(domains) > 3}


def print_fillers(documents):
    """Print how many documents have a text that would fit anything."""
    found = fillers(documents)
    having = 0
    for _, _, document in documents:
        told = [text for _, text in texts(document)]
        told += [" ".join(each.split()[:3]) for each in told]
        having += any(text in found for text in told)
    print(f"\ntexts that would fit anything: in {having}/{len(documents)} documents")
    often = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:12]
    print("  " + "; ".join(f"{text} ({len(domains)})" for text, domains in often))


def worst(said, count):
    """Print the laws kept least, with an example of each."""
    by_law = defaultdict(list)
    for each in said:
        by_law[each.endpoint, each.of, each.law].append(each)
    least = sorted(
        by_law.items(), key=lambda item: (-sum(bool(e.wrong) for e in item[1]), item[0])
    )
    print(f"\nThe worst {count}")
    for (endpoint, of, law), each in least[:count]:
        wrong = [one for one in each if one.wrong]
        if wrong:
            print(f"  {len(each) - len(wrong)}/{len(each)}  {endpoint}  {of}: {law}")
            print(f"         {wrong[0].wrong[0]}")


def main():
    """Print the shares of laws kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--show", type=int, default=10, help="how many of the worst")
    parser.add_argument("--endpoint", default="", help="only those with it in the path")
    parser.add_argument("--set", type=int, default=1, choices=SETS, dest="of")
    parser.add_argument("--print", action="store_true", help="print the documents too")
    options = parser.parse_args()
    said, invalid, took, documents = run(
        SETS[options.of], options.seeds, options.endpoint, options.print
    )
    own = [each for each in said if each.law not in {law.text for law in EVERY}]
    cases = {each.endpoint for each in said}
    kept = sum(not each.wrong for each in said)
    own_kept = sum(not each.wrong for each in own)
    print(f"{len(cases)} endpoints, {len({e.domain for e in said})} domains,")
    print(f"{options.seeds} documents each: laws kept {kept}/{len(said)}")
    print(f"= {100 * kept / len(said):.1f} %; of the endpoints' own")
    print(f"{own_kept}/{len(own)} = {100 * own_kept / len(own):.1f} %")
    clean = {(e.endpoint, e.seed) for e in said} - {
        (e.endpoint, e.seed) for e in said if e.wrong
    }
    print(f"documents with no fault: {len(clean)}/{len(cases) * options.seeds}")
    middle = sorted(took)[len(took) // 2][0] * 1000
    print(
        f"median {middle:.2f} ms, slowest {max(took)[0] * 1000:.0f} ms {max(took)[1]}"
    )
    table("by what the developer wrote", said, lambda each: each.kind)
    table("by class of law", said, lambda each: each.of)
    table("by domain", said, lambda each: each.domain)
    print_fillers(documents)
    worst(said, options.show)
    for where, *what in invalid[:20]:
        print("NOT VALID:", where, *what)
    return 1 if invalid else 0


if __name__ == "__main__":
    sys.exit(main())
