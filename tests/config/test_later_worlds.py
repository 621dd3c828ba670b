"""The shapes in which reality and personas are described, each in full."""

import pytest

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


@pytest.mark.parametrize("text", [REALITY, PERSONAS], ids=["reality", "personas"])
def test_what_may_be_written_is_known_completely(refused_as_not_yet, text):
    assert refused_as_not_yet(text)
