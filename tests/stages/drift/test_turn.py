"""Things of one document move each at its own pace."""

from mockforge.stages.drift.compiling import compile_drift
from mockforge.stages.drift.options import DriftOptions


def test_each_thing_of_a_document_takes_the_steps_that_are_due_for_it():
    rules = [{"field": "[*].n", "rate": 1}]
    drift = compile_drift(DriftOptions.model_validate({"rules": rules}), where="here")
    body = [{"id": "a", "n": 0}, {"id": "b", "n": 0}]
    located = drift.located(body, lambda place, rule: (place.items[-1][1], place.inner))
    first, other = located.things
    held = drift.rules[0].strategy.begun(0)
    states = {first: {"count": 5, "values": {".n": ["linear", held, 2, 1, "0"]}}}

    moved = drift.advanced(located, states, now=0, key="k", seed=1, names={})

    assert dict(moved.changes) == {(0, "n"): 4}
    assert [moved.states[each]["count"] for each in (first, other)] == [6, 1]
