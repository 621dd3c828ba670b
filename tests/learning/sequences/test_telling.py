"""Sequences as they are told: flows, a diagram, rows of a table."""

from mockforge.learning.sequences import Step
from tests.learning.sequences.traffic import LAW, learned, polls, walked

BUY = ["GET /items", "GET /items/{id}", "POST /orders"]
LOOK = ["GET /items", "GET /items/{id}"]


def test_the_commonest_path_comes_first():
    flows = learned(walked(*[BUY] * 9, *[LOOK] * 3)).flows(LAW)

    assert [step.endpoint for step in flows[0][0]] == BUY
    assert [step.endpoint for step in flows[1][0]] == LOOK
    assert 0.6 < flows[0][1] < 0.9
    assert sum(share for _, share in flows) <= 1.0


def test_a_session_that_goes_round_has_a_path_all_the_same():
    flows = learned(walked(*[["GET /a", "GET /b"] * 40] * 2)).flows(LAW)

    assert flows[0][0][:3] == tuple(Step(f"GET /{name}", 200) for name in "aba")


def test_the_diagram_has_each_step_and_what_follows_it():
    text = learned(walked(*[BUY] * 6, *[LOOK] * 6)).diagram(LAW)

    lines = text.splitlines()
    assert lines[0] == "stateDiagram-v2"
    names = {
        line.split(" as ")[0].split('"')[1]: line.split(" as ")[1]
        for line in lines
        if " as " in line
    }
    first, second = names["GET /items 200"], names["GET /items/{id} 200"]
    assert f"    [*] --> {first}: 100 %" in lines
    assert f"    {first} --> {second}: 100 %" in lines
    assert f"    {second} --> [*]: 50 %" in lines


def test_no_label_ends_before_its_end():
    text = learned(walked(*[['GET /a"b#c']] * 12)).diagram(LAW)

    assert "state \"GET /a'b" in text
    assert "#" not in text


def test_rows_say_how_often_a_thing_is_asked_for():
    rows = list(learned(walked(*polls([3] * 12))).shown(LAW))

    whole, course = rows
    assert whole.subject.endpoint == "*"
    assert whole.told.startswith("4 steps; POST /jobs 202 pending → GET /jobs/{id}")
    assert course.subject.endpoint == "GET /jobs/{id}"
    assert course.told == "pending 3.0 times → done"
    assert course.plot == (0.0, 0.0, 1.0)
    assert course.samples == 12
    assert course.detail["polled"] is True


def test_rows_say_how_often_one_tries_again():
    sessions = [
        [("GET /feed", 429, None, str(n)), ("GET /feed", 200, None, str(n))]
        for n in range(12)
    ]
    (_, row) = learned(walked(*sessions)).shown(LAW)

    assert row.told == "429 once, then well"
    (retry,) = row.detail["retries"]
    assert retry["tries"] == 1.0
