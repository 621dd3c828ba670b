"""Make recordings of the harness's exchanges, and what wrk is to ask of them.

    python tests/bench/peers/recorded.py HARNESS FOLDER COUNT ROOT

A process of its own, because 100,000 exchanges take a gigabyte while they are made.
ROOT is the checkout of mockforge that writes them. The first 200 are those that every
peer gets; the others lie under /v2, so that the same 200 can be asked of recordings of
any size. Written into FOLDER: `recording.db`, with mockforge's own writer and the keys
that a recorder gives; `sample.json`, what is checked byte for byte; what wrk sends:
`first.lua` with the first 200, `every GET.lua` with all GETs that did not fail,
`GET.lua` with at most 20,000 of them, the same for POST; `about.json`, the bytes of all
answers and how many requests are in each of these.
"""

import asyncio
import hashlib
import json
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

from harness import EXCHANGES, Harness

AUTHORITY = "api.example.com"
CHECKED, IN_TURN = 1000, 20_000
# LuaJIT holds at most 65,536 constants in one file, and each request has several.
PART = 10_000
TOGETHER = """local all = {}
for _, part in ipairs({%s}) do
  for _, request in ipairs(dofile(part)) do all[#all + 1] = request end
end
return all
"""


def folder_for(harness: Harness, count: int) -> Path:
    """Return the folder with a recording of *count* exchanges; make it if needed."""
    root = harness.checkout
    folder = harness.root / "recordings" / f"{count}-{_version(root)}"
    if not (folder / "sample.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        words = [__file__, str(harness.folder), str(folder), str(count)]
        words.append(str(root))
        subprocess.run([sys.executable, *words], check=True)
    return folder


def _version(root: Path) -> str:
    """Return a word that changes when a recording would be made in another way."""
    files = [Path(__file__), root / "mockforge/recordings/matchers.py"]
    files += [root / "mockforge/recordings/canonical.py"]
    files += sorted((root / "mockforge/store").glob("*.py"))
    files += sorted((root / "migrations/versions").glob("*.py"))
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()[:12]


def exchanges_of(harness: Harness, count: int) -> list[dict]:
    """Return *count* exchanges: those of the peers, and others under /v2."""
    first = harness.exchanges.make(EXCHANGES)
    others = harness.exchanges.make(count)[EXCHANGES:] if count > EXCHANGES else []
    for each in others:
        each["path"] = each["path"].replace("/v1/", "/v2/", 1)
        each["url"] = each["url"].replace("/v1/", "/v2/", 1)
    return first + others


def as_exchange(told: dict, number: int):
    """Return an exchange of the harness as one of mockforge."""
    from mockforge.exchange import Exchange
    from mockforge.http import Request, Response

    asked = (told["request_body"] or "").encode()
    answer = told["response_body"].encode()
    headers = [(b"Host", AUTHORITY.encode()), (b"User-Agent", b"peers-bench/1")]
    headers.append((b"Accept", b"*/*"))
    if asked:
        headers.append((b"Content-Type", b"application/json"))
        headers.append((b"Content-Length", str(len(asked)).encode()))
    answered = [(k.encode(), v.encode()) for k, v in told["response_headers"]]
    answered.append((b"content-length", str(len(answer)).encode()))
    return Exchange(
        Request(told["method"], "http", AUTHORITY, told["url"], tuple(headers), asked),
        Response(
            told["status"], tuple(answered), answer, HTTPStatus(told["status"]).phrase
        ),
        session="addr:0123456789abcdef",
        started=1_741_046_400.0 + number / 100,
        first_byte=0.0123,
        elapsed=0.0145,
        endpoint=f"{told['method']} {told['path']}",
    )


async def write(path: Path, exchanges: list[dict]) -> None:
    """Write a recording."""
    from mockforge.recordings.matchers import KEY_VERSION, Matcher, MatchOptions
    from mockforge.store.database import connect
    from mockforge.store.rows import Row
    from mockforge.store.writer import Writer

    matcher = Matcher(MatchOptions())
    async with await connect(path, create=True) as database:
        await database.set_meta("key_version", str(KEY_VERSION))
        async with Writer(database) as writer:
            for number, told in enumerate(exchanges):
                exchange = as_exchange(told, number)
                await writer.room()
                writer.put(Row(exchange, matcher.key(exchange.request)))


def write_asked(harness: Harness, path: Path, chosen: list[dict]) -> None:
    """Write what wrk is to send, in parts that are put together when it is read."""
    parts = []
    for start in range(0, len(chosen), PART):
        parts.append(path.with_suffix(f".{start}.lua"))
        harness.exchanges.write_wrk(chosen[start : start + PART], parts[-1])
    names = ", ".join(f'"{part}"' for part in parts)
    path.write_text(TOGETHER % names)


def main() -> None:
    """Write everything of one size."""
    harness, folder = Harness(Path(sys.argv[1])), Path(sys.argv[2])
    sys.path.insert(0, sys.argv[4])
    found = exchanges_of(harness, int(sys.argv[3]))
    path = folder / "recording.db"
    for left in folder.glob("recording.db*"):
        left.unlink()
    asyncio.run(write(path, found))
    asks = {"first": found[:EXCHANGES]}
    for method in ("GET", "POST"):
        every = [e for e in found if e["method"] == method and e["status"] < 400]
        asks[f"every {method}"] = every
        # Spread evenly, and not more than come round while warming up.
        asks[method] = every[:: -(-len(every) // IN_TURN)]
    for name, chosen in asks.items():
        write_asked(harness, folder / f"{name}.lua", chosen)
    about = {
        "bodies": sum(len(each["response_body"].encode()) for each in found),
        "asked": {name: len(chosen) for name, chosen in asks.items()},
    }
    (folder / "about.json").write_text(json.dumps(about))
    sample = found[:CHECKED]
    (folder / "sample.json").write_text(json.dumps(sample, ensure_ascii=False))


if __name__ == "__main__":
    main()
