import pytest
from mitmproxy import http
from mitmproxy.connection import Client, Server
from mockforge.addons.passage import PASSAGE, Passage
from mockforge.addons.patches import PARTIAL
from mockforge.addons.streams import RequestTap, ResponseTap, Way

from mockforge.clock import VirtualClock
from mockforge.engine import Plan
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Request, Response

ASKED = Request("PUT", "http", "api.test", "/a", ((b"Expect", b"100-continue"),))


@pytest.fixture
def passage():
    client = Client(
        peername=("10.0.0.7", 5000), sockname=("127.0.0.1", 1), timestamp_start=0.0
    )
    flow = http.HTTPFlow(client, Server(address=("api.test", 80)))
    flow.request = http.Request.make("PUT", "http://api.test/a")
    flow.request.timestamp_start = 10.0
    made = Passage(flow)
    flow.metadata[PASSAGE] = made
    made.plan = Plan(ASKED, ASKED, "s", wants_upstream=True)
    return made


def answered(passage, body=b"ok"):
    passage.flow.response = http.Response.make(200, body)
    passage.flow.response.timestamp_start = 10.5
    passage.flow.response.timestamp_end = 11.0


def test_a_passage_is_found_by_its_flow(passage):
    assert Passage.of(passage.flow) is passage
    passage.flow.metadata.clear()
    assert Passage.of(passage.flow) is None


def test_a_whole_exchange_has_its_times(passage):
    answered(passage)
    exchange = passage.exchange(VirtualClock(99.0))

    assert (exchange.started, exchange.first_byte, exchange.elapsed) == (10.0, 0.5, 1.0)
    assert exchange.response.body == b"ok"
    assert exchange.endpoint == "PUT /a"
    assert exchange.session == "s"


def test_a_failed_exchange_lasts_until_now(passage):
    failure = Failure(FailureKind.RESET, "gone")
    exchange = passage.exchange(VirtualClock(12.0), failure)

    assert (exchange.response, exchange.first_byte, exchange.elapsed) == (
        None,
        None,
        2.0,
    )
    assert exchange.failure is failure


def test_what_had_come_of_a_held_body_is_kept(passage):
    passage.flow.response = http.Response.make(200)
    passage.flow.response.data.content = None
    passage.flow.metadata[PARTIAL] = b"half"

    assert passage.response().body == b"half"


def test_streamed_bodies_are_those_of_the_taps(passage):
    answered(passage)
    passage.head = Response(200, ((b"Location", b"http://api.test/"),))
    passage.request_tap = RequestTap(3)
    passage.response_tap = ResponseTap(VirtualClock(), 3)
    passage.request_tap(b"abcde")
    passage.response_tap(b"fg")

    request, response = passage.request(), passage.response()
    assert (request.body, request.size, request.headers) == (b"abc", 5, ())
    assert (response.body, response.size) == (b"fg", None)
    assert response.headers == passage.head.headers
    passage.close()


def test_a_client_has_seen_the_head_of_what_is_streamed(passage):
    assert not passage.is_head_sent
    passage.way = Way.STREAMED
    assert passage.is_head_sent
