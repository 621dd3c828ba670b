import pytest
from mitmproxy import flow as flows
from mitmproxy.http import Response
from mockforge.addons.patches import LEFT, PARTIAL, SPILL, SUBSTITUTE

GET = b"GET /a HTTP/1.1\r\nHost: a.test\r\n\r\n"
POST = b"POST /a HTTP/1.1\r\nHost: a.test\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
BODY = b"Content-Length: 4\r\n\r\nbody"
CHUNKS = b"Transfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2;a=b\r\ndy\r\n0\r\n\r\n"


def substitute(flow):
    flow.metadata[SUBSTITUTE] = Response.make(502, b"sorry", {"a": "b"})


def stream(flow):
    flow.response.stream = lambda data: data.upper() or []


class Short:
    """Holds three bytes."""

    def limit(self, *, request):
        return 3

    def spill(self, flow, *, request):
        stream(flow)


def hold_little(flow):
    flow.metadata[SPILL] = Short()


def kill(flow):
    flow.error = flows.Error(flows.Error.KILLED_MESSAGE)


def answer(flow):
    flow.response = Response.make(200, b"mine", {"Transfer-Encoding": "chunked"})


STORIES = {
    "an answer": ([("say", GET), ("reply", OK)], {}),
    "in pieces": ([("say", GET), ("reply", OK[:9], OK[9:40], OK[40:])], {}),
    "HEAD": ([("say", GET.replace(b"GET", b"HEAD")), ("reply", OK[:-2])], {}),
    "no content": ([("say", GET), ("reply", b"HTTP/1.1 204 No\r\n\r\n" + OK)], {}),
    "a body": ([("say", POST + BODY), ("reply", OK)], {}),
    "a body in chunks": ([("say", POST + CHUNKS), ("reply", OK)], {}),
    "an expectation": (
        [
            ("say", POST + b"Expect: 100-continue\r\n" + BODY[:-4], b"body"),
            ("reply", OK),
        ],
        {},
    ),
    "chunks": ([("say", GET), ("reply", b"HTTP/1.1 200 OK\r\n" + CHUNKS)], {}),
    "until the end": (
        [("say", GET), ("reply", b"HTTP/1.1 200 OK\r\n\r\nab"), ("upstream leaves",)],
        {},
    ),
    "told to close": (
        [("say", GET), ("reply", b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + BODY)],
        {},
    ),
    "an interim answer": (
        [("say", GET), ("reply", b"HTTP/1.1 103 Hints\r\nA: b\r\n\r\n" + OK)],
        {},
    ),
    "line feeds": ([("say", GET), ("reply", OK.replace(b"\r\n", b"\n"))], {}),
    "streamed": (
        [("say", GET), ("reply", OK[:-1], OK[-1:])],
        {"responseheaders": stream},
    ),
    "streamed in chunks": (
        [("say", GET), ("reply", b"HTTP/1.1 200 OK\r\n" + CHUNKS)],
        {"responseheaders": stream},
    ),
    "too long to hold": (
        [("say", GET), ("reply", b"HTTP/1.1 200 OK\r\n" + CHUNKS)],
        {"requestheaders": hold_little},
    ),
    "a stream that breaks": (
        [("say", GET), ("reply", OK[:-1]), ("upstream leaves",)],
        {"responseheaders": stream},
    ),
    "an answer that breaks": (
        [("say", GET), ("reply", OK[:-1]), ("upstream leaves",)],
        {},
    ),
    "an answer that breaks, told of": (
        [("say", GET), ("reply", OK[:-1]), ("upstream leaves",), ("say", GET)],
        {"error": substitute},
    ),
    "silence": ([("say", GET), ("upstream leaves",)], {}),
    "nonsense": ([("say", GET), ("reply", b"hello\r\n\r\n")], {"error": substitute}),
    "half a head": ([("say", GET), ("reply", b"HTTP/1.1 2"), ("upstream leaves",)], {}),
    "two lengths": (
        [
            ("say", GET),
            ("reply", OK.replace(b"\r\n\r\n", b"\r\nContent-Length: 3\r\n\r\n")),
        ],
        {"error": substitute},
    ),
    "broken chunks": (
        [
            ("say", GET),
            ("reply", b"HTTP/1.1 200 OK\r\n" + CHUNKS.replace(b"2;", b"x;")),
        ],
        {},
    ),
    "trailers": (
        [
            ("say", GET),
            ("reply", b"HTTP/1.1 200 OK\r\n" + CHUNKS[:-2] + b"T: u\r\n\r\n"),
        ],
        {},
    ),
    "an endless head": (
        [("say", GET), ("reply", OK[:-4] + b"\r\nA: " + b"a" * 300_000)],
        {},
    ),
    "a client that leaves": ([("say", GET), ("client leaves",)], {}),
    "a client that leaves a stream": (
        [("say", GET), ("reply", OK[:-1]), ("client leaves",)],
        {"responseheaders": stream},
    ),
    "a client that leaves an upload": (
        [("say", POST + BODY[:-1]), ("client leaves",)],
        {},
    ),
    "a client that leaves chunks": (
        [("say", POST + CHUNKS[:-9]), ("client leaves",)],
        {},
    ),
    "killed": ([("say", GET)], {"request": kill}),
    "killed later": ([("say", GET), ("reply", OK)], {"response": kill}),
    "answered": ([("say", GET)], {"request": answer}),
    "HEAD answered": ([("say", GET.replace(b"GET", b"HEAD"))], {"request": answer}),
    "refused": ([("refuse", "no"), ("say", GET)], {}),
    "refused, told of": ([("refuse", "no"), ("say", GET)], {"error": substitute}),
}


