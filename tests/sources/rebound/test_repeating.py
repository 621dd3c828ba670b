"""What is read twice while nothing changes is told alike, if the recording did so."""

from random import Random

from tests.sources.rebound import sides


def made_server(*, is_steady=True):
    """A thing with a stamp: of the last change, or of every reading."""
    rng = Random(5)
    stamp = [rng.randrange(10**9)]

    def answer(asked):
        if asked.method == "PUT" or not is_steady:
            stamp[0] = rng.randrange(10**9)
        if asked.method == "PUT":
            return sides.response(204)
        return sides.response(200, {"stamp": f"s-{stamp[0]:09}-{stamp[0] % 9973:04}"})

    return answer


def readings(call, _):
    for number in range(3):
        call("PUT", "/thing", {"number": number})
        yield "read", call("GET", "/thing").body
        yield "read", call("GET", "/thing").body


def told(server):
    learned = sides.Learned(sides.record(server, readings))
    player = sides.Player(learned)
    found = []
    for number in (7, 8):
        player("PUT", "/thing", {"number": number})
        found.append([player("GET", "/thing").body for _ in range(3)])
    return found


def test_what_did_not_change_is_told_again_byte_by_byte():
    for answers in told(made_server()):
        assert len(set(answers)) == 1


def test_what_is_another_each_time_is_not_told_again():
    learned = sides.Learned(sides.record(made_server(is_steady=False), readings))
    player = sides.Player(learned)
    player("PUT", "/thing", {"number": 7})

    assert player.rebound._repeating._steady == set()
