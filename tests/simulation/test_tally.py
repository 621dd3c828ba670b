from mockforge.load.tally import Trouble
from mockforge.simulation.tally import EXAMPLES, MOST_ENDPOINTS, OTHERS, Tally


def test_what_has_no_answer_is_a_request_too():
    tally = Tally()
    tally.of("GET /a").latency.add(0.1)
    tally.of("GET /a").errors[Trouble.RESET] += 2

    assert tally.requests == 3


def test_memory_does_not_grow_with_endpoints_places_and_examples():
    tally = Tally()
    for number in range(MOST_ENDPOINTS + 50):
        tally.of(f"GET /{number}").differing += 1
        tally.miss(f"GET /{number}", "path[1]")
        tally.example(number, "x")

    assert len(tally.endpoints) == MOST_ENDPOINTS + 1
    assert tally.of(OTHERS).unbound == 50
    assert tally.differing == MOST_ENDPOINTS + 50
    assert len(tally.unbound) == MOST_ENDPOINTS
    assert len(tally.examples) == EXAMPLES
