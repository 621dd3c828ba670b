"""How many recorded exchanges are valid against the OpenAPI document learned from them.

    python tests/bench/openapi.py FOLDER [--together]

Every recording in FOLDER is described by itself, or all of a folder together, and each
of its exchanges is checked by a validator of JSON Schema that is not ours.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from mockforge.errors import MockforgeError  # noqa: E402
from mockforge.recordings.describing import describe  # noqa: E402
from mockforge.recordings.files import open_recording  # noqa: E402
from mockforge.recordings.formats import forms  # noqa: E402
from mockforge.recordings.matchers import Matcher, MatchOptions  # noqa: E402
from mockforge.recordings.transfer import bring_in  # noqa: E402
from tests.learning.openapi.checking import Checker  # noqa: E402


async def checked(path, troubles):
    """Return how many exchanges of a recording are valid, of how many."""
    recording = await open_recording(path, matcher=Matcher(MatchOptions()))
    try:
        document, _ = await describe(recording)
        found = [exchange async for exchange in recording.every()]
    finally:
        await recording.close()
    if not found:
        return 0, 0, 0
    checker = Checker(json.loads(json.dumps(document)))
    valid = 0
    for exchange in found:
        problems = checker.problems(exchange)
        valid += not problems
        for problem in problems[:1]:
            troubles[f"{path}: {problem}"] += 1
    return valid, len(found), len(document["paths"])


async def main(folder, scratch, *, together):
    troubles, rows = Counter(), []
    for place in sorted(one for one in folder.iterdir() if one.is_dir()) or [folder]:
        files = []
        for path in sorted(place.rglob("*")):
            if path.suffix == ".db":
                files.append(path)
            elif path.suffix in forms.SUFFIXES and path.is_file():
                try:
                    forms.read(path)
                except MockforgeError:
                    continue
                files.append(path)
        start = time.perf_counter()
        if together and files:
            target = scratch / f"{place.name}.db"
            await bring_in(files, target)
            files = [target]
        sums = [await checked(path, troubles) for path in files]
        valid, total, paths = (sum(one) for one in zip((0, 0, 0), *sums, strict=True))
        rows.append((place.name, len(files), paths, total, valid))
        print(
            f"{place.name}: {len(files)} recordings, {paths} paths,"
            f" {valid} of {total} exchanges valid,"
            f" {time.perf_counter() - start:.1f} s",
            flush=True,
        )
    for trouble, count in troubles.most_common(30):
        print(f"  {count} {trouble}")
    valid, total = sum(row[4] for row in rows), sum(row[3] for row in rows)
    print(f"all: {valid} of {total} ({100 * valid / max(total, 1):.2f} %)")
    return valid != total


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        run = main(Path(sys.argv[1]), Path(scratch), together="--together" in sys.argv)
        sys.exit(asyncio.run(run))
