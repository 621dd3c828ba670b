"""Cases by chance: mostly HTTP, with something wrong in it here and there.

`case(chance)` is a function of its random numbers alone: the same seed, the same case.
"""

from itertools import pairwise

from tests.duel.cases import NOW, Case

ORIGIN = b"127.0.0.1:9000"

METHODS = (b"GET POST PUT DELETE PATCH HEAD OPTIONS TRACE").split()
ODD_METHODS = [b"CONNECT", b"get", b"FOO", b"M-SEARCH", b"", b"G\0T", b"PRI", b"A" * 40]
ODD_METHODS += [b"GE(T", b"PROPFIND", b"QUERY", b"SOURCE", b"G\xc3T", b"Post"]
TARGETS = [b"/", b"/a?b=c&b=d", b"/orders/7", b"/a%20b", b"/%E2%82%AC", b"/a;v=1"]
ODD_TARGETS = [b"*", b"", b"a", b"//x", b"/a#f", b"/\xff", b"/a\tb", b"/a b", b"/\0"]
ODD_TARGETS += [b"http://" + ORIGIN + b"/x", b"https://" + ORIGIN + b"/x", b"http://"]
ODD_TARGETS += [b"http://127.0.0.1:1/", b"HTTP://" + ORIGIN, b"ftp://a/b", b"?q"]
ODD_TARGETS += [
    b"http://u:p@" + ORIGIN + b"/",
    b"/" + b"a" * 9000,
    b"/?" + b'"<>|\\^`{}',
]
ODD_TARGETS += [b"http://" + ORIGIN + b"?q=1", b"/..//./a", b"/%zz", ORIGIN, b"http:/x"]
VERSIONS = [b"HTTP/1.1"] * 9 + [b"HTTP/1.0"]
ODD_VERSIONS = [b"HTTP/0.9", b"HTTP/1.2", b"HTTP/2.0", b"HTTP/11", b"http/1.1", b""]
ODD_VERSIONS += [b"HTTP/1.1 ", b"HTTP/1.10", b"HTTP/01.1", b"HTTP/1.1\0", b"RTSP/1.0"]
ODD_VERSIONS += [b"HTTP/3.0", b"ICE/1.0", b"HTTP /1.1", b"HTTP/1,1", b"HTTP/9.9"]
LINE_ENDS = [
    b"\n",
    b"\r",
    b"\r\r\n",
    b" \r\n",
    b"\t\r\n",
    b"\r\n ",
    b"\0\r\n",
    b"\n\r\n",
]
BEFORE = [
    b"\r\n",
    b"\n",
    b"\r\n\r\n",
    b"\r\n\r\n\r\n",
    b" ",
    b"\0",
    b"\r",
    b"\t",
    b"\n\n",
]

FIELDS = [
    (b"Accept", b"*/*"),
    (b"X-A", b"1"),
    (b"x-a", b"2"),
    (b"X-Empty", b""),
    (b"Content-Type", b"application/json"),
    (b"Content-Type", b"text/plain; charset=utf-8"),
    (b"Cookie", b"session=abc"),
    (b"Accept-Encoding", b"gzip"),
    (b"Connection", b"keep-alive"),
    (b"User-Agent", b"duel"),
    (b"Origin", b"http://h"),
    (b"Referer", b"http://h/x"),
    (b"Authorization", b"Bearer t"),
]
ODD_FIELDS = [
    (b"X-Obs", b"\xe9\xff\x80"),
    (b"X-Utf", "€".encode()),
    (b"X-Tab", b"a\tb"),
    (b"X-Nul", b"a\0b"),
    (b"X-Bell", b"a\x07b"),
    (b"X-Cr", b"a\rb"),
    (b"X-Del", b"a\x7fb"),
    (b"X-Fold", b"a\r\n b"),
    (b"X-Fold", b"a\r\n\tb"),
    (b"X-Fold-Lf", b"a\n b"),
    (b"X-Space ", b"1"),
    (b" X-Lead", b"1"),
    (b"X\tTab", b"1"),
    (b"X(Paren)", b"1"),
    (b"X\xe9", b"1"),
    (b"", b"no name"),
    (b"X-Nul\0", b"1"),
    (b"X_Under", b"1"),
    (b"X-Long", b"b" * 9000),
    (b"X-Very-Long", b"b" * 70_000),
    (b"Connection", b"close"),
    (b"Connection", b"Close"),
    (b"Connection", b"close, keep-alive"),
    (b"Connection", b"keep-alive, X-A"),
    (b"Connection", b"Transfer-Encoding"),
    (b"Connection", b"Content-Length, close"),
    (b"Connection", b"Upgrade"),
    (b"Connection", b""),
    (b"Connection", b"Keep-Alive"),
    (b"Proxy-Connection", b"keep-alive"),
    (b"Proxy-Connection", b"close"),
    (b"Keep-Alive", b"timeout=5"),
    (b"Upgrade", b"h2c"),
    (b"Upgrade", b"websocket"),
    (b"Upgrade", b"foo/1"),
    (b"HTTP2-Settings", b"AAMAAABkAAQCAAAAAAIAAAAA"),
    (b"Expect", b"100-continue"),
    (b"Expect", b"100-Continue"),
    (b"Expect", b"200-ok"),
    (b"Expect", b""),
    (b"TE", b"trailers"),
    (b"Trailer", b"X-Sum"),
    (b"Content-Encoding", b"gzip"),
    (b"Content-Type", b"application/grpc"),
    (b"Content-Type", b"text/event-stream"),
    (b"X-MockForge-Session", b"w1"),
    (b"Date", b"Thu, 01 Jan 1970 00:00:00 GMT"),
]
HOSTS = [
    b"h",
    b"h:81",
    b"",
    b"h h",
    b"h,i",
    b"\xff",
    b"h:x",
    b"[::1]:80",
    b"h/x",
    b"u@h",
]

