"""F1 of the endpoints that are inferred, against those that vendors document.

    python tests/bench/endpoints.py FOLDER [LIST.txt...]

FOLDER holds recordings of any form. A list names a host, a method and a template a
line; without one, those beside this file are taken. A documented endpoint counts if a
request of the recordings is of it, an inferred one always; names of parameters do not
matter, nor does a slash at the end. Every mistake is printed: `-` was not inferred, `+`
is not documented. The exit code is 1 where an F1 is below .9.
"""

import argparse
import asyncio
import re
import sys
from pathlib import Path

from mockforge.endpoint import Endpoint
from mockforge.errors import RecordingError
from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.recordings.files import open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions

WANTED = 0.9
FORMS = {".db", ".har", ".json", ".jsonl", ".yaml", ".yml"}


def recordings(folder):
    """Return the files in *folder* that may be recordings."""
    paths = sorted(Path(folder).rglob("*"))
    return [path for path in paths if path.suffix in FORMS and path.is_file()]


async def exchanges(paths):
    """Return the exchanges of every recording among *paths*."""
    found = []
    for path in paths:
        try:
            opened = await open_recording(path, matcher=Matcher(MatchOptions()))
        except RecordingError:
            continue  # other files lie beside the recordings
        found += [exchange async for exchange in opened.every()]
        await opened.close()
    return found


def listed(path):
    """Return the host and the endpoints of a list."""
    lines = [line.strip() for line in Path(path).read_text().splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    host = lines.pop(0).removeprefix("host ")
    return host, [Endpoint.parse(line) for line in lines]


def plain(endpoint):
    """Return an endpoint without what does not count."""
    template = re.sub(r"\{[^}]*\}", "{}", endpoint.template).rstrip("/")
    return f"{endpoint.method} {template or '/'}"


def compared(requests, documented):
    """Return F1 and the mistakes.

    Args:
        requests: Exchanges of one host.
        documented: The endpoints of that host.
    """
    endpoints = Endpoints()
    for exchange in requests:
        told = exchange.response
        endpoints.add(exchange.request, None if told is None else told.status, told)
    inferred = {plain(known.endpoint) for known in endpoints.settle().every}
    declared = EndpointMap.of(documented)
    located = (declared.located(exchange.request) for exchange in requests)
    wanted = {plain(one.endpoint) for one in located if one is not None}
    right = len(inferred & wanted)
    f1 = 2 * right / (len(inferred) + len(wanted)) if wanted else 0.0
    missed = [f"- {one}" for one in sorted(wanted - inferred)]
    return (
        f1,
        len(wanted),
        [*missed, *(f"+ {one}" for one in sorted(inferred - wanted))],
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("lists", nargs="*")
    asked = parser.parse_args()
    found = asyncio.run(exchanges(recordings(asked.folder)))
    worst = 1.0
    print("list                endpoints  requests     F1")
    lists = asked.lists or sorted((Path(__file__).parent / "endpoints").glob("*.txt"))
    for path in lists:
        host, documented = listed(path)
        own = [one for one in found if one.request.authority == host]
        if not own:
            continue
        f1, count, mistakes = compared(own, documented)
        worst = min(worst, f1)
        print(f"{Path(path).stem:<20}{count:>9}{len(own):>10}{f1:>7.3f}")
        for mistake in mistakes:
            print(f"    {mistake}")
    return 0 if worst >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
