from mockforge.learning.resources.calls import first_seen, with_calls
from tests.learning.resources.told import CALLS, read


def test_what_an_answer_repeats_of_what_was_known_names_the_entity():
    by_key, templates = read(*CALLS)

    (found,) = with_calls([], by_key, templates)

    assert found.id == ("id",)
    assert found.slots["POST /api/user.get"] == ("body", "id")


def test_a_value_is_first_seen_where_it_was_told_or_sent():
    by_key, _ = read(*CALLS)

    found = first_seen(by_key)

    assert (found["ann"], found["u-4711"], found["u-4712"]) == (0, 0, 2)


def test_the_id_of_a_message_names_no_entity():
    def call(number, method, **params):
        asked = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        return asked, 200, {"jsonrpc": "2.0", "id": number, "result": 1}

    lines = [("POST /rpc", *call(n % 2, "ping")) for n in range(6)]

    assert with_calls([], *read(*lines)) == []