ENCODINGS = [
    b"chunked",
    b"Chunked",
    b"CHUNKED",
    b"xchunked",
    b"chunkedx",
    b"chunked, identity",
    b"identity, chunked",
    b"identity",
    b"gzip, chunked",
    b"gzip,chunked",
    b"gzip",
    b"chunked, chunked",
    b"chunked,",
    b",chunked",
    b"chunked ",
    b" chunked",
    b"\tchunked",
    b"\x0bchunked",
    b"chunked\0",
    b'"chunked"',
    b"'chunked'",
    b"chunked;q=1",
    b"chun\xe9ked",
    b"chunk\r\n ed",
    b"\r\n chunked",
    b"chunked\r\n x",
    b"",
    b"x",
    b"chunked\r",
    b"trailers, chunked",
    b"deflate\t,\tchunked",
]
TE_NAMES = [b"Transfer-Encoding"] * 8 + [b"transfer-encoding", b"TRANSFER-ENCODING"]
ODD_TE_NAMES = [b"Transfer-Encoding ", b"Transfer_Encoding", b" Transfer-Encoding"]
ODD_TE_NAMES += [
    b"Transfer\r-Encoding",
    b"X:X\r\nTransfer-Encoding",
    b"Transfer-Encoding\t",
]
ODD_TE_NAMES += [
    b"\x00Transfer-Encoding",
    b"X: X\nTransfer-Encoding",
    b"Transfer Encoding",
]
LENGTHS = [
    lambda n: b"+%d" % n,
    lambda n: b"0%d" % n,
    lambda n: b"00%d" % n,
    lambda n: b"0x%x" % n,
    lambda n: b"-%d" % n,
    lambda n: b"%d " % n,
    lambda n: b"%d, %d" % (n, n),
    lambda n: b"%d,%d" % (n, n + 1),
    lambda n: b"%d.0" % n,
    lambda n: b"%de0" % n,
    lambda n: b"",
    lambda n: b"a",
    lambda n: b"%d" % (n + 7),
    lambda n: b"%d" % max(0, n - 3),
    lambda n: b"99999999999999999999",
    lambda n: b"18446744073709551616",
    lambda n: b"9223372036854775808",
    lambda n: b"%d\x0b" % n,
    lambda n: b"\xc2\xa0%d" % n,
    lambda n: b"%d\r\n " % n,
    lambda n: b"1_0",
    lambda n: b"%d;" % n,
    lambda n: b"%d\0" % n,
    lambda n: "\u0661".encode(),
    lambda n: b"0",
]
BODIES = [
    b"",
    b"x",
    b"ok",
    b'{"n": 1}',
    b"a\r\nb",
    b"0\r\n\r\n",
    b"\0\xff",
    b"y" * 5000,
]
BODIES += [
    b"GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n",
    b"\r\n\r\n",
    b'{"u": "http://h/x"}',
]
SIZES = [
    lambda n: b"%X" % n,
    lambda n: b"0%x" % n,
    lambda n: b"%x " % n,
    lambda n: b" %x" % n,
    lambda n: b"0x%x" % n,
    lambda n: b"+%x" % n,
    lambda n: b"-%x" % n,
    lambda n: b"%x" % (n + 1),
    lambda n: b"%x" % max(0, n - 1),
    lambda n: b"",
    lambda n: b"g",
    lambda n: b"0" * 30 + b"%x" % n,
    lambda n: b"fffffffffffffffff",
    lambda n: b"ffffffffffffffff",
    lambda n: b"80000000",
    lambda n: b"%x\0" % n,
    lambda n: b"%x\t" % n,
]
EXTENSIONS = [
    b";a",
    b";a=b",
    b';a="b"',
    b'; a="\r\n"',
    b";",
    b" ;a",
    b";a\n",
    b";\r",
    b",a",
]
EXTENSIONS += [
    b";a=\xe9",
    b";" + b"e" * 300,
    b";a=b;c",
    b" a",
    b";a\rb",
    b";\0",
    b'; "a;',
]
CHUNK_ENDS = [b"\n", b"", b"\r", b"\rX", b"XX", b"\n\n", b"\r\r\n", b" \r\n"]
TRAILERS = [
    b"X-Sum: 1\r\n",
    b"Content-Length: 5\r\n",
    b"X-Sum: 1\r\nx-sum: 2\r\n",
    b"bad\r\n",
]
TRAILERS += [
    b"Transfer-Encoding: chunked\r\n",
    b"X:\r\n",
    b"X: a\r\n b\r\n",
    b"X: 1\n",
    b"X : 1\r\n",
]
TRAILERS += [b"Host: evil\r\n", b"X-Sum: 1\r\n" * 200]

