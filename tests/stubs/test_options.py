"""The shapes in which stubs are described, each in full."""

import pytest

from mockforge.config import load
from mockforge.errors import ConfigError

CUSTOMERS = """
rag:
  provider: openai
  api_key: ${OPENAI_API_KEY}
  model: gpt-4
  temperature: 0.7
endpoints:
  - path: /customers
    method: GET
    response:
      mode: intelligent
      prompt: |
        Customers of a shop,
        of all sorts.
      context: "Some buy much"
      schema:
        type: object
        properties:
          id: { type: string }
          tier: { type: string, enum: [bronze, silver, gold] }
        required: [id]
      temperature: 0.8
      cache_enabled: true
      count: 10
      rag_config:
        model: gpt-3.5-turbo
      fallback:
        body: { "error": "nothing to say" }
"""
ORDERS = """
server:
  port: 8080
endpoints:
  - path: /orders/:id
    method: GET
    response:
      mode: hybrid
      prompt: "Add shipping details"
      body:
        id: "{{uuid}}"
        status: "pending"
        total: "{{random_number 50 500}}"
      drift:
        enabled: true
        request_based: true
        interval: 1  # every request
        rules:
          - field: status
            strategy: state_machine
            states: [pending, shipped, delivered, cancelled]
            transitions:
              pending: [[shipped, 0.7], [cancelled, 0.3]]
              shipped:
                - [delivered, 1.0]
              delivered: []
          - field: quantity
            strategy: linear
            rate: -1.0
            min_value: 0
            max_value: 100
          - field: price
            strategy: random_walk
            rate: 0.5
            min_value: 90.0
            max_value: 110.0
          - field: items[0].quantity
            strategy: stepped
          - field: score
            strategy: custom
            expression: value + 1
  - path: /products
    response:
      body: { "id": "{{uuid}}", "name": "{{name}}" }
      drift: { scenario: order_status, interval: 60s }
  - path: /plain
    response: { mode: static, cache_enabled: false, body: text }
"""


def read(tmp_path, text):
    path = tmp_path / "mockforge.yaml"
    path.write_text(text)
    return load(path, environ={"OPENAI_API_KEY": "k"})


def test_what_may_be_written_is_read_completely(tmp_path):
    customers = read(tmp_path, CUSTOMERS).endpoints[0]
    orders, products, plain = read(tmp_path, ORDERS).endpoints

    assert (customers.path, customers.response.count) == ("/customers", 10)
    assert customers.response.rag_config.model == "gpt-3.5-turbo"
    assert customers.response.fallback.body == {"error": "nothing to say"}
    assert [rule.strategy for rule in orders.response.drift.rules] == [
        *("state_machine", "linear", "random_walk", "stepped", "custom")
    ]
    assert products.response.drift.interval == 60.0
    assert plain.response.body == "text"


def test_a_wrong_word_deep_inside_is_found(tmp_path):
    wrong = ORDERS.replace("strategy: random_walk", "stratgy: random_walk")

    with pytest.raises(ConfigError, match=r"stratgy: unknown key; did you mean"):
        read(tmp_path, wrong)
