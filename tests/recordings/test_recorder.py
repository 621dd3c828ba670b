"""The way of an exchange to disk."""

import pytest

from mockforge.errors import RecordingError
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Chunk, Response
from mockforge.recordings.matchers import KEY_VERSION, Matcher, MatchOptions
from mockforge.recordings.recorder import Recorder, RecordOptions, refresh_keys
from mockforge.recordings.redact import NoRedaction, Redactor
from mockforge.stages.sessions import SessionOptions
from mockforge.store import exchanges
from mockforge.store.database import connect
from mockforge.store.writer import Row, Writer
from tests.worlds import API, exchange

MATCHER = Matcher(MatchOptions())
REDACTOR = Redactor(b"k" * 32)


class Kept:
    """A writer that keeps rows in lists."""

    def __init__(self):
        self.written, self.queued, self.closed = [], [], False

    async def write(self, row):
        self.written.append(row)
        return len(self.written)

    async def room(self):
        pass

    def put(self, row):
        self.queued.append(row)

    async def close(self):
        self.closed = True


def recorder(kept, redactor=REDACTOR, **options):
    chosen = RecordOptions(**options)
    return Recorder(kept, redactor, MATCHER, SessionOptions(), options=chosen)


async def test_nothing_secret_reaches_the_writer_and_the_key_is_of_what_does():
    kept = Kept()
    login = exchange("POST", f"{API}/login", b'{"password": "hunter2-correct-horse"}')

    await recorder(kept).record(login)

    (row,) = kept.written
    assert b"hunter2" not in row.exchange.request.body
    assert row.key == MATCHER.key(row.exchange.request)


@pytest.mark.parametrize(("ack", "place"), [("commit", "written"), ("queue", "queued")])
async def test_an_answer_waits_for_the_disk_or_only_for_the_queue(ack, place):
    kept = Kept()

    await recorder(kept, ack=ack).record(exchange())

    assert len(getattr(kept, place)) == 1
    assert len(kept.written) + len(kept.queued) == 1


async def test_an_exchange_without_a_session_gets_one():
    kept = Kept()

    await recorder(kept).record(exchange(session=""))
    await recorder(kept).record(exchange(session="given"))

    assert kept.written[0].exchange.session.startswith("addr:")
    assert kept.written[1].exchange.session == "given"


async def test_a_long_body_is_cut_and_marked():
    kept = Kept()
    response = Response(
        200, (), b"x" * 100, chunks=(Chunk(0.1, 6), Chunk(0.2, 50), Chunk(0.3, 44))
    )
    long = exchange("POST", f"{API}/", b"y" * 30, response=response)
    keeper = recorder(kept, redactor=NoRedaction(), max_body=10)

    await keeper.record(long)

    (row,) = kept.written
    request, response = row.exchange.request, row.exchange.response
    assert (request.body, request.size) == (b"y" * 10, 30)
    assert (response.body, response.size) == (b"x" * 10, 100)
    assert response.chunks == (Chunk(0.1, 6), Chunk(0.2, 4))
    assert keeper.counts.truncated == 1


async def test_what_was_cut_before_keeps_its_full_length():
    kept = Kept()
    response = Response(200, (), b"x" * 20, size=5000)

    await recorder(kept, max_body=10).record(exchange(response=response))

    assert kept.written[0].exchange.response.size == 5000


async def test_failures_are_kept_and_counted():
    kept = Kept()
    keeper = recorder(kept)
    failure = Failure(FailureKind.REFUSED, "refused")

    await keeper.record(exchange(response=None, failure=failure))

    assert (keeper.counts.recorded, keeper.counts.failed) == (1, 1)


class Broken(NoRedaction):
    """Redaction that fails on something it did not foresee."""

    def exchange(self, exchange, *, keep_standins=False):
        raise KeyError(exchange.request.body)


async def test_what_cannot_be_redacted_is_not_stored_and_not_quoted():
    kept = Kept()

    with pytest.raises(RecordingError) as caught:
        await recorder(kept, redactor=Broken()).record(
            exchange("POST", f"{API}/x", b"secret words")
        )

    assert kept.written == []
    assert "secret words" not in str(caught.value)
    assert "KeyError" in str(caught.value)


async def test_closing_closes_the_writer():
    kept = Kept()

    await recorder(kept).close()

    assert kept.closed


async def test_keys_of_another_version_are_computed_anew(tmp_path):
    async with await connect(tmp_path / "a.db", create=True) as database:
        async with Writer(database) as writer:
            await writer.write(Row(exchange(url=f"{API}/a"), b"old"))
            await writer.write(Row(exchange(url=f"{API}/b"), b"old"))
        await database.set_meta("key_version", "0")

        await refresh_keys(database, MATCHER)

        rows = await exchanges.index(database)
        loaded = await exchanges.load(database, [row.id for row in rows])
        assert [row.key for row in rows] == [
            MATCHER.key(each.request) for each in loaded
        ]
        assert await database.meta("key_version") == str(KEY_VERSION)
