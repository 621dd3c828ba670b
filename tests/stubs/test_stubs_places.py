"""Places, people and the same things again, asked of a config."""

CONFIG = """
endpoints:
- path: /clinics
  response:
    mode: intelligent
    count: 4
    prompt: clinics in Graz
    schema: &clinic
      type: object
      required: [id, name, address, city, country, phone, currency]
      properties:
        id: {type: integer}
        name: {type: string}
        address: {type: string}
        city: {type: string}
        country: {type: string}
        phone: {type: string}
        currency: {type: string}
- path: /clinics/{id}
  response:
    mode: intelligent
    prompt: a clinic in Graz
    schema: *clinic
- path: /chats/{id}/messages
  response:
    mode: intelligent
    count: 8
    schema:
      type: object
      required: [sender, recipient, text]
      properties:
        sender: {type: string}
        recipient: {type: string}
        text: {type: string}
"""


def test_a_prompt_places_all_of_a_thing(asking):
    for row in asking(CONFIG).json("/clinics"):
        assert (row["city"], row["country"]) == ("Graz", "Austria")
        assert row["address"].endswith("Graz")
        assert row["phone"].startswith("+43")
        assert row["currency"] == "EUR"


def test_what_is_listed_is_there_alone(asking):
    served = asking(CONFIG)

    for row in served.json("/clinics"):
        assert served.json(f"/clinics/{row['id']}") == row


def test_two_talk(asking):
    rows = asking(CONFIG).json("/chats/7/messages")

    assert len({row[name] for row in rows for name in ("sender", "recipient")}) == 2
