import json

import pytest

from mockforge.load.tally import Trouble
from mockforge.simulation.chain import Unlearned
from mockforge.simulation.outcome import Outcome, Setting
from mockforge.simulation.run import Manner, Simulation
from tests.load.servers import NOWHERE
from tests.simulation.worlds import stories_of
from tests.worlds import exchange


def outcome(**setting):
    stories = stories_of([exchange()])
    simulation = Simulation(stories, Unlearned(), NOWHERE, Manner())
    return Outcome(Setting("r.db", "http://localhost", **setting), simulation)


def test_nothing_sent_proves_nothing():
    assert outcome().exit_code == 7
    assert outcome().rate == outcome().share == 0.0


@pytest.mark.parametrize(("failed", "expected"), [(0, 0), (1, 0), (2, 1)])
def test_only_if_every_request_failed_it_failed(failed, expected):
    found = outcome()
    tally = found.simulation.tally
    tally.of("GET /a").errors[Trouble.RESET] += 2
    tally.steps, tally.failed = 2, failed

    assert found.exit_code == expected


def test_everything_is_told_as_json():
    found = outcome(text=str.upper)
    tally = found.simulation.tally
    tally.of("GET /a").statuses[200] += 1
    tally.of("GET /a").latency.add(0.25)
    tally.latency.add(0.25)
    tally.miss("GET /a", "path[0]")
    tally.steps = 1
    found.simulation.seconds = 0.5

    told = json.loads(json.dumps(found.json()))

    assert told["endpoints"] == [
        {
            "endpoint": "GET /A",
            "requests": 1,
            "statuses": {"200": 1},
            "errors": {},
            "other_status": 0,
            "unbound": 1,
            "latency_ms": {"p50": 250.0, "p95": 250.0},
        }
    ]
    assert told["unbound"] == [{"endpoint": "GET /A", "place": "path[0]", "count": 1}]
    assert told["rate_per_s"] == 2.0


@pytest.mark.parametrize(
    ("learned", "said"),
    [
        (0.0, "sessions go as recorded"),
        (0.25, "after 25% of the steps"),
        (1.0, "the next step is drawn from what was learned"),
    ],
)
def test_it_says_what_decides_the_next_step(learned, said):
    assert said in outcome(learned=learned, least=10).setting.order
