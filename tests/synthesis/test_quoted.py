"""What an example says again of those beside it is said again in what is made."""

import pytest

from tests.synthesis.asks import ask, several


def like(**examples):
    members = {
        name: {
            "type": "string" if isinstance(one, str) else
                    "integer" if isinstance(one, int) else "number",
            "example": one,
        }
        for name, one in examples.items()
    }  # fmt: skip
    return {"type": "object", "properties": members, "required": [*members]}


@pytest.mark.parametrize(
    ("examples", "pattern"),
    [
        ({"mag": 5.1, "place": "74 km SSW of Hihifo, Tonga",
          "title": "M 5.1 - 74 km SSW of Hihifo, Tonga"}, "M {mag} - {place}"),
        ({"number": 1347, "link": "https://code.example.com/acme/shop/pull/1347"},
         "https://code.example.com/acme/shop/pull/{number}"),
        ({"lot": "LOT-4410", "label": "Pallet LOT-4410"}, "Pallet {lot}"),
        ({"bed": "B-112", "ward": "Ward Cedar", "place": "Ward Cedar / B-112"},
         "{ward} / {bed}"),
    ],
)  # fmt: skip
def test_it_is_said_again(examples, pattern):
    rows = ask("/entries", "/entries", several(like(**examples)), count=6)

    for row in rows:
        last = [*row.values()][-1]
        assert last == pattern.format(**row)


def test_the_rest_is_made_up():
    examples = {"mag": 5.1, "title": "M 5.1 - 74 km SSW of Hihifo"}
    rows = ask("/quakes", "/quakes", several(like(**examples)), count=8)

    for row in rows:
        assert row["title"].startswith(f"M {row['mag']} - ")
    assert len({row["title"].partition(" - ")[2] for row in rows}) > 4


def test_what_is_given_stays():
    schema = like(number=1347, link="https://code.example.com/pull/1347")

    made = ask("/pulls", "/pulls", schema, method="POST",
               body={"link": "https://code.example.com/x"})  # fmt: skip

    assert made["link"] == "https://code.example.com/x"
