"""Schemas of OpenAPI are served as they were meant."""

from __future__ import annotations

import re

import pytest

from mockforge.errors import ConfigError

ENDPOINTS = """
endpoints:
  - path: /payments
    response:
      mode: intelligent
      count: 8
      schema:
        oneOf:
          - $ref: '#/components/schemas/CardPayment'
          - $ref: '#/components/schemas/BankPayment'
        discriminator:
          propertyName: method
          mapping: {card: '#/components/schemas/CardPayment', bank: BankPayment}
        components:
          schemas:
            Payment:
              type: object
              required: [id, method, amount]
              properties:
                id: {type: string, example: pay_3MtwBwLkdIwHu7ix28a3tqPa}
                method: {type: string}
                amount: {type: integer, example: 2000}
                created: {type: string, example: '2024-03-09 14:05:00'}
                secret: {type: string, writeOnly: true}
                metadata: {type: object, additionalProperties: {type: string}}
            CardPayment:
              allOf:
                - $ref: '#/components/schemas/Payment'
                - type: object
                  properties: {last4: {type: string, pattern: '^[0-9]{4}$'}}
            BankPayment:
              allOf:
                - $ref: '#/components/schemas/Payment'
                - type: object
                  properties: {account: {type: string, format: iban}}
"""


def test_payments_are_told_apart_and_look_like_their_examples(asking):
    made = asking(ENDPOINTS).json("/payments")

    assert len(made) == 8
    for one in made:
        assert one["method"] in ("card", "bank")
        assert ("last4" in one) == (one["method"] == "card")
        assert re.fullmatch(r"pay_[A-Za-z0-9]{24}", one["id"])
        assert 300 <= one["amount"] <= 12_000
        assert re.fullmatch(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d", one["created"])
        assert "secret" not in one
        assert re.fullmatch(r"[A-Z]{2}\d{2}\w+", one.get("account", "DE00X"))
    assert len({one["id"] for one in made}) == 8


def test_a_schema_that_leads_elsewhere_is_told(asking):
    text = "endpoints:\n  - path: /a\n    response:\n      mode: intelligent\n" \
        "      schema: {$ref: 'https://schemas.example/order.json'}\n"  # fmt: skip

    with pytest.raises(ConfigError, match="leads out of the schema"):
        asking(text)
