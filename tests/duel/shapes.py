# ruff: noqa: E501 - bytes as on the wire are read best in one piece
"""Ways that are known to make two servers see different requests in the same bytes."""

import gzip

from tests.duel.cases import NOW, Case

HIDDEN = b"GET /hidden HTTP/1.1\r\nHost: h\r\nX: "
NEXT = b"GET /next HTTP/1.1\r\nHost: h\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def post(*lines, body=b""):
    """Return a POST whose framing is *lines*, and what follows its head."""
    return b"\r\n".join([b"POST / HTTP/1.1", b"Host: h", *lines, b"", b""]) + body


TE = b"Transfer-Encoding: chunked"
LAST = b"0\r\n\r\n"


def _length(data):
    return b"Content-Length: %d" % len(data)


REQUESTS = {
    # The classics: who believes the length, who the chunks.
    "CL.TE": post(_length(LAST + HIDDEN), TE, body=LAST + HIDDEN),
    "TE.CL": post(
        b"Content-Length: 4", TE, body=b"5c\r\n" + HIDDEN + b"y" * 56 + b"\r\n" + LAST
    ),
    "TE.TE two fields": post(TE, b"Transfer-Encoding: identity", body=LAST + HIDDEN),
    "TE.TE cow": post(
        TE, b"Transfer-encoding: cow", _length(LAST + HIDDEN), body=LAST + HIDDEN
    ),
    "CL.CL": post(b"Content-Length: 0", _length(HIDDEN), body=HIDDEN),
    "CL.CL same": post(b"Content-Length: 2", b"Content-Length: 2", body=b"ok" + NEXT),
    "CL list": post(b"Content-Length: 2, 2", body=b"ok" + NEXT),
    "CL list unlike": post(b"Content-Length: 0, %d" % len(HIDDEN), body=HIDDEN),
    "CL.0": post(_length(HIDDEN), body=HIDDEN) + NEXT,
    "0.CL": post(b"Content-Length: 0", body=HIDDEN),
    "0.CL GET": b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n" % len(HIDDEN)
    + HIDDEN
    + NEXT,
    "CL after CRLF": post(b"X: y\r\n", _length(HIDDEN), body=HIDDEN),
    "CL plus": post(b"Content-Length: +%d" % len(HIDDEN), body=HIDDEN),
    "CL hex": post(b"Content-Length: 0x2", body=b"ok" + NEXT),
    "CL octal": post(b"Content-Length: 010", body=b"y" * 8 + HIDDEN),
    "CL negative": post(b"Content-Length: -1", body=NEXT),
    "CL space inside": post(b"Content-Length: 1 0", body=b"y" + NEXT),
    "CL underscore": post(b"Content-Length: 1_0", body=b"y" * 10 + NEXT),
    "CL 2^64": post(b"Content-Length: 18446744073709551618", body=b"ok" + NEXT),
    "CL 2^32": post(b"Content-Length: 4294967298", body=b"ok" + NEXT),
    "CL empty": post(b"Content-Length:", body=NEXT),
    "CL vertical tab": post(b"Content-Length: \x0b2", body=b"ok" + NEXT),
    "CL nul": post(b"Content-Length: 2\x00", body=b"ok" + NEXT),
    "CL folded": post(b"Content-Length:\r\n 2", body=b"ok" + NEXT),
    "CL fold adds": post(b"Content-Length: 2\r\n 0", body=b"ok" + NEXT),
    # Names and values of Transfer-Encoding that one reads and another does not.
    "TE space before colon": post(
        b"Transfer-Encoding : chunked", _length(LAST + HIDDEN), body=LAST + HIDDEN
    ),
    "TE space alone": post(b"Transfer-Encoding : chunked", body=LAST + NEXT),
    "TE tab before colon": post(b"Transfer-Encoding\t: chunked", body=LAST + NEXT),
    "TE leading space": post(b"X: y", b" Transfer-Encoding: chunked", body=LAST + NEXT),
    "TE first line folded": b"POST / HTTP/1.1\r\n Transfer-Encoding: chunked\r\nHost: h\r\n\r\n"
    + LAST
    + NEXT,
    "TE underscore": post(
        b"Transfer_Encoding: chunked", _length(LAST + HIDDEN), body=LAST + HIDDEN
    ),
    "TE nul name": post(b"Transfer-Encoding\x00: chunked", body=LAST + NEXT),
    "TE vertical tab": post(b"Transfer-Encoding:\x0bchunked", body=LAST + NEXT),
    "TE form feed": post(b"Transfer-Encoding: chunked\x0c", body=LAST + NEXT),
    "TE tab": post(b"Transfer-Encoding:\tchunked", body=LAST + NEXT),
    "TE trailing space": post(b"Transfer-Encoding: chunked ", body=LAST + NEXT),
    "TE folded": post(b"Transfer-Encoding:\r\n chunked", body=LAST + NEXT),
    "TE fold after": post(
        b"Transfer-Encoding: chunked\r\n , identity", body=LAST + NEXT
    ),
    "TE cr": post(b"Transfer-Encoding: chunked\r", body=LAST + NEXT),
    "TE bare LF before": post(b"X: y\nTransfer-Encoding: chunked", body=LAST + NEXT),
    "TE bare CR before": post(b"X: y\rTransfer-Encoding: chunked", body=LAST + NEXT),
    "TE xchunked": post(b"Transfer-Encoding: xchunked", body=LAST + NEXT),
    "TE xchunked CL": post(
        b"Transfer-Encoding: xchunked", _length(LAST + HIDDEN), body=LAST + HIDDEN
    ),
    "TE quoted": post(b'Transfer-Encoding: "chunked"', body=LAST + NEXT),
    "TE empty": post(b"Transfer-Encoding:", _length(LAST + HIDDEN), body=LAST + HIDDEN),
    "TE identity": post(b"Transfer-Encoding: identity", _length(HIDDEN), body=HIDDEN),
    "TE chunked, identity": post(
        b"Transfer-Encoding: chunked, identity", body=LAST + NEXT
    ),
    "TE identity, chunked": post(
        b"Transfer-Encoding: identity, chunked", body=LAST + NEXT
    ),
    "TE gzip, chunked": post(b"Transfer-Encoding: gzip, chunked", body=LAST + NEXT),
    "TE chunked twice": post(b"Transfer-Encoding: chunked, chunked", body=LAST + NEXT),
    "TE comma": post(b"Transfer-Encoding: ,chunked", body=LAST + NEXT),
    "TE parameter": post(b"Transfer-Encoding: chunked;a=b", body=LAST + NEXT),
    "TE kelvin": post(
        "Transfer-Encoding: chunKed".replace("K", "\u212a").encode(), body=LAST + NEXT
    ),
    "TE dotless": post("Transfer-Encod\u0131ng: chunked".encode(), body=LAST + NEXT),
    "TE upper": post(b"TRANSFER-ENCODING: CHUNKED", body=LAST + NEXT),
    "TE HTTP/1.0": b"POST / HTTP/1.0\r\nHost: h\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"
    + LAST
    + NEXT,
    "TE HTTP/1.2": b"POST / HTTP/1.2\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
    + LAST
    + NEXT,
    "TE GET": b"GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
    + LAST
    + NEXT,
    "TE Connection": post(TE, b"Connection: Transfer-Encoding", body=LAST + NEXT),
    "CL Connection": post(
        b"Content-Length: 2", b"Connection: Content-Length", body=b"ok" + NEXT
    ),
    # Inside the chunks.
    "TERM.EXT": post(
        TE, body=b"2;\nxx\r\n4c\r\n" + LAST + HIDDEN.ljust(68, b"y") + b"\r\n" + LAST
    ),
    "EXT.TERM": post(
        TE, body=b"4c;\nAAAA\r\n" + LAST + HIDDEN.ljust(68, b"y") + b"\r\n" + LAST
    ),
    "TERM.SPILL": post(TE, body=b"5\r\nAAAAAXX2\r\n45\r\n" + LAST + NEXT),
    "SPILL.TERM": post(TE, body=b"5\r\nAAAAA2\r\n" + LAST + NEXT),
    "chunk line LF": post(TE, body=b"2\nok\r\n" + LAST + NEXT),
    "chunk data LF": post(TE, body=b"2\r\nok\n" + LAST + NEXT),
    "chunk all LF": post(TE, body=b"2\nok\n0\n\n" + NEXT),
    "chunk line CR": post(TE, body=b"2\rok\r\n" + LAST + NEXT),
    "chunk line CR CR LF": post(TE, body=b"2\r\r\nok\r\n" + LAST + NEXT),
    "chunk data no end": post(TE, body=b"2\r\nok" + LAST + NEXT),
    "chunk data two bytes": post(TE, body=b"2\r\nokXX" + LAST + NEXT),
    "chunk ext": post(TE, body=b"2;a=b\r\nok\r\n" + LAST + NEXT),
    "chunk ext quoted CRLF": post(TE, body=b'2;a="\r\n"\r\nok\r\n' + LAST + NEXT),
    "chunk ext bare CR": post(TE, body=b"2;a\rb\r\nok\r\n" + LAST + NEXT),
    "chunk ext bare LF": post(TE, body=b"2;a\nok\r\n" + LAST + NEXT),
    "chunk ext nul": post(TE, body=b"2;\0\r\nok\r\n" + LAST + NEXT),
    "chunk ext on last": post(TE, body=b"2\r\nok\r\n0;a\r\n\r\n" + NEXT),
    "chunk ext LF on last": post(TE, body=b"2\r\nok\r\n0;a\n\r\n" + NEXT),
    "chunk ext long": post(
        TE, body=b"2;" + b"e" * 20_000 + b"\r\nok\r\n" + LAST + NEXT
    ),
    "chunk size 0x": post(TE, body=b"0x2\r\nok\r\n" + LAST + NEXT),
    "chunk size plus": post(TE, body=b"+2\r\nok\r\n" + LAST + NEXT),
    "chunk size minus": post(TE, body=b"-2\r\nok\r\n" + LAST + NEXT),
    "chunk size space": post(TE, body=b" 2\r\nok\r\n" + LAST + NEXT),
    "chunk size space after": post(TE, body=b"2 \r\nok\r\n" + LAST + NEXT),
    "chunk size tab after": post(TE, body=b"2\t\r\nok\r\n" + LAST + NEXT),
    "chunk size zeros": post(TE, body=b"0000000000000002\r\nok\r\n" + LAST + NEXT),
    "chunk size more zeros": post(TE, body=b"0" * 40 + b"2\r\nok\r\n" + LAST + NEXT),
    "chunk size 2^64": post(TE, body=b"10000000000000002\r\nok\r\n" + LAST + NEXT),
    "chunk size 2^63": post(TE, body=b"8000000000000002\r\nok\r\n" + LAST + NEXT),
    "chunk size 2^32": post(TE, body=b"100000002\r\nok\r\n" + LAST + NEXT),
    "chunk size empty": post(TE, body=b"\r\nok\r\n" + LAST + NEXT),
    "chunk size underscore": post(
        TE, body=b"1_0\r\n" + b"y" * 16 + b"\r\n" + LAST + NEXT
    ),
    "chunk size upper": post(TE, body=b"A\r\n" + b"y" * 10 + b"\r\n" + LAST + NEXT),
    "chunk last two zeros": post(TE, body=b"2\r\nok\r\n00\r\n\r\n" + NEXT),
    "chunk last no CRLF": post(TE, body=b"2\r\nok\r\n0\r\n" + NEXT),
    "trailer": post(TE, body=b"2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n" + NEXT),
    "trailer framing": post(
        TE, body=b"2\r\nok\r\n0\r\nContent-Length: 9\r\n\r\n" + NEXT
    ),
    "trailer LF": post(TE, body=b"2\r\nok\r\n0\r\nX-Sum: 1\n\n" + NEXT),
    "trailer not one": post(TE, body=b"2\r\nok\r\n0\r\nGET / HTTP/1.1\r\n\r\n" + NEXT),
    # Heads.
    "head LF": b"POST / HTTP/1.1\nHost: h\nContent-Length: 2\n\nok" + NEXT,
    "head LF end": b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\n\nok" + NEXT,
    "head LF CRLF": b"GET / HTTP/1.1\r\nHost: h\n\r\n" + NEXT,
    "head CR end": b"GET / HTTP/1.1\r\nHost: h\r\n\r" + NEXT,
    "head CR": b"GET / HTTP/1.1\rHost: h\r\r" + NEXT,
    "two hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + NEXT,
    "no host": b"GET / HTTP/1.1\r\n\r\n" + NEXT,
    "line in name": b"GET / HTTP/1.1\r\nHost: h\r\nGET /x HTTP/1.1\r\nX: y\r\n\r\n"
    + NEXT,
    "no colon": b"GET / HTTP/1.1\r\nHost: h\r\nX\r\n\r\n" + NEXT,
    "line of spaces": b"GET / HTTP/1.1\r\nHost: h\r\n \r\nX: y\r\n\r\n" + NEXT,
    "empty lines before": b"\r\n\r\n" + NEXT + NEXT,
    "LFs before": b"\n\n" + NEXT,
    "absolute": b"GET http://other/ HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT,
    "absolute port": b"GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT,
    "target space": b"GET / HTTP/1.1 x HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT,
    "target with LF": b"GET /\nX: y HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT,
    "target nul": b"GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT,
    "HTTP/0.9": b"GET /\r\n" + NEXT,
    "HTTP/0.9 named": b"GET / HTTP/0.9\r\nHost: h\r\n\r\n" + NEXT,
    "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\4\0\0\0\0\0",
    "HTTP/1.0 keep": b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + NEXT,
    "HTTP/1.0": b"GET / HTTP/1.0\r\nHost: h\r\n\r\n" + NEXT,
    "close": b"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + NEXT,
    "Close": b"GET / HTTP/1.1\r\nHost: h\r\nConnection: Close\r\n\r\n" + NEXT,
    "GET body": b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok" + NEXT,
    "HEAD body": b"HEAD / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok" + NEXT,
    "CONNECT": b"CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT,
    "CONNECT body": b"CONNECT h:80 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok"
    + NEXT,
    "upgrade h2c": b"GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n"
    + NEXT,
    "upgrade websocket": b"GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    + NEXT,
    "upgrade 99": b"GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n\r\n"
    + NEXT,
    "upgrade body": post(
        b"Connection: Upgrade", b"Upgrade: foo", _length(HIDDEN), body=HIDDEN
    )
    + NEXT,
    "expect": post(b"Expect: 100-continue", b"Content-Length: 2", body=b"ok" + NEXT),
    "expect chunked": post(
        b"Expect: 100-continue", TE, body=b"2\r\nok\r\n" + LAST + NEXT
    ),
    "expect twice": post(
        b"Expect: 100-continue",
        b"Expect: 100-continue",
        b"Content-Length: 2",
        body=b"ok" + NEXT,
    ),
    "expect y": post(
        b"Expect: y 100-continue", b"Content-Length: 2", body=b"ok" + NEXT
    ),
    "expect GET": b"GET / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok"
    + NEXT,
    "expect no body": post(b"Expect: 100-continue", body=NEXT),
}
"""What a client says; each is followed on one connection by what was hidden in it."""

