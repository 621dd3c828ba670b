"""The shapes in which learning from traffic is described."""

import pytest

from mockforge.config import load

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


def loaded(folder, text):
    path = folder / "mockforge.yaml"
    path.write_text(text)
    return load(path, environ={}).drift_learning


def test_what_may_be_written_is_known_completely(tmp_path):
    options = loaded(tmp_path, LEARNING)

    assert options.update_interval == 60.0
    assert options.traffic_mirroring
    assert options.endpoint_learning["/api/payments/*"] is False


@pytest.mark.parametrize("interval", ["60", "60s", "1m", "'60'"])
def test_an_interval_is_seconds_or_has_a_unit(tmp_path, interval):
    text = f"drift_learning: {{update_interval: {interval}}}\n"

    assert loaded(tmp_path, text).update_interval == 60.0
