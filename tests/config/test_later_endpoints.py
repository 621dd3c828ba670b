"""The shapes in which endpoints and streams are described, each in full."""

import pytest

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
STREAMS = """
websocket:
  - path: /market-data
    replay:
      mode: generated
      narrative: |
        Ten minutes of a market.
      event_type: market_tick
      strategy: time_based
      duration_secs: 600
      event_rate: 2.0  # a second
      event_schema:
        type: object
        properties:
          symbol: { type: string, enum: [AAPL, MSFT] }
          price: { type: number }
      progressive_evolution: true
  - path: /chat/:room_id
    replay:
      mode: generated
      strategy: count_based
      event_count: 50
      event_rate: 0.5
  - path: /alerts
    replay:
      mode: augmented
      narrative: "Add times"
      events_file: base-events.json
      strategy: conditional_based
      conditions:
        - name: volatility_spike
          expression: price_change > 5%
          action: generate_event
        - name: market_close
          expression: time > 16:00
          action: stop
        - { name: slower, expression: count > 3, action: change_rate }
        - { name: next, expression: count > 9, action: transition_scenario }
  - path: /old
    replay: { mode: static, events_file: recorded-events.json }
"""
RAG = """
rag:
  enabled: true
  provider: openai
  api_key: ${OPENAI_API_KEY}
  model: gpt-4
  max_tokens: 2048
  temperature: 0.7
  embedding_provider: openai
  embedding_model: text-embedding-ada-002
  caching: true
  cache_ttl_secs: 3600
  timeout_secs: 60
  max_retries: 5
"""
LOCAL = """
rag:
  provider: ollama
  model: llama2
  api_endpoint: http://localhost:11434
"""


@pytest.mark.parametrize(
    "text",
    [CUSTOMERS, ORDERS, STREAMS, RAG, LOCAL],
    ids=["customers", "orders", "streams", "rag", "local"],
)
def test_what_may_be_written_is_known_completely(refused_as_not_yet, text):
    assert refused_as_not_yet(text)


@pytest.mark.parametrize(
    "provider",
    ["none", "openai", "anthropic", "ollama", "openai-compatible", "openai_compatible"],
)
def test_a_provider_is_known_in_both_spellings(refused_as_not_yet, provider):
    assert refused_as_not_yet(f"rag: {{provider: {provider}}}\n")


def test_a_wrong_word_deep_inside_is_found(told):
    said = told(ORDERS.replace("strategy: random_walk", "stratgy: random_walk"))

    assert len(said) == 2
    assert "rules[2].stratgy: unknown key; did you mean 'strategy'?" in said[1]
