"""What the bytes of an answer depend on beside the exchange."""

from mockforge.http import Request
from mockforge.server.flavours import MOST, Flavours
from mockforge.server.http1 import Asked


def asked(method="GET", authority="h", keep_alive=True):
    return Asked(Request(method, "http", authority, "/"), keep_alive, False)


def test_each_way_has_a_number_of_its_own():
    flavours = Flavours()
    ways = [asked(), asked("HEAD"), asked(authority="i"), asked(keep_alive=False)]

    numbers = [flavours.of(each, 0) for each in ways]

    assert len(set(numbers)) == 4
    assert flavours.of(asked("POST"), 0) == numbers[0]
    assert flavours.of(asked(), 1) not in numbers


def test_there_is_an_end_to_them():
    flavours = Flavours()

    for number in range(MOST):
        assert flavours.of(asked(authority=str(number)), 0) is not None
    assert flavours.of(asked(authority="one more"), 0) is None
