"""What it means that two proxies made different things of a case."""

import re

WORST = [
    "wrong",
    "laxer",
    "recorded",
    "framing",
    "ends",
    "stricter",
    "counts",
    "timing",
    "connections",
    "race",
]
"""Kinds of difference, the worst first."""

UNASKED = b"101 to a request for no upgrade"

_STATUS = re.compile(rb"HTTP/\d\.\d (\d{3})")


def differences(theirs, ours):
    """Return (kind, what) of everything in which *ours* is not as *theirs*."""
    if UNASKED in ours.client and b" 101 " in theirs.client:
        return [("stricter", "an upgrade that nobody asked for is refused")]
    if _tunnels_chunks(theirs, ours):
        return [("stricter", "what follows a 101 is not sent in chunks")]
    if _eats_line_ends(theirs, ours):
        return [("stricter", "line ends after a 101 are passed on")]
    if _goes_on(theirs, ours) and not _goes_on(ours, theirs):
        return [("stricter", "nothing is asked for a client that has left")]
    found = [*_told(theirs, ours), *_asked(theirs, ours), *_answered(theirs, ours)]
    found += _recorded(theirs, ours)
    if theirs.counts != ours.counts:
        changed = [k for k in theirs.counts if theirs.counts[k] != ours.counts[k]]
        found.append(("counts", ",".join(changed)))
    if not found and _moments(theirs) != _moments(ours):
        found.append(("timing", _when(theirs, ours)))
    return found


def worst(found):
    """Return the worst kind among differences."""
    return min((kind for kind, _ in found), key=WORST.index)


def signature(found):
    """Return what is the same in differences of one cause."""
    return tuple(sorted({f"{kind}: {what}" for kind, what in found}))


def _told(theirs, ours):
    if ours.errors and not theirs.errors:
        yield "wrong", f"it tells of a defect: {ours.errors[0][:200]}"
    elif theirs.errors and not ours.errors:
        yield "stricter", f"mitmproxy tells of a defect: {theirs.errors[0][:60]}"
    for what in sorted({*ours.left} - {*theirs.left}):
        yield "wrong", f"left behind: {what}"


def _asked(theirs, ours):
    """Compare what upstreams were told."""
    one = [(address, data) for address, data, _ in theirs.upstreams if data]
    two = [(address, data) for address, data, _ in ours.upstreams if data]
    if one != two and _joined(one) == _joined(two):
        yield "connections", "another connection is used"
    elif one != two:
        yield _fewer(one, two)
    elif [end for *_, end in theirs.upstreams] != [end for *_, end in ours.upstreams]:
        yield "ends", f"upstreams {_ends(theirs)} / {_ends(ours)}"


def _joined(told):
    """Return what each address was told, on whatever connection."""
    found: dict = {}
    for address, data in told:
        found[address] = found.get(address, b"") + data
    return found


def _tunnels_chunks(theirs, ours):
    """Return whether only *theirs* goes on in chunks when HTTP is over."""
    return b" 101 " in theirs.client and any(
        b"chunked" in one[1].lower() and one[1] != two[1]
        for one, two in zip(theirs.upstreams, ours.upstreams, strict=False)
    )


def _eats_line_ends(theirs, ours):
    """Return whether *theirs* leaves out line ends that follow a 101."""
    head, end, rest = ours.client.rpartition(b"\r\n\r\n")
    last = head[head.rfind(b"HTTP/") :]
    eaten = head + end + rest.lstrip(b"\r\n")
    return last[8:13] == b" 101 " and ours.client != theirs.client == eaten


def _goes_on(theirs, ours):
    """Return whether only *theirs* asks on for a client that has left."""
    one, two = _moments(theirs), _moments(ours)
    before = {key: said for key, said in one.items() if key[0] < theirs.gone}
    return (
        theirs.counts["seen"] > ours.counts["seen"]
        and before == {key: said for key, said in two.items() if key[0] < ours.gone}
        and theirs.exchanges[: len(ours.exchanges)] == ours.exchanges
        and theirs.client == ours.client
    )


def _fewer(one, two):
    a, b = b"|".join(data for _, data in one), b"|".join(data for _, data in two)
    if dechunked(a) == dechunked(b):
        return "framing", "the request's framing differs"
    if not b or a.startswith(b):
        return "stricter", "the upstream is told less"
    if not a or b.startswith(a):
        return "laxer", "the upstream is told more"
    return "wrong", "the upstream is told something else"


def _answered(theirs, ours):
    """Compare what clients were told."""
    a, b = theirs.client, ours.client
    if a == b:
        if theirs.client_end != ours.client_end:
            yield "ends", f"client {theirs.client_end} / {ours.client_end}"
        return
    one, two = _STATUS.findall(a), _STATUS.findall(b)
    if one == two:
        if dechunked(a) == dechunked(b):
            yield "framing", f"the answer's framing differs {_s(one)}"
        elif one and int(one[-1]) >= 400 and b.startswith(a[: a.rfind(b"HTTP/1.1 ")]):
            yield "framing", f"the error's text differs {_s(one)}"
        else:
            yield "wrong", f"the client is told something else {_s(one)}"
        return
    pairs = zip(
        [*one, b"000"] + [b"000"] * 9, [*two, b"000"] + [b"000"] * 9, strict=False
    )
    first, second = next((x, y) for x, y in pairs if x != y)
    what = f"the client gets {second.decode()} for {first.decode()}"
    refused = second >= b"400" or second == b"000"
    if refused and (first < b"400"):
        yield "stricter", what
    elif not refused and (first >= b"400" or first == b"000"):
        yield "laxer", what
    else:
        yield "wrong", what