ANSWERS = {
    "CL.TE": b"HTTP/1.1 200 OK\r\nContent-Length: 49\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    + OK,
    "CL.CL": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\nok",
    "CL.CL same": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
    "CL list": b"HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok",
    "CL plus": b"HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
    "CL bad": b"HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nok",
    "CL empty": b"HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\nok",
    "CL zeros": b"HTTP/1.1 200 OK\r\nContent-Length: 02\r\n\r\nok",
    "extra": OK + b"extra",
    "extra answer": OK + OK,
    "extra line": OK + b"\r\n",
    "interim": b"HTTP/1.1 100 Continue\r\n\r\n" + OK,
    "hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK,
    "hints body": b"HTTP/1.1 103 Early Hints\r\nContent-Length: 2\r\n\r\nok" + OK,
    "processing": b"HTTP/1.1 102 Processing\r\n\r\n" * 3 + OK,
    "hints split LF": b"HTTP/1.1 103 Early Hints\nLink: </a>\n\n" + OK,
    "199": b"HTTP/1.1 199 X\r\n\r\n" + OK,
    "101": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\nraw",
    "101 websocket": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x02hi",
    "101 CL": b"HTTP/1.1 101 Switching Protocols\r\nContent-Length: 2\r\n\r\nok" + OK,
    "204 body": b"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok",
    "204 chunked": b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n"
    + LAST,
    "304 length": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n",
    "304 chunked": b"HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n",
    "205 body": b"HTTP/1.1 205 Reset Content\r\nContent-Length: 2\r\n\r\nok",
    "to the end": b"HTTP/1.1 200 OK\r\n\r\nok",
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\n\r\nok",
    "HTTP/1.0 keep": b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/1.0 chunked": b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"
    + LAST,
    "HTTP/1.2": b"HTTP/1.2 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/2.0": b"HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "HTTP/0.9": b"<p>ok",
    "ICY": b"ICY 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "close": b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
    "Close": b"HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 2\r\n\r\nok",
    "keep-alive, close": b"HTTP/1.1 200 OK\r\nConnection: keep-alive, close\r\nContent-Length: 2\r\n\r\nok",
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"
    + LAST,
    "chunked ext": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0;c\r\n\r\n",
    "chunked ext LF": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;\nxx\r\nok\r\n0\r\n\r\n",
    "chunked LF": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\nok\n0\n\n",
    "chunked bad": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n0\r\n\r\n",
    "chunked huge": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nok",
    "chunked trailers": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2\r\nok\r\n0\r\nX: 1\r\n\r\n",
    "chunked, x": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, x\r\n\r\n2\r\nok\r\n"
    + LAST,
    "xchunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n2\r\nok\r\n"
    + LAST,
    "gzip, chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n"
    + LAST,
    "identity": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nok",
    "gzip": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nok",
    "Chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\nok\r\n"
    + LAST,
    "two TE": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"
    + LAST,
    "head LF": b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
    "head fold": b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\nok",
    "head nul": b"HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 2\r\n\r\nok",
    "head CR": b"HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 2\r\n\r\nok",
    "head space name": b"HTTP/1.1 200 OK\r\nX Y: a\r\nContent-Length: 2\r\n\r\nok",
    "head space colon": b"HTTP/1.1 200 OK\r\nX : a\r\nContent-Length: 2\r\n\r\nok",
    "head no colon": b"HTTP/1.1 200 OK\r\nX\r\nContent-Length: 2\r\n\r\nok",
    "head obs": b"HTTP/1.1 200 \xe9\r\nX: \xe9\xff\r\nContent-Length: 2\r\n\r\nok",
    "head spaces": b"HTTP/1.1 200 OK\r\nX:   a  \r\nContent-Length:2\r\n\r\nok",
    "reason empty": b"HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok",
    "reason none": b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok",
    "reason spaces": b"HTTP/1.1 200   O  K \r\nContent-Length: 2\r\n\r\nok",
    "status 1000": b"HTTP/1.1 1000 X\r\nContent-Length: 2\r\n\r\nok",
    "status 999": b"HTTP/1.1 999 X\r\nContent-Length: 2\r\n\r\nok",
    "status 99": b"HTTP/1.1 99 X\r\nContent-Length: 2\r\n\r\nok",
    "status abc": b"HTTP/1.1 abc X\r\nContent-Length: 2\r\n\r\nok",
    "empty lines before": b"\r\n\r\n" + OK,
    "short": b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok",
    "short chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nok",
    "no end of head": b"HTTP/1.1 200 OK\r\nX: y\r\n",
    "long head": b"HTTP/1.1 200 OK\r\nX: "
    + b"y" * 100_000
    + b"\r\nContent-Length: 2\r\n\r\nok",
    "endless head": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000,
    "stream": b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
    "big": b"HTTP/1.1 200 OK\r\nContent-Length: 1200000\r\n\r\n" + b"y" * 1_200_000,
    "location": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9000/x\r\nContent-Length: 0\r\n\r\n",
    "json": b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 34\r\n\r\n{"next": "http://127.0.0.1:9000/x"}',
    "html chunked": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1c\r\n<a href=http://127.0.0.1:9000\r\n3\r\n/x>\r\n"
    + LAST,
}
"""What an upstream says to a plain request."""

