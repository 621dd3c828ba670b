"""Which of several recorded answers is next, where traffic is mirrored."""

from collections import Counter
from itertools import groupby
from statistics import mean

import pytest

from mockforge.app import open_replay
from mockforge.chance import rng
from mockforge.clock import VirtualClock
from mockforge.config import Config
from mockforge.http import Response
from mockforge.learning.patterns.law import Law
from mockforge.recordings.formats import jsonl
from mockforge.sources.mirrored import Given, Run
from mockforge.sources.redis_keeper import RedisState
from mockforge.sources.shared import SharedTurns, adopts
from tests.learning.sequences.traffic import learned, polls, walked
from tests.sources.interleavings import TIMEOUT, interleaving, played, row, scene
from tests.sources.redis_server import redis_server
from tests.worlds import API, exchange, request

WELL = Response(200, (), b"[]", "OK")
LIMITED = Response(429, ((b"Retry-After", b"1"),), b"slow down", "Too Many")


def jobs(lengths):
    """Return what was recorded of jobs, each pending for so many reads."""
    found, now = [], 1000.0
    for number, length in enumerate(lengths):
        url, session = f"{API}/jobs/{number}", f"auth:{number}"
        states = ["pending"] * length + ["done"]
        for turn, state in enumerate(states):
            now += 1.0
            body = b'{"id": %d, "status": "%s", "turn": %d}'
            told = body % (number, state.encode(), turn)
            found.append(exchange(url=url, answer=told, session=session, started=now))
    return found


def limited(tries):
    """Return what was recorded of lists that were refused so often at first."""
    found, now = [], 1000.0
    for number, count in enumerate(tries):
        for response in [*[LIMITED] * count, WELL, WELL]:
            now += 1.0
            found.append(
                exchange(
                    url=f"{API}/lists/{number}",
                    response=response,
                    session=f"auth:{number}",
                    started=now,
                )
            )
    return found


def settings(**drift):
    return Config.model_validate(
        {
            "drift_learning": {"traffic_mirroring": True, "min_samples": 5, **drift},
            "replay": {"errors": "recorded", "latency": "none"},
            "seed": 7,
        }
    )


def kept(tmp_path, exchanges):
    path = tmp_path / "shop.jsonl"
    jsonl.write(exchanges, path, redact_key="11" * 32)
    return path


async def states(engine, url, session, times=40):
    """Return the states that a client reads, and the answers."""
    asked = request(url=url, headers=[("X-MockForge-Session", session)])
    bodies = [(await engine.answer(asked)).response.body for _ in range(times)]
    return ["done" if b"done" in body else "pending" for body in bodies], bodies


LENGTHS = [rng(3, number).choice((1, 2, 2, 3, 6)) for number in range(40)]


async def test_a_thing_is_done_after_as_many_reads_as_was_learned(tmp_path):
    """For new clients of the same recorded thing, each drawn for itself."""
    path, found = kept(tmp_path, jobs(LENGTHS)), []
    async with open_replay(settings(), [path]) as engine:
        for client in range(200):
            told, _ = await states(engine, f"{API}/jobs/3", f"new-{client}", times=9)
            found.append(told.index("done"))

    recorded, given = Counter(LENGTHS), Counter(found)
    assert abs(mean(found) - mean(LENGTHS)) < 0.5
    assert set(given) <= set(recorded)
    apart = [abs(given[n] / 200 - recorded[n] / len(LENGTHS)) for n in recorded]
    assert max(apart) < 0.12


async def test_nothing_goes_back_from_what_is_final(tmp_path):
    async with open_replay(settings(), [kept(tmp_path, jobs(LENGTHS))]) as engine:
        for client in range(20):
            told, _ = await states(engine, f"{API}/jobs/3", f"new-{client}")

            assert [state for state, _ in groupby(told)] == ["pending", "done"]


async def test_every_answer_is_a_recorded_one_in_its_order(tmp_path):
    exchanges = jobs([*LENGTHS, 4])
    async with open_replay(settings(), [kept(tmp_path, exchanges)]) as engine:
        _, bodies = await states(engine, f"{API}/jobs/{len(LENGTHS)}", "new")

    recorded = [each.response.body for each in exchanges[-5:]]
    numbers = [recorded.index(body) for body in bodies]
    assert numbers == sorted(numbers)


