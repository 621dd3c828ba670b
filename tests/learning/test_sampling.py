from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.sampling import Bounds, Sampling, kind_of, rank_of, size_of
from tests.worlds import API, exchange

SMALL = Bounds(
    whole=10, session=20, sessions=60, each=8, kinds=4, spread=40, largest=5_000
)


def several(count, session="s", path="orders", **more):
    return [
        exchange(
            url=f"{API}/{path}/{number}",
            answer=b'{"n": %d}' % number,
            session=session,
            started=float(number),
            id=number,
            **more,
        )
        for number in range(count)
    ]


def chosen(exchanges, bounds=SMALL):
    sampling = Sampling(bounds)
    for one in exchanges:
        sampling.add(one)
    return sampling.chosen()


def test_a_small_recording_is_kept_whole_in_order_of_start():
    exchanges = several(10)

    assert chosen(exchanges[::-1]) == exchanges


def test_of_a_large_one_a_bounded_part_is_kept():
    sampling = Sampling(SMALL)
    for session in range(50):
        for one in several(20, session=str(session)):
            sampling.add(one)

    assert not sampling.is_whole
    assert len(sampling.chosen()) <= SMALL.sessions + SMALL.spread


def test_sessions_are_kept_whole():
    exchanges = [one for name in "abcdefghij" for one in several(15, session=name)]
    found = chosen(exchanges, Bounds(whole=10, sessions=45, each=1, spread=1))
    kept = [one.session for one in found]

    assert sorted(kept.count(name) for name in set(kept))[-3:] == [15, 15, 15]


def test_of_a_long_session_the_beginning_is_kept():
    found = chosen(several(500), Bounds(whole=10, session=20, each=1, spread=1))

    assert {one.id for one in found} >= set(range(20))
    assert len(found) <= 21


def test_seldom_requests_are_kept_beside_frequent_ones():
    rare = exchange("DELETE", f"{API}/accounts", session="z", started=5.0)

    assert rare in chosen([*several(300), rare, *several(300, session="t")])


def test_a_crawl_does_not_push_out_what_is_asked_often():
    words = ["".join(Random(n).choices("abcdefgh", k=9)) for n in range(400)]
    crawl = [
        exchange(url=f"{API}/{word}", session=word, started=1e6 + at)
        for at, word in enumerate(words)
    ]
    found = chosen([*crawl[:200], *several(30, session="z"), *crawl[200:]])

    assert sum(one.request.path.startswith("/orders") for one in found) >= SMALL.each
    assert len(found) <= SMALL.sessions + SMALL.spread


def test_what_is_very_large_is_not_kept():
    huge = exchange(url=f"{API}/dump", answer=b"x" * 9_000, session="z")

    assert huge not in chosen([huge, *several(300)])
    assert size_of(huge) > SMALL.largest


@given(st.randoms(use_true_random=False))
def test_the_order_of_exchanges_decides_nothing(chance):
    exchanges = [
        *(one for name in "abcdef" for one in several(30, session=name)),
        *(one for name in "gh" for one in several(12, session=name, path="users")),
    ]
    shuffled = list(exchanges)
    chance.shuffle(shuffled)

    assert chosen(shuffled) == chosen(exchanges)


def test_the_same_again_has_the_same_rank_whenever_it_was_asked():
    once, again = several(1)[0], several(1, session="t")[0]

    assert rank_of(once) == rank_of(again)
    assert rank_of(once) != rank_of(several(2)[1])


def test_kinds_tell_methods_paths_operations_and_statuses_apart():
    assert kind_of(several(1)[0]) == kind_of(several(2)[1])
    kinds = {
        kind_of(one)
        for one in (
            exchange("GET", f"{API}/orders/1"),
            exchange("GET", f"{API}/orders/1", status=404),
            exchange("GET", f"{API}/users/1"),
            exchange("POST", f"{API}/", b'{"method": "add", "params": []}'),
            exchange("POST", f"{API}/", b"Action=SendMessage&Body=a"),
            exchange("POST", f"{API}/", headers=[("X-Amz-Target", "Queue.Send")]),
            exchange("POST", f"{API}/", response=None),
        )
    }
    assert len(kinds) == 7