STATUSES = [b"200 OK"] * 8 + [b"201 Created", b"404 Not Found", b"500 Oops", b"200"]
STATUSES += [
    b"204 No Content",
    b"304 Not Modified",
    b"302 Found",
    b"206 Partial Content",
]
ODD_STATUSES = [
    b"100 Continue",
    b"102 Processing",
    b"103 Early Hints",
    b"101 Switching",
]
ODD_STATUSES += [
    b"199 X",
    b"99 X",
    b"600 X",
    b"1000 X",
    b"abc",
    b"",
    b"200\tOK",
    b"0200 OK",
]
ODD_STATUSES += [
    b"200 \xe9\xff",
    b"200  OK",
    b"-1 X",
    b"200 O\0K",
    b"200 O\rK",
    b"999 Odd",
]
ODD_STATUSES += [
    b"205 Reset Content",
    b"200 ",
    b"+200 OK",
    b"2_0 OK",
    b"200 " + b"r" * 3000,
]
ANSWER_FIELDS = [
    (b"Content-Type", b"text/plain"),
    (b"Content-Type", b"application/json"),
    (b"Content-Type", b"text/event-stream"),
    (b"Content-Type", b"text/html"),
    (b"Set-Cookie", b"a=1"),
    (b"Set-Cookie", b"b=2; Domain=127.0.0.1"),
    (b"Location", b"http://127.0.0.1:9000/next"),
    (b"Server", b"duel"),
    (b"Date", b"Thu, 01 Jan 1970 00:00:00 GMT"),
    (b"ETag", b'"x"'),
]


ASPECTS = ["target", "fields", "lines", "framing", "chunks", "bytes", "status"]


class Chance:
    """Random numbers, and how much is odd."""

    def __init__(self, random):
        self.random = random
        self._all = random.choice([0.0, 0.01, 0.03, 0.1, 0.3])
        # Half of the cases are odd in one regard alone: what refuses the others would
        # hide it.
        self._one = random.choice([None, *ASPECTS]) if self.often(0.7) else None
        self.odd = 0.0
        self.about("")

    def about(self, aspect):
        """Go on with *aspect* of a message."""
        if self._one:
            self.odd = 0.4 if aspect == self._one else 0.0
        else:
            self.odd = self._all

    def one(self, options):
        return self.random.choice(options)

    def often(self, share):
        return self.random.random() < share

    def oddly(self, usual, odd):
        """Return one of *usual*, or of *odd* if it is to be so."""
        return self.one(odd if self.often(self.odd) else usual)


