from mockforge.load.prepared import Expected, Prepared
from mockforge.load.tally import EXAMPLES, Tally, Trouble


def asked(number=1, statuses=(200,), bodies=()):
    expected = Expected(set(statuses), set(bodies))
    return Prepared(b"", False, expected, number, f"GET /{number}")


def told(*answers):
    tally = Tally()
    for request, status, body in answers:
        tally.answer(request, status, body, seconds=0.5)
    return tally


def test_what_is_as_recorded_is_only_counted():
    tally = told(
        (asked(statuses=(200, 404)), 404, None), (asked(bodies=[b"x"]), 200, b"x")
    )

    assert (tally.answered, tally.differing, tally.verified) == (2, 0, 1)
    assert tally.statuses == {404: 1, 200: 1}
    assert tally.examples == {}


def test_what_differs_is_told_with_the_first_examples():
    tally = told(
        (asked(1), 500, None),
        (asked(2, bodies=[b"x"]), 200, b"y"),
        *[(asked(number), 404, None) for number in range(3, 20)],
    )

    assert (tally.other_status, tally.other_body) == (18, 1)
    assert len(tally.examples) == EXAMPLES
    assert tally.examples[1] == "GET /1: answered 500, recorded 200"
    assert tally.examples[2] == "GET /2: answered 200 with another body"


def test_another_status_is_no_other_body_besides():
    tally = told((asked(bodies=[b"x"]), 500, b"y"))

    assert (tally.other_status, tally.other_body, tally.verified) == (1, 0, 1)


def test_two_together_are_as_one():
    one, other = told((asked(1), 500, None)), told((asked(2), 200, b"z"))
    other.errors[Trouble.RESET] += 2
    other.received = 7

    one.merge(other)

    assert (one.answered, one.failed, one.differing, one.verified) == (2, 2, 2, 1)
    assert one.received == 7
    assert one.statuses == {500: 1, 200: 1}
    assert sorted(one.examples) == [1, 2]
