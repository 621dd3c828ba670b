"""The shapes in which streams are described, each in full."""

from mockforge.config import load

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


def test_what_may_be_written_is_read_completely(tmp_path):
    path = tmp_path / "mockforge.yaml"
    path.write_text(STREAMS)

    market, chat, alerts, old = load(path, environ={}).websocket

    assert market.replay.event_schema["properties"]["price"] == {"type": "number"}
    assert (chat.path, chat.replay.event_count) == ("/chat/:room_id", 50)
    assert [each.action for each in alerts.replay.conditions] == [
        *("generate_event", "stop", "change_rate", "transition_scenario")
    ]
    assert old.replay.events_file == "recorded-events.json"


def test_a_wrong_word_deep_inside_is_found(told):
    (said,) = told(STREAMS.replace("strategy: count_based", "stratgy: count_based"))

    assert "replay.stratgy: unknown key; did you mean 'strategy'?" in said
