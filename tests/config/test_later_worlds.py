"""The shapes in which learning, reality and personas are described, each in full."""

import pytest

LEARNING = """
drift_learning:
  enabled: true
  mode: hybrid  # behavioral, statistical, or hybrid
  sensitivity: 0.2
  decay: 0.05
  min_samples: 10
  update_interval: 60s
  persona_adaptation: true
  traffic_mirroring: true
  endpoint_learning:
    "/api/users/*": true
    "/api/payments/*": false
  persona_learning:
    "premium-customer": true
    "admin": false
"""
REALITY = """
reality_continuum:
  enabled: true
  default_ratio: 0.3
  transition_mode: time_based
  merge_strategy: field_level
  routes:
    - pattern: /api/users/*
      ratio: 0.5
    - { pattern: "GET /orders/{id}", group: orders, enabled: false }
  groups:
    orders: 0.7
  time_schedule:
    start_time: "2025-01-01T00:00:00Z"
    end_time: "2025-02-01T00:00:00Z"
    start_ratio: 0.1
    end_ratio: 0.9
    curve: sigmoid
"""
PERSONAS = """
consistency:
  enabled: true
  persona_graph:
    enabled: true
  personas:
    default_lifecycle_state: "Active"
    lifecycle_states:
      - persona_id: "user:123"
        state: "NewSignup"
      - persona_id: "user:456"
        state: power_user
    reality_aware_generation: true
data:
  personas:
    - id: user:123
      domain: ecommerce
"""


@pytest.mark.parametrize(
    "text", [LEARNING, REALITY, PERSONAS], ids=["learning", "reality", "personas"]
)
def test_what_may_be_written_is_known_completely(refused_as_not_yet, text):
    assert refused_as_not_yet(text)


@pytest.mark.parametrize("interval", ["60", "60s", "1m", "'60'"])
def test_an_interval_is_seconds_or_has_a_unit(refused_as_not_yet, interval):
    assert refused_as_not_yet(f"drift_learning: {{update_interval: {interval}}}\n")


def test_a_ratio_is_a_share(told):
    said = told("reality_continuum: {default_ratio: 1.5}\n")

    assert "reality_continuum.default_ratio: 1.5 must be at most 1" in said[1]