async def test_the_same_requests_get_the_same_however_sessions_interleave(tmp_path):
    path = kept(tmp_path, jobs(LENGTHS))
    urls = [f"{API}/jobs/{number}" for number in range(3)]
    clients = [f"new-{number}" for number in range(32)]

    async def asked(engine, order):
        found: dict[tuple[str, str], list[bytes]] = {}
        for client, url in order:
            headers = [("X-MockForge-Session", client)]
            answer = await engine.answer(request(url=url, headers=headers))
            found.setdefault((client, url), []).append(answer.response.body)
        return found

    order = [(client, url) for client in clients for url in urls for _ in range(5)]
    async with open_replay(settings(), [path]) as engine:
        one = await asked(engine, order)
    async with open_replay(settings(), [path]) as engine:
        other = await asked(engine, rng(1).sample(order, len(order)))

    assert one == other


async def test_without_mirroring_it_is_as_recorded(tmp_path):
    exchanges = jobs(LENGTHS)
    path = kept(tmp_path, exchanges)
    for config in (Config(), settings(mode="statistical"), settings(min_samples=500)):
        async with open_replay(config, [path]) as engine:
            told, _ = await states(engine, f"{API}/jobs/3", "new", times=9)

        assert told == ["pending"] * LENGTHS[3] + ["done"] * (9 - LENGTHS[3])


async def test_it_can_be_switched_off_while_it_answers(tmp_path):
    async with open_replay(settings(), [kept(tmp_path, jobs(LENGTHS))]) as engine:
        assert engine.mirroring is not None
        engine.mirroring.enabled = False
        found = [
            (await states(engine, f"{API}/jobs/3", f"n{client}", times=9))[0]
            for client in range(10)
        ]

    assert {told.index("done") for told in found} == {LENGTHS[3]}


@pytest.mark.parametrize("errors", ["recorded", "learned"])
async def test_whoever_is_refused_is_served_after_as_many_tries_as_was_learned(
    tmp_path, errors
):
    """It belongs to the beginning of each list: it is no chance that it is refused."""
    tries = [rng(4, number).choice((1, 1, 1, 4)) for number in range(40)]
    path, found = kept(tmp_path, limited(tries)), []
    config = settings()
    replay = config.replay.model_copy(update={"errors": errors})
    config = config.model_copy(update={"replay": replay})
    async with open_replay(config, [path]) as engine:
        for client in range(100):
            asked = request(
                url=f"{API}/lists/5",
                headers=[("X-MockForge-Session", f"n{client}")],
            )
            got = [(await engine.answer(asked)).response for _ in range(8)]
            statuses = [each.status for each in got]
            found.append(statuses.index(200))
            assert set(statuses[found[-1] :]) == {200}
            assert got[0].header("Retry-After") == "1"

    assert abs(mean(found) - mean(tries)) < 0.5
    assert set(found) == {1, 4}


async def test_what_a_client_names_itself_is_done_as_the_recorded_ones(tmp_path):
    """Each job has an id that its client has minted, and no new one was recorded."""
    chance, found, now = rng(6), [], 1000.0

    def minted():
        digits = f"{chance.getrandbits(128):032x}"
        parts = digits[:8], digits[8:12], f"4{digits[13:16]}", f"a{digits[17:20]}"
        return "-".join((*parts, digits[20:]))

    for number in range(30):
        name = minted()
        states = ["pending"] * LENGTHS[number] + ["done"]
        for method, state in [
            ("PUT", "pending"),
            *(("GET", state) for state in states),
        ]:
            now += 1.0
            told = b'{"id": "%s", "status": "%s"}' % (name.encode(), state.encode())
            body = b'{"kind": "small"}' if method == "PUT" else b""
            url, session = f"{API}/tasks/{name}", f"auth:{number}"
            more = {"answer": told, "session": session, "started": now}
            found.append(exchange(method, url, body, **more))
    reads = []
    async with open_replay(settings(), [kept(tmp_path, found)]) as engine:
        for client in range(60):
            headers, url = (
                [("X-MockForge-Session", f"n{client}")],
                f"{API}/tasks/{minted()}",
            )
            await engine.answer(request("PUT", url, b'{"kind": "small"}', headers))
            bodies = [
                (await engine.answer(request(url=url, headers=headers))).response.body
                for _ in range(9)
            ]
            are_done = [b"done" in body for body in bodies]
            assert are_done == sorted(are_done)
            assert url.rpartition("/")[2].encode() in bodies[0]
            reads.append(are_done.index(True))

    assert abs(mean(reads) - mean(LENGTHS[:30])) < 0.6
    assert len(set(reads)) > 2


