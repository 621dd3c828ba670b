"""What a config asks for in a few words is of the right domain."""

import pytest

CONFIG = """
endpoints:
- path: /library/loans
  response: {mode: intelligent, prompt: Books lent by a library, count: 6}
- path: /bank/loans
  response: {mode: intelligent, prompt: Loans of a bank, count: 6}
- path: /kanban/cards
  response: {mode: intelligent, prompt: Cards on a board, count: 6}
- path: /tickets
  response: {mode: intelligent, prompt: Tickets of a cinema, count: 6}
- path: /snorkels
  response:
    mode: intelligent
    prompt: Snorkels with a chakra, number of valves and whether it is foldable
    count: 6
- path: /plants/{id}
  response:
    mode: intelligent
    prompt: A plant
    schema:
      type: object
      required: [commonName, scientificName, light]
      properties:
        commonName: {type: string}
        scientificName: {type: string}
        light: {type: string}
- path: /hotels/{id}/reviews
  response:
    mode: intelligent
    prompt: Reviews of a hotel
    count: 12
    schema:
      type: object
      required: [title, text]
      properties: {title: {type: string}, text: {type: string}}
"""


@pytest.mark.parametrize(
    ("path", "there", "not_there"),
    [
        ("/library/loans", {"book", "borrower", "due_date"}, {"interest_rate"}),
        ("/bank/loans", {"amount", "interest_rate"}, {"book"}),
        ("/kanban/cards", {"title", "column"}, {"last4"}),
        ("/tickets", {"seat", "row"}, {"priority"}),
        ("/snorkels", {"name", "chakra", "valves", "is_foldable"}, {"price"}),
    ],
)
def test_things_have_what_things_of_their_domain_have(asking, path, there, not_there):
    found = asking(CONFIG).json(path)

    assert len(found) == 6
    assert all(there <= {*each} for each in found)
    assert all(not_there.isdisjoint(each) for each in found)
    assert len({str(each.get("name", each["id"])) for each in found}) == 6


def test_names_of_a_plant_belong_together(asking):
    ask = asking(CONFIG)
    latin: dict[str, str] = {}
    for number in range(8):
        found = ask.json(f"/plants/{number}")
        name = found["scientificName"]
        assert latin.setdefault(found["commonName"], name) == name
    assert len(latin) > 3


def test_reviews_are_of_what_is_reviewed_and_differ(asking):
    texts = [each["text"] for each in asking(CONFIG).json("/hotels/3/reviews")]
    words = " ".join(texts).lower()

    assert len({*texts}) == len(texts)
    assert {"room", "breakfast", "bed"} & {*words.replace(".", " ").split()}
    assert "arrived a day early" not in words