METHODS = (b"GET", b"HEAD")


def conversations():  # noqa: PLR0915 - a table
    """Yield what is more than one answer to one request."""
    get, post_ = b"GET /a HTTP/1.1\r\nHost: h\r\n\r\n", post(TE)
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    upgrade = REQUESTS["upgrade websocket"].removesuffix(NEXT)
    accepted = (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade"
        b"\r\nSec-WebSocket-Accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI=\r\n\r\n"
    )
    masked = b"\x81\x82\0\0\0\0hi"
    hint = b"HTTP/1.1 103 Early Hints\r\n\r\n"
    yield (
        "websocket",
        (("c", upgrade), ("a", accepted), ("c", masked), ("u", b"\x81\x02yo")),
    )
    yield (
        "websocket after",
        (("c", get), ("a", OK), ("c", upgrade), ("a", accepted), ("c", masked)),
    )
    yield (
        "websocket at once",
        (("c", upgrade + masked), ("a", accepted + b"\x81\x02yo")),
    )
    yield "websocket ends", (("c", upgrade), ("a", accepted), ("u-eof",))
    yield "websocket refused", (("c", upgrade + NEXT), ("a", OK), ("a", OK))
    yield (
        "early answer",
        (("c", post_), ("u", OK), ("c", b"2\r\nok\r\n"), ("a", OK), ("c", LAST)),
    )
    yield (
        "early end",
        (("c", post_ + b"2\r\nok\r\n"), ("u-eof",), ("c", LAST), ("a", OK)),
    )
    yield (
        "spilt up",
        (
            ("c", post_ + (b"10000\r\n" + b"y" * 65536 + b"\r\n") * 18),
            ("u", OK),
            ("c", LAST + NEXT),
            ("a", OK),
        ),
    )
    yield (
        "spilt up and left",
        (("c", post_ + (b"10000\r\n" + b"y" * 65536 + b"\r\n") * 18), ("c-reset",)),
    )
    yield (
        "spilt up, answered",
        (
            ("c", post_ + (b"10000\r\n" + b"y" * 65536 + b"\r\n") * 18 + LAST),
            ("a", OK),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    long = post(b"Content-Length: 1200000")
    yield (
        "long up",
        (
            ("c", long + b"y" * 600_000),
            ("c", b"y" * 600_000 + NEXT),
            ("a", OK),
            ("a", OK),
        ),
    )
    yield (
        "long up, early",
        (
            ("c", long + b"y" * 600_000),
            ("u", OK),
            ("c", b"y" * 600_000 + NEXT),
            ("a", OK),
        ),
    )
    yield (
        "long up, refused",
        (
            ("c", long + b"y" * 9),
            ("u", b"HTTP/1.1 413 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            ("u-eof",),
            ("c", b"y" * 9),
        ),
    )
    yield (
        "spilt down",
        (
            ("c", get),
            ("a", chunked, *[b"40000\r\n" + b"y" * 262144 + b"\r\n"] * 9, LAST),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    gzipped = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
    body = gzip.compress(b'{"next": "http://127.0.0.1:9000/x"}', mtime=0)
    yield (
        "gzip",
        (
            ("c", get),
            ("a", gzipped + _length(body) + b"\r\n\r\n" + body),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    halves = (
        b"5\r\n" + body[:5] + b"\r\n",
        b"%x\r\n" % (len(body) - 5) + body[5:] + b"\r\n",
    )
    yield (
        "gzip chunked",
        (
            ("c", get),
            ("a", gzipped + TE + b"\r\n\r\n", *halves, LAST),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    yield (
        "gzip not",
        (
            ("c", get),
            ("a", gzipped + _length(b"ok") + b"\r\n\r\nok"),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    for status in (b"100 Continue", b"103 Early Hints", b"102 Processing"):
        interim = b"HTTP/1.1 " + status + b"\r\n\r\n"
        yield f"{status.decode()} alone", (("c", get), ("a-eof", interim))
        yield (
            f"{status.decode()} late",
            (("c", get), ("a", interim, hint, OK), ("c", NEXT), ("a", interim, OK)),
        )
    expect = REQUESTS["expect"].removesuffix(b"ok" + NEXT)
    yield (
        "expect waits",
        (("c", expect), ("c", b"ok"), ("a", OK), ("c", NEXT), ("a", OK)),
    )
    yield "expect leaves", (("c", expect), ("c-eof",))
    yield (
        "expect, upstream continues",
        (("c", expect), ("c", b"ok"), ("a", b"HTTP/1.1 100 Continue\r\n\r\n", OK)),
    )
    expect = REQUESTS["expect chunked"].removesuffix(b"2\r\nok\r\n" + LAST + NEXT)
    yield (
        "expect waits, chunked",
        (
            ("c", expect),
            ("c", b"2\r\nok\r\n"),
            ("c", LAST + NEXT),
            ("a", OK),
            ("a", OK),
        ),
    )
    yield (
        "kept, ended, asked",
        (("c", get), ("a", OK), ("u-eof",), ("c", NEXT), ("a", OK)),
    )
    yield (
        "kept, ends when asked",
        (("c", get), ("a", OK), ("c", NEXT), ("u-eof",), ("a", OK)),
    )
    yield (
        "kept, breaks when asked",
        (("c", get), ("a", OK), ("c", NEXT), ("u-reset",), ("a", OK)),
    )
    yield (
        "kept, ends when posted",
        (("c", get), ("a", OK), ("c", REQUESTS["chunk ext"]), ("u-eof",), ("a", OK)),
    )
    yield (
        "kept, ends at once",
        (
            ("c", get),
            (
                "a",
                OK,
            ),
            ("u-eof", NOW),
            ("c", NEXT, NOW),
            ("a", OK),
        ),
    )
    yield (
        "kept, asked and ended at once",
        (("c", get), ("a", OK), ("c", NEXT, NOW), ("u-eof", NOW), ("a", OK)),
    )
    yield "kept, speaks", (("c", get), ("a", OK), ("u", OK), ("c", NEXT), ("a", OK))
    yield (
        "kept, speaks at once",
        (("c", get), ("a", OK), ("u", OK, NOW), ("c", NEXT), ("a", OK)),
    )
    yield (
        "ends twice",
        (
            ("c", get),
            ("a", OK),
            ("c", NEXT),
            ("u-eof",),
            ("u-eof",),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    yield (
        "endless head",
        (("c", b"GET / HTTP/1.1\r\nX: " + b"y" * 300_000), ("c", b"y")),
    )
    yield (
        "endless head by pieces",
        (("c", b"GET / HTTP/1.1\r\n"), *[("c", b"X: " + b"y" * 9000 + b"\r\n")] * 40),
    )
    yield (
        "long head",
        (
            (
                "c",
                b"GET / HTTP/1.1\r\nHost: h\r\nX: "
                + b"y" * 200_000
                + b"\r\n\r\n"
                + NEXT,
            ),
            ("a", OK),
            ("a", OK),
        ),
    )
    yield (
        "many fields",
        (
            (
                "c",
                b"GET / HTTP/1.1\r\nHost: h\r\n" + b"X: y\r\n" * 3000 + b"\r\n" + NEXT,
            ),
            ("a", OK),
            ("a", OK),
        ),
    )
    yield "many ahead", (("c", NEXT * 30), *[("a", OK)] * 30)
    yield "many ahead, one answer", (("c", NEXT * 5), ("a", OK * 5))
    yield "ahead and gone", (("c", NEXT * 3), ("a", OK), ("c-reset",), ("a", OK))
    yield "gone before the answer", (("c", NEXT), ("c-reset",), ("u", OK))
    yield (
        "gone in the answer",
        (("c", NEXT), ("a", OK[:-1]), ("c-reset",), ("u", OK[-1:])),
    )
    yield (
        "gone in the stream",
        (
            ("c", NEXT),
            ("a", ANSWERS["stream"], b"1\r\nx\r\n"),
            ("c-reset",),
            ("u", LAST),
        ),
    )
    yield (
        "half-closed in the stream",
        (("c", NEXT), ("a", ANSWERS["stream"]), ("c-eof",), ("u", LAST)),
    )
    yield (
        "asks in the stream",
        (("c", NEXT), ("a", ANSWERS["stream"]), ("c", NEXT), ("u", LAST), ("a", OK)),
    )
    yield (
        "gone in the body",
        (("c", post(b"Content-Length: 9", body=b"ok")), ("c-reset",)),
    )
    yield (
        "half-closed in the body",
        (("c", post(b"Content-Length: 9", body=b"ok")), ("c-eof",)),
    )
    yield "half-closed in chunks", (("c", post(TE, body=b"9\r\nok")), ("c-eof",))
    yield "gone in the head", (("c", b"GET / HTT"), ("c-reset",))
    yield "half-closed in the head", (("c", b"GET / HTTP/1.1\r\nHo"), ("c-eof",))
    yield "nothing", (("c-eof",),)
    for dead in (1, 2):
        steps = (
            *[("dead",)] * dead,
            ("c", NEXT),
            ("c", NEXT * 2),
            ("alive",),
            ("c", NEXT),
            ("a", OK),
        )
        yield f"dead {dead}", steps
    yield (
        "dies",
        (
            ("c", NEXT),
            ("a-eof", OK),
            ("dead",),
            ("c", NEXT),
            ("c", post(b"Content-Length: 2", body=b"ok")),
            ("alive",),
            ("c", NEXT),
            ("a", OK),
        ),
    )
    yield (
        "dies when asked",
        (
            ("c", NEXT),
            ("a", OK),
            ("dead",),
            ("c", NEXT),
            ("u-eof",),
            ("alive",),
            ("c", NEXT),
            ("a", OK),
        ),
    )


def of_request(name, data):
    """Return what a client says, at once and split, kept and then left."""
    answers = [("a", OK)] * 3
    by_line = [("c", line) for line in data.splitlines(keepends=True)]
    at_once = (("c", data), *answers)
    return [
        Case(at_once, name=name),
        Case((*answers, *by_line), "tunnel", name=f"{name}, by lines"),
        Case((*at_once, ("c", NEXT)), tls=True, name=f"{name}, TLS, next"),
        Case((("c", data), ("a-eof", OK), *answers), name=f"{name}, upstream ends"),
        Case(at_once, "regular", name=f"{name}, regular"),
        Case((*at_once, ("c-eof",)), name=f"{name}, then the end"),
        Case((("c", data), ("c-eof",), *answers), name=f"{name}, half-closed"),
        Case((*at_once, ("c", NEXT)), "secure", name=f"{name}, secure, next"),
        Case((*at_once, ("c", NEXT)), role="answer", name=f"{name}, answered"),
        Case(
            (*at_once, ("commit",), ("commit",), ("c", NEXT)),
            holds=True,
            name=f"{name}, safe later",
        ),
    ]


def of_answer(name, data):
    """Return what an upstream says to GET and HEAD: whole, by lines, then gone."""
    found = []
    for method in METHODS:
        asked = method + b" /a HTTP/1.1\r\nHost: h\r\n\r\n"
        old = method + b" /a HTTP/1.0\r\n\r\n"
        said = f"{method.decode()} {name}"
        pieces = data.splitlines(keepends=True)
        next_ = (("c", NEXT), ("a", OK))
        found += [
            Case((("c", asked), ("a", data), *next_), name=f"{said}, next"),
            Case((("c", asked), ("a-eof", *pieces), *next_), name=f"{said}, by lines"),
            Case((("c", asked), ("a", data)), name=said),
            Case((("c", asked), ("a-eof", data), *next_), name=f"{said}, end"),
            Case((("c", asked + NEXT), ("a", data), ("a", OK)), name=f"{said}, ahead"),
            Case((("c", asked), ("a-reset", data)), name=f"{said}, reset"),
            Case((("c", asked), ("a", data), ("c-reset",)), holds=True, name=said),
            Case((("c", old), ("a", data), ("u-eof",)), name=f"{said}, 1.0"),
            Case((("c", asked), ("a", data), *next_), "secure", name=f"{said}, secure"),
        ]
    return found


def cases():
    """Yield every shape in every way."""
    for name, steps in conversations():
        for mode in ("reverse", "tunnel", "secure"):
            for holds in (False, True):
                yield Case(steps, mode, holds=holds, name=f"{name}, {mode}")
        yield Case(steps, tls=True, name=f"{name}, TLS")
        yield Case(steps, "tunnel", tls=True, name=f"{name}, TLS in a tunnel")
        yield Case(steps, role="answer", name=f"{name}, answered")
    for name, data in REQUESTS.items():
        yield from of_request(name, data)
    for name, data in ANSWERS.items():
        yield from of_answer(name, data)
