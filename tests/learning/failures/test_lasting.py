import pytest

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.failures.lasting import lasting
from mockforge.learning.sample import Sample


def sample(status, target="/a", body=b"", headers=()):
    request = Request("POST", "http", "a", target, (), body)
    response = None if status is None else Response(status, headers)
    return Sample.of(Exchange(request, response), "POST /a", {})


RETRY = ((b"Retry-After", b"1"),)


@pytest.mark.parametrize(
    ("samples", "left"),
    [
        ([sample(503), sample(200)], [200]),
        ([sample(200), sample(500)], [200]),
        ([sample(503, headers=RETRY)], []),
        ([sample(429, headers=RETRY), sample(200, "/b")], [200]),
        # The request is what is wrong.
        ([sample(500, body=b"bad"), sample(200, body=b"good")], [500, 200]),
        ([sample(500), sample(500)], [500, 500]),
        ([sample(404), sample(200)], [404, 200]),
        ([sample(None)], [None]),
        ([], []),
    ],
)
def test_what_passes_by_itself_is_left_out(samples, left):
    assert [one.status for one in lasting(samples)] == left
