"""The shapes in which personas are described, each in full."""

import pytest

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


@pytest.mark.parametrize("text", [PERSONAS], ids=["personas"])
def test_what_may_be_written_is_known_completely(refused_as_not_yet, text):
    assert refused_as_not_yet(text)
