"""Small recordings in memory, for tests of what is done with them."""

from itertools import count
from pathlib import Path

from mockforge.engine import Engine
from mockforge.exchange import Exchange
from mockforge.http import Origin, Request, Response
from mockforge.recordings.files import TextRecording
from mockforge.recordings.formats.contents import Contents
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.redact import RedactOptions
from mockforge.sources.recorded import Recorded

API = "https://api.example"
JSON = (b"Content-Type", b"application/json")
_clock = count(1)


def request(method="GET", url=f"{API}/", body=b"", headers=(), **more):
    """Return a request for *url*, with a Content-Type if it has a body."""
    origin = Origin.parse(url)
    target = url.partition("://")[2].partition("/")[2]
    fields = [(b"Host", origin.authority.encode())]
    fields += [JSON] if body else []
    fields += [(name.encode(), value.encode()) for name, value in headers]
    return Request(
        method,
        origin.scheme,
        origin.authority,
        f"/{target}",
        tuple(fields),
        body,
        **{"client": "127.0.0.1", **more},
    )


def exchange(method="GET", url=f"{API}/", body=b"", *, answer=b"{}", **more):
    """Return an exchange that started after every one made before it."""
    headers = (JSON, (b"Content-Length", str(len(answer)).encode()))
    response = Response(more.pop("status", 200), headers, answer, "OK")
    asked = request(method, url, body, more.pop("headers", ()))
    defaults = {"session": "s", "started": float(next(_clock)), "response": response}
    return Exchange(request=asked, **{**defaults, **more})


def recording(*exchanges, name="shop"):
    """Return *exchanges* as a recording in text form."""
    return TextRecording(
        Path(f"recordings/{name}.jsonl"),
        Contents(exchanges, redact_key="11" * 32),
        Matcher(MatchOptions()),
        RedactOptions(),
    )


async def recorded(*recordings, **options):
    """Return a source that answers from *recordings*."""
    chosen = MatchOptions(**options)
    matcher = Matcher(chosen)
    for each in recordings:
        each._matcher = matcher
    return await Recorded.open(recordings, matcher, chosen)


async def replaying(*exchanges, pace=None, **options):
    """Return an engine that replays *exchanges*."""
    source = await recorded(recording(*exchanges), **options)
    return Engine(recorded=source, pace=pace)