async def test_what_a_write_changes_is_not_polled(tmp_path):
    """An order that is paid stays open until it is, however often it is read."""
    found, now = [], 1000.0
    for number in range(20):
        url, session = f"{API}/orders/{number}", f"auth:{number}"
        steps = [("GET", "open"), ("POST", "paid"), ("GET", "paid")]
        for method, state in steps:
            now += 1.0
            told = b'{"status": "%s"}' % state.encode()
            found.append(
                exchange(method, url, answer=told, session=session, started=now)
            )
    async with open_replay(settings(), [kept(tmp_path, found)]) as engine:
        for client in range(5):
            asked = request(
                url=f"{API}/orders/3", headers=[("X-MockForge-Session", f"n{client}")]
            )
            got = [(await engine.answer(asked)).response.body for _ in range(3)]
            assert [b"paid" in body for body in got] == [False, True, True]


ROWS = [row(number, b"k", "s") for number in range(1, 4)]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([Run(ROWS, 0, 3)], [1, 2, 3]),
        ([Run(ROWS[:2], 0, 4)], [1, 2, 2, 2]),
        ([Run(ROWS[:1], 0, 2), Run(ROWS[1:], 1, 2)], [1, 1, 3, 3]),
    ],
)
def test_a_sequence_repeats_the_last_of_a_run(runs, expected):
    given = Given(runs)

    assert [each.id for each in given] == expected
    assert [given[at].id for at in range(-len(given), 0)] == expected
    assert [each.id for each in given[1:]] == expected[1:]
    with pytest.raises(IndexError):
        given[len(expected)]


def stretched(key, rows, session):
    """Give each exchange as often as its client's name says."""
    chance = rng(5, session, key.hex())
    return Given([Run([one], 0, chance.randint(1, 3)) for one in rows])


async def test_all_processes_give_a_session_the_sequence_that_one_would():
    async with redis_server() as port:
        for seed in range(20):
            shelf, after_last, steps = interleaving(seed)
            for pool in shelf.pools():
                pool.course = stretched
            clock, alone = VirtualClock(), VirtualClock()
            state = RedisState(
                f"redis://127.0.0.1:{port}/0",
                f"test-{seed}",
                after_last=after_last,
                timeout=TIMEOUT,
                clock=clock,
            )
            await state.open()
            shared = SharedTurns(
                state.keeper(shelf),
                adopts=adopts(shelf),
                after_last=after_last,
                timeout=TIMEOUT,
                clock=clock,
            )
            got = await played([shared] * 3, shelf, steps, clock)
            await shared.close()
            await state.close()

            here = [scene(shelf, after_last, alone)] * 3
            assert got == await played(here, shelf, steps, alone)


def test_lengths_are_drawn_as_they_were_seen():
    seen = [rng(1, number).choice((1, 2, 2, 7)) for number in range(60)]
    course = learned(walked(*polls(seen))).course("GET /jobs/{id}")
    variants = [(200, "pending"), (200, "done")]
    found = Counter(
        course.course(variants, [3, 1], rng(2, number).random)[0][1]
        for number in range(600)
    )

    assert course.polls(Law())
    assert set(found) == {1, 2, 7}
    for length, count in found.items():
        assert abs(count / 600 - seen.count(length) / 60) < 0.06
