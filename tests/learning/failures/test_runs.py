from mockforge.learning.failures.runs import Run, Suspicion


def run(occasions, outcome="503", *, closed=False):
    return Run(outcome, "s", 0, occasions=occasions, count=occasions, closed=closed)


def suspicion(*runs, failed=20, seen=1000):
    made = Suspicion()
    still = []
    for one in runs:
        if one.closed:
            made.end(one)
        else:
            still.append(one)
    made.weigh(still, failed, seen)
    return made


def test_what_fails_twice_where_little_fails_is_caused():
    twice = run(2)

    assert suspicion(twice).is_caused(twice)


def test_once_is_enough_only_where_nearly_all_that_fail_so_cause_it():
    once, other = run(1), run(1, "500")
    caused = [run(9) for _ in range(20)]

    assert not suspicion(once, *caused[:3]).is_caused(once)
    assert suspicion(once, *caused).is_caused(once)
    assert not suspicion(other, *caused).is_caused(other)


def test_what_fails_twice_where_much_fails_is_not():
    twice = run(2)

    assert not suspicion(twice, failed=400).is_caused(twice)


def test_what_was_well_afterwards_was_met_by_chance():
    over = run(2, closed=True)

    assert not suspicion(over).is_caused(over)


def test_what_failed_for_long_was_caused_although_it_was_mended():
    over = run(15, closed=True)

    assert suspicion(over).is_caused(over)


def test_many_that_are_well_again_make_the_next_less_suspect():
    mended = [run(occasions, closed=True) for occasions in (1, 2, 1, 3, 2, 1, 2) * 6]
    next_one = run(2)

    alone = suspicion(next_one, failed=150).likely("503", 2, is_closed=False)
    among = suspicion(next_one, *mended, failed=150)

    assert among.likely("503", 2, is_closed=False) < alone


def test_json_holds_all_of_it():
    one = run(3)
    made = suspicion(run(2, closed=True), run(2, closed=True))

    assert Suspicion.from_json(made.to_json()).closed == made.closed
    assert Run.from_json(one.to_json()).to_json() == one.to_json()
