"""Codes, times and amounts are written as they are issued, asked of a config."""

import re

import pytest

CONFIG = """
endpoints:
- path: /k8s/pods/{name}
  response:
    mode: intelligent
    schema:
      type: object
      required: [image, restartPolicy, phase, uid, namespace]
      properties:
        image: {type: string}
        restartPolicy: {type: string}
        phase: {type: string}
        uid: {type: string}
        namespace: {type: string}
- path: /v1/charges/{id}
  response:
    mode: intelligent
    schema:
      type: object
      required: [id, object, amount, currency, created, livemode]
      properties:
        id: {type: string}
        object: {type: string}
        amount: {type: integer}
        currency: {type: string}
        created: {type: integer, description: 'Unix time in milliseconds'}
        livemode: {type: boolean}
- path: /suppliers/{id}
  response:
    mode: intelligent
    schema:
      type: object
      required: [vatId, iban, country]
      properties:
        vatId: {type: string}
        iban: {type: string}
        country: {type: string, minLength: 2, maxLength: 2}
"""


@pytest.mark.parametrize("number", range(3))
def test_a_container_is_one(asking, number):
    found = asking(CONFIG).json(f"/k8s/pods/web-{number}")

    assert re.fullmatch(r"[\w./-]+:[\w.-]+", found["image"])
    assert found["restartPolicy"] in ("Always", "OnFailure", "Never")
    assert found["phase"] in ("Running", "Pending", "Succeeded", "Failed")
    assert re.fullmatch(r"[0-9a-f-]{36}", found["uid"])


@pytest.mark.parametrize("number", range(3))
def test_a_charge_is_in_cents(asking, number):
    found = asking(CONFIG).json(f"/v1/charges/ch_{number}")

    assert found["object"] == "charge"
    assert found["amount"] >= 400
    assert re.fullmatch("[a-z]{3}", found["currency"])
    assert len(str(found["created"])) == 13


@pytest.mark.parametrize("number", range(3))
def test_a_supplier_is_of_one_country(asking, number):
    found = asking(CONFIG).json(f"/suppliers/{number}")

    assert re.fullmatch("[A-Z]{2}", found["country"])
    moved = found["iban"][4:] + found["iban"][:4]
    assert int("".join(str(int(mark, 36)) for mark in moved)) % 97 == 1