def told(begun, story):
    """Play *story*; return everything that anybody was told."""
    steps, addons = story
    seen = []

    def noted(name):
        def note(flow):
            addons.get(name, lambda _: None)(flow)
            message = flow.response
            seen.append(
                (
                    name,
                    flow.request.raw_content,
                    flow.request.headers.fields,
                    message and (message.status_code, message.raw_content),
                    message and message.trailers and message.trailers.fields,
                    flow.error and flow.error.msg,
                    flow.metadata.get(LEFT),
                    flow.metadata.get(PARTIAL),
                )
            )

        return note

    names = ("requestheaders", "request", "responseheaders", "response", "error")
    played = begun(**{name: noted(name) for name in names})
    for step, *data in steps:
        if step == "refuse":
            (played.refuses,) = data
        elif step == "client leaves":
            played.leave()
        elif step == "upstream leaves":
            played.leave(played.upstreams[-1])
        else:
            getattr(played, step)(*data)
    is_closed = [each in played.ends for each in (played.client, *played.upstreams)]
    return seen, list(played.told.values()), is_closed


@pytest.mark.parametrize("name", STORIES)
def test_the_same_is_told_as_by_mitmproxy(play, name):
    """Addons, client and upstreams cannot tell the one layer from the other."""
    theirs = told(lambda **addons: play("mitmproxy", **addons), STORIES[name])
    ours = told(lambda **addons: play("own", **addons), STORIES[name])

    assert ours == theirs


def test_a_connection_that_was_just_closed_is_not_the_end_of_a_request(play):
    """Asked once more, on a new one: it had answered before."""
    from mockforge.addons.patches import answered

    played = play(responseheaders=lambda flow: answered.add(flow.server_conn))
    played.say(GET).reply(OK).say(GET)
    played.leave(played.upstreams[0]).reply(OK)

    assert played.answer == OK + OK
    assert [played.asked(n) for n in (0, 1)] == [GET + GET, GET]


def test_only_this_connection_waits_for_the_addons(play):
    played = play()
    played.waits = True
    played.say(GET, GET)
    assert played.upstreams == []
    played.go_on().reply(OK)

    assert played.answer == OK
    assert played.asked() == GET + GET


def test_a_client_that_left_while_the_addons_were_busy_gets_nothing(play):
    played = play().say(GET)
    played.waits = True
    played.reply(OK).leave()
    assert played.client in played.ends
    played.go_on()

    assert played.answer == b""
    assert played.hooks.count("error") <= 1
