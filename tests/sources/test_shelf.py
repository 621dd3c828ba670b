"""Whose turn it is: sequences of recorded answers, per session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.clock import VirtualClock
from mockforge.http import Origin
from mockforge.sources.shelf import Shelf
from mockforge.sources.turns import AfterLast, Consumed
from mockforge.store.indexed import Indexed
from tests.worlds import recording

API = Origin("https", "api.example")
AUTH = Origin("https", "auth.example")


def row(number, key="k", session="s", *, origin=API, target="/x", kind="http"):
    return Indexed(
        id=number,
        key=key.encode(),
        session=session,
        origin=origin,
        method="GET",
        target=target,
        started=float(number),
        failed=False,
        kind=kind,
    )


def shelf(*rows, after_last=AfterLast.LAST):
    return Shelf("shop", recording(name="shop"), rows, after_last=after_last)


def take(shelf, key, session, scope):
    """Return the turn of *session*, or None if nothing has the key."""
    pool = shelf.pool(key, scope)
    return None if pool is None else shelf.turns.take(pool, session)


def ids(shelf, session, *keys, scope=None):
    return [take(shelf, key.encode(), session, scope).row.id for key in keys]


def test_the_same_request_again_gets_the_next_answer_and_then_the_last():
    answers = shelf(row(1), row(2), row(3))

    assert ids(answers, "new", *"kkkkk") == [1, 2, 3, 3, 3]


def test_answers_come_in_order_of_start_whatever_their_numbers():
    late = Indexed(1, b"k", "s", API, "GET", "/x", 9.0, False, "http")
    early = Indexed(2, b"k", "s", API, "GET", "/x", 1.0, False, "http")

    assert ids(shelf(late, early), "new", *"kk") == [2, 1]


def test_a_cycle_begins_again():
    answers = shelf(row(1), row(2), after_last=AfterLast.CYCLE)

    assert ids(answers, "new", *"kkkkk") == [1, 2, 1, 2, 1]


def test_what_is_to_miss_after_the_last_is_consumed():
    answers = shelf(row(1), row(2), after_last=AfterLast.MISS)

    assert ids(answers, "new", *"kk") == [1, 2]
    with pytest.raises(Consumed):
        take(answers, b"k", "new", None)


def test_only_the_last_of_a_sequence_that_stays_is_final():
    answers = shelf(row(1), row(2))
    assert [take(answers, b"k", "new", None).last for _ in range(3)] == [
        False,
        True,
        True,
    ]
    cycling = shelf(row(1), after_last=AfterLast.CYCLE)
    assert take(cycling, b"k", "new", None).last


def test_a_recorded_session_gets_its_own_answers():
    answers = shelf(row(1, session="a"), row(2, session="b"), row(3, session="a"))

    assert ids(answers, "b", *"kk") == [2, 2]
    assert ids(answers, "a", *"kk") == [1, 3]


def test_new_sessions_adopt_recorded_ones_in_turn():
    answers = shelf(
        row(1, session="a"), row(2, session="b"), row(3, session="a"), row(4, "l", "b")
    )

    assert ids(answers, "first", "k") == [1]
    assert ids(answers, "second", "k") == [2]
    assert ids(answers, "first", "k") == [3]
    assert ids(answers, "second", "l") == [4]


def test_a_session_adopts_by_its_first_request_even_if_that_is_unique():
    answers = shelf(
        row(1, "login b", "b"),
        row(2, "k", "a"),
        row(3, "k", "b"),
        row(4, "login a", "a"),
    )

    assert ids(answers, "x", "login b", "k") == [1, 3]
    assert ids(answers, "y", "login a", "k") == [4, 2]


def test_when_all_are_taken_the_earliest_is_lent():
    answers = shelf(row(1, session="a"), row(2, session="b"))

    assert [ids(answers, name, "k") for name in "xyz"] == [[1], [2], [1]]


def test_a_scope_has_its_own_place_in_the_recorded_session():
    answers = shelf(
        row(1, session="addr:1"), row(2, session="auth:1"), row(3, "k", "addr:1")
    )

    assert ids(answers, "named:w1/addr:1", "k") == [1]
    assert ids(answers, "named:w2/addr:1", *"kk") == [1, 3]
    assert ids(answers, "named:w1/auth:1", "k") == [2]
    assert ids(answers, "named:w1/addr:1", "k") == [3]


def test_a_recorded_scope_gets_its_own_answers():
    answers = shelf(
        row(1, session="named:w1/addr:1"), row(2, session="named:w2/addr:1")
    )

    assert ids(answers, "named:w2/addr:1", "k") == [2]
    assert ids(answers, "named:w1/addr:1", "k") == [1]


def test_who_has_a_credential_adopts_one_who_had_one():
    answers = shelf(row(1, session="addr:1"), row(2, session="auth:1"))

    assert ids(answers, "auth:unknown", "k") == [2]
    assert ids(answers, "auth:another", "k") == [2]
    assert ids(answers, "cookie:unknown", "k") == [1]


def test_what_the_adopted_session_lacks_comes_from_all():
    answers = shelf(row(1, "k", "a"), row(2, "l", "b"), row(3, "l", "c"))

    assert ids(answers, "x", "k", "l", "l") == [1, 2, 3]


def test_two_sessions_never_move_each_other():
    answers = shelf(row(1), row(2), row(3))

    assert ids(answers, "x", "k") == [1]
    assert ids(answers, "y", "k") == [1]
    assert ids(answers, "x", "k") == [2]


@given(
    st.text("kl", max_size=20),
    st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("kl")), max_size=60),
    st.sampled_from([AfterLast.LAST, AfterLast.CYCLE]),
)
def test_a_session_gets_the_same_however_others_interleave(recorded, asked, after_last):
    rows = [row(number, key) for number, key in enumerate(recorded)]
    together = shelf(*rows, after_last=after_last)
    alone = {name: shelf(*rows, after_last=after_last) for name in "xyz"}

    for name, key in asked:
        mixed = take(together, key.encode(), name, None)

        assert mixed == take(alone[name], key.encode(), name, None)


def test_an_origin_in_scope_excludes_the_others():
    answers = shelf(row(1), row(2, origin=AUTH))

    assert ids(answers, "x", *"kk", scope=AUTH) == [2, 2]
    assert take(answers, b"k", "x", Origin("https", "other.example")) is None
    assert answers.holds(b"k", API)


def test_nothing_has_the_key():
    assert take(shelf(row(1)), b"other", "x", None) is None


def test_conversations_are_kept_apart_and_answer_nothing():
    answers = shelf(row(1, kind="websocket"))

    assert take(answers, b"k", "x", None) is None
    assert [each.id for each in answers.sockets] == [1]


def test_the_position_is_where_the_session_is_in_the_recording():
    answers = shelf(row(1), row(2))
    assert answers.position("x") == 0.0

    ids(answers, "x", *"kk")

    assert answers.position("x") == 2.0


def test_a_session_not_heard_of_for_long_begins_again_and_lets_go():
    clock = VirtualClock()
    rows = [row(1), row(2)]
    answers = Shelf("shop", recording(name="shop"), rows, timeout=60.0, clock=clock)
    assert ids(answers, "a", "k") == [1]
    clock.advance(60)
    assert ids(answers, "a", "k") == [2]

    clock.advance(61)

    assert ids(answers, "a", "k") == [1]
