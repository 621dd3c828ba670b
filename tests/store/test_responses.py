import pytest

from mockforge.errors import RecordingError
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.store import exchanges, responses
from mockforge.store.database import connect
from mockforge.store.rows import Row
from mockforge.store.writer import Writer
from tests.store import samples

REFUSED = Failure(FailureKind.REFUSED, "nothing listens")


@pytest.fixture
async def database(where, monkeypatch):
    monkeypatch.setattr(responses, "LARGE", 5000)
    async with await connect(where, create=True) as found:
        async with Writer(found) as writer:
            for row in (
                samples.row(1, body=b"short"),
                samples.row(2, body=b"middling " * 100),
                samples.row(3, body=b"large " * 1000),
                Row(samples.AWKWARD, b"k"),
                samples.row(5, response=Response(204)),
                samples.row(6, response=None, failure=REFUSED),
            ):
                await writer.write(row)
        yield found


async def test_they_are_those_of_the_exchanges(database):
    found = await exchanges.responses(database)
    numbers = [1, 2, 3, 4, 5]
    loaded = await exchanges.load(database, numbers)

    assert [await found.response(number) for number in numbers] == [
        one.response for one in loaded
    ]
    assert len(found) == 5


async def test_only_large_ones_are_not_ready(database):
    found = await exchanges.responses(database)

    first = found.ready(1)
    assert first is not None
    assert first.body == b"short"
    assert [number for number in range(1, 6) if found.ready(number) is None] == [3]


async def test_an_exchange_without_a_response_has_none(database):
    found = await exchanges.responses(database)

    assert 6 not in found
    with pytest.raises(RecordingError, match=r"exchange 6 of .* has no response"):
        found.ready(6)
