import json

from mockforge.learning.bindings import Bindings, learn_bindings
from tests.learning.talks import Talk


def test_what_nothing_was_learned_of_has_nothing():
    nothing = learn_bindings([])

    assert nothing == Bindings()
    assert nothing.of("GET /a", 200) == {}
    assert nothing.volatile("GET /a") == frozenset()


def test_both_kinds_are_volatile_and_kept_as_json():
    talk = Talk()
    for _ in range(2):
        one = talk.uuid()
        talk.say("POST /a", asked={"key": talk.uuid()}, told={"id": one}, status=201)
        talk.say("GET /a/{id}", f"/a/{one}")

    learned = learn_bindings(talk.samples)

    assert learned.minted_by_client("POST /a") == {("body", "key")}
    assert learned.carried("POST /a") == frozenset()
    assert learned.carried("GET /a/{id}") == learned.volatile("GET /a/{id}")
    assert Bindings.from_json(json.loads(json.dumps(learned.to_json()))) == learned