def case(random):
    """Return a case."""
    chance = Chance(random)
    mode = chance.one(["reverse"] * 14 + ["regular"] * 2 + ["tunnel"] * 3 + ["secure"])
    role = chance.one(["record"] * 3 + ["answer"])
    count = chance.one([1, 1, 1, 2, 2, 3])
    asked, answered = [], []
    for _ in range(count):
        method, data = request(chance, mode)
        asked.append(data)
        answered.append((method, answer(chance, method)))
    steps = list(_script(chance, asked, answered))
    if chance.often(0.25):
        steps = _disturbed(chance, steps)
    if chance.often(0.2):
        # Some of it comes together.
        steps = [(*step, NOW) if chance.often(0.3) else step for step in steps]
    return Case(
        tuple(steps), mode, role, holds=chance.often(0.15), tls=chance.often(0.05)
    )


def request(chance, mode="reverse"):
    """Return the method and the bytes of a request."""
    chance.about("target")
    bodied = chance.often(0.5)
    method = chance.oddly(METHODS[1:5] if bodied else METHODS, ODD_METHODS)
    target = chance.oddly(TARGETS, ODD_TARGETS)
    if mode == "regular" and target.startswith(b"/") and not chance.often(chance.odd):
        target = b"http://" + ORIGIN + target
    space = chance.oddly([b" "], [b"  ", b"\t", b"", b" \t", b"\x0b", b"\xa0"])
    line = method + space + target + space + chance.oddly(VERSIONS, ODD_VERSIONS)
    fields = (
        [] if chance.often(chance.odd) else [(b"Host", chance.oddly([b"h"], HOSTS))]
    )
    if chance.often(chance.odd / 3):
        fields.append((b"Host", chance.one(HOSTS)))
    fields += _fields(chance, FIELDS)
    if bodied and chance.often(0.05):
        fields.append((b"Expect", b"100-continue"))
    framing, body = _framed(chance, required=bodied)
    fields += framing
    chance.random.shuffle(fields)
    chance.about("lines")
    before = chance.one(BEFORE) if chance.often(chance.odd / 2) else b""
    return method, _mutated(chance, before + _head(chance, line, fields) + body)


def answer(chance, method=b"GET"):
    """Return the bytes of an answer, perhaps with interim ones before it."""
    data = b""
    chance.about("status")
    while chance.often(chance.odd / 2):
        interim = chance.one([b"100 Continue", b"103 Early Hints", b"102 P"])
        data += _head(chance, b"HTTP/1.1 " + interim, _fields(chance, ANSWER_FIELDS))
    chance.about("status")
    version = chance.oddly([b"HTTP/1.1"] * 9 + [b"HTTP/1.0"], ODD_VERSIONS)
    line = version + b" " + chance.oddly(STATUSES, ODD_STATUSES)
    fields = _fields(chance, ANSWER_FIELDS)
    framing, body = _framed(chance, required=chance.often(0.9))
    chance.about("framing")
    if method == b"HEAD" and not chance.often(chance.odd):
        body = b""
    fields += framing
    if chance.often(chance.odd):
        body += chance.one(
            [b"extra", b"\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nz"]
        )
    return _mutated(chance, data + _head(chance, line, fields) + body)


def _fields(chance, usual):
    chance.about("fields")
    count = chance.one([0, 1, 1, 2, 3])
    return [chance.oddly(usual, ODD_FIELDS) for _ in range(count)]


def _head(chance, line, fields):
    chance.about("lines")
    colon = [b":", b" : ", b":\t", b"", b" :", b":  "]
    end = b"\r\n"
    data = line + chance.oddly([end], LINE_ENDS)
    for name, value in fields:
        data += name + chance.oddly([b": "], colon) + value
        data += chance.oddly([end], LINE_ENDS)
    return data + chance.oddly([end], [b"\n", b"\r", b"", b" \r\n", b"\r\r\n"])


def _framed(chance, *, required):
    """Return the fields that frame a body, and the body framed."""
    chance.about("framing")
    if not required:
        extra = chance.one(BODIES) if chance.often(chance.odd / 2) else b""
        return [], extra
    body = chance.one(BODIES)
    if chance.often(0.5):
        length = b"%d" % len(body)
        if chance.often(chance.odd):
            length = chance.one(LENGTHS)(len(body))
        fields = [(b"Content-Length", length)]
        if chance.often(chance.odd):
            fields.append((b"Content-Length", chance.one([length, b"0", b"5"])))
        if chance.often(chance.odd / 2):
            fields.append((chance.oddly(TE_NAMES, ODD_TE_NAMES), chance.one(ENCODINGS)))
            body = chance.one([body, _chunked(chance, body)])
        return fields, body
    # Each by itself: an odd name with an odd value is refused for either.
    name = chance.oddly(TE_NAMES, ODD_TE_NAMES) if chance.often(0.5) else TE_NAMES[0]
    fields = [(name, chance.oddly([b"chunked"], ENCODINGS))]
    if chance.often(chance.odd / 2):
        fields.append((chance.one(TE_NAMES), chance.one(ENCODINGS)))
    if chance.often(chance.odd):
        fields.append((b"Content-Length", b"%d" % chance.one([0, 1, 4, len(body)])))
    return fields, _chunked(chance, body)