def _recorded(theirs, ours):
    one, two = theirs.exchanges, ours.exchanges
    if len(one) != len(two):
        yield "recorded", f"{len(two)} exchanges for {len(one)}"
        return
    for a, b in zip(one, two, strict=True):
        if a != b:
            yield "recorded", ",".join(sorted(_changed(a, b)))
            return


def _changed(a, b, where=""):
    for key in a:
        if isinstance(a[key], dict) and isinstance(b[key], dict):
            yield from _changed(a[key], b[key], f"{key}.")
        elif a[key] != b[key]:
            yield where + key


def _moments(trace):
    """How much had been said to whom after each step."""
    said: dict = {}
    for step, who, what in trace.moments:
        if isinstance(what, int):
            said[step, who] = said.get((step, who), 0) + what
        else:
            said[step, who, what] = 1
    return said


def _when(theirs, ours):
    one, two = _moments(theirs), _moments(ours)
    changed = sorted(
        {key[1] for key in {*one} | {*two} if one.get(key) != two.get(key)}
    )
    return ",".join(changed)


def _ends(trace):
    return ",".join(end for *_, end in trace.upstreams)


def _s(statuses):
    return b",".join(statuses[:3]).decode()


def dechunked(data):
    """Return *data* with every run of chunks joined, to compare how else it differs."""
    out, at = bytearray(), 0
    for match in re.finditer(rb"\r\n([0-9A-Fa-f]+)[^\r\n]*\r\n", data):
        if match.start() + 2 < at:
            continue
        at = _one_body(data, match.start() + 2, out, at)
    return bytes(out) + data[at:]


def _one_body(data, start, out, done):
    """Join the chunks that begin at *start*, if any; return where they end."""
    at = start
    pieces: list = []
    while match := re.compile(rb"([0-9A-Fa-f]+)[^\r\n]*\r\n").match(data, at):
        size = int(match[1], 16)
        at = match.end() + size
        if size == 0:
            out += data[done:start] + b"<" + b"".join(pieces) + b">"
            return match.end()
        if data[at : at + 2] != b"\r\n":
            break
        pieces.append(data[match.end() : at])
        at += 2
    return done


def views(data):
    """Return how many requests servers of different care see in *data*."""
    return {name: _count(data, **care) for name, care in VIEWS.items()}


VIEWS = {
    "strict": {},
    "length first": {"prefers_length": True},
    "bare LF": {"bare_lf": True},
    "loose": {"bare_lf": True, "loose": True},
    "last length": {"last_length": True},
}


def _count(data, **care):
    found = 0
    while data:
        rest = _after_one(data.lstrip(b"\r\n"), **care)
        if rest is None:
            return found
        found += 1
        data = rest
    return found


def _after_one(data, *, bare_lf=False, **care):
    """Return what follows the first request in *data*; None if it does not end."""
    end = re.search(rb"\r?\n\r?\n" if bare_lf else rb"\r\n\r\n", data)
    if end is None:
        return None
    lines = re.split(rb"\r?\n" if bare_lf else rb"\r\n", data[: end.start()])[1:]
    is_chunked, length = _framing(lines, **care)
    rest = data[end.end() :]
    if is_chunked:
        return _after_chunks(rest, rb"\r?\n" if bare_lf else rb"\r\n")
    return rest[length:] if len(rest) >= length else None


def _framing(lines, *, loose=False, prefers_length=False, last_length=False):
    codings, lengths = [], []
    for line in lines:
        name, _, value = line.partition(b":")
        name = name.strip(b" \t\0\r").lower() if loose else name.lower()
        if name == b"transfer-encoding":
            codings.append(value.strip().lower())
        elif name == b"content-length":
            digits = re.match(rb"\s*\+?(\d+)", value)
            lengths.append(int(digits[1]) if digits else 0)
    joined = b",".join(codings)
    is_chunked = (
        b"chunked" in joined if loose else joined.split(b",")[-1].strip() == b"chunked"
    )
    is_chunked = is_chunked and not (prefers_length and lengths)
    return is_chunked, lengths[-1 if last_length else 0] if lengths else 0


def _after_chunks(data, line_end):
    while match := re.match(rb"\s*([0-9A-Fa-f]+)[^\r\n]*?" + line_end, data):
        size = int(match[1], 16)
        data = data[match.end() :]
        if size == 0:
            end = re.search(rb"(?:^|" + line_end + rb")" + line_end, data)
            return data[end.end() :] if end else None
        if len(data) < size:
            return None
        data = re.sub(rb"^" + line_end, b"", data[size:])
    return None