def _chunked(chance, body):
    chance.about("chunks")
    data, end = b"", b"\r\n"
    while body:
        size = chance.random.randint(1, len(body))
        piece, body = body[:size], body[size:]
        line = b"%x" % size
        if chance.often(chance.odd / 2):
            line = chance.one(SIZES)(size)
        if chance.often(chance.odd):
            line += chance.one(EXTENSIONS)
        data += line + chance.oddly([end], CHUNK_ENDS)
        data += piece + chance.oddly([end], CHUNK_ENDS)
    last = chance.oddly([b"0"], [b"00", b"0;a", b"0 ", b"", b"-0", b"0x0", b"0;\n"])
    data += last + chance.oddly([end], CHUNK_ENDS)
    if chance.often(chance.odd + 0.03):
        data += chance.one(TRAILERS)
    return data + chance.oddly([end], CHUNK_ENDS)


def _mutated(chance, data):
    """Return *data*, seldom with some bytes changed."""
    chance.about("bytes")
    while data and chance.often(chance.odd / 3):
        at = chance.random.randrange(len(data))
        odd = chance.one(
            [b"\r", b"\n", b"\r\n", b" ", b"\0", b":", b"\xff", b"0", b";", b"\t"]
        )
        kept = chance.one([0, 1, 2])
        data = data[:at] + odd + data[at + kept :]
    return data


def _script(chance, asked, answered):
    """Yield the steps: one after the other, all at once, or mixed."""
    end = chance.oddly(["a"] * 6 + ["a-eof"], ["a-reset", "a-eof"])
    answers = [
        (end if n == len(answered) - 1 else "a", *_pieces(chance, data))
        for n, (_, data) in enumerate(answered)
    ]
    style = chance.one(["turns", "turns", "ahead", "before", "late"])
    if style == "turns":
        for data, reply in zip(asked, answers, strict=True):
            yield from (("c", piece) for piece in _pieces(chance, data))
            yield reply
    elif style == "ahead":
        yield from (("c", piece) for piece in _pieces(chance, b"".join(asked)))
        yield from answers
    elif style == "before":
        # Answered as soon as anything was asked, whether or not it was all.
        yield from answers
        yield from (("c", piece) for piece in _pieces(chance, b"".join(asked)))
    else:
        pieces = _pieces(chance, b"".join(asked))
        steps = [("c", piece) for piece in pieces]
        for reply in answers:
            steps.insert(chance.random.randint(0, len(steps)), reply)
        yield from steps


def _pieces(chance, data):
    """Return *data* as it comes: whole, in two, at its line ends, or byte by byte."""
    how = chance.one(["whole", "whole", "two", "few", "lines", "bytes"])
    if how == "whole" or len(data) < 2:
        return [data]
    if how == "bytes" and len(data) < 200:
        return [data[n : n + 1] for n in range(len(data))]
    if how == "lines":
        return [line for line in data.splitlines(keepends=True) if line]
    count = 1 if how == "two" else 3
    cuts = sorted(chance.random.randrange(1, len(data)) for _ in range(count))
    ends = [0, *cuts, len(data)]
    return [data[a:b] for a, b in pairwise(ends) if a < b]


def _disturbed(chance, steps):
    """Return *steps* with somebody leaving, or speaking out of turn."""
    for _ in range(chance.one([1, 1, 2])):
        odd = chance.one(
            [
                ("c-eof",),
                ("c-reset",),
                ("u-eof",),
                ("u-reset",),
                ("u", answer(chance)),
                ("u", b"x"),
                ("commit",),
                ("dead",),
                ("alive",),
                ("c", b"\r\n"),
                ("c", request(chance)[1]),
                ("a", answer(chance)),
            ]
        )
        if chance.often(0.2):
            odd = (*odd, NOW)
        steps.insert(chance.random.randint(0, len(steps)), odd)
    if chance.often(0.3):
        steps.append(chance.one([("c-eof",), ("c-reset",), ("u-eof",), ("u-reset",)]))
    return steps
