from pathlib import Path

import pytest

from mockforge.config import Config, load


def test_a_block_of_comments_is_an_empty_block(examined):
    config = examined("server:\n  # port: 1\nproxy:\nmatching: ~\n").config

    assert config == Config()


@pytest.mark.parametrize("word", ["on", "yes", "true", "True", "'on'"])
def test_a_switch_takes_the_words_for_on(examined, word):
    assert examined(f"offline: {word}\n").config.offline is True


@pytest.mark.parametrize(
    ("written", "modes"),
    [("regular", ("regular",)), ("[reverse, socks5]", ("reverse", "socks5"))],
)
def test_a_mode_is_one_or_several(examined, written, modes):
    assert examined(f"proxy: {{mode: {written}}}\n").config.proxy.mode == modes


def test_sizes_and_durations_are_written_with_their_units(examined):
    config = examined(
        "recordings: {max_body: 2MB}\nsessions: {timeout: 5m}\nlog: {level: DEBUG}\n"
    ).config

    assert config.recordings.max_body == 2 << 20
    assert config.sessions.timeout == 300.0
    assert config.log.level == "debug"


def test_the_authority_is_kept_among_the_users_data(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert Config().proxy.ca_directory == tmp_path / "mockforge" / "ca"
    given = Config.model_validate({"proxy": {"ca_dir": "/somewhere"}})
    assert given.proxy.ca_directory == Path("/somewhere")


@pytest.mark.parametrize(
    ("told", "errors"),
    [
        ({}, "recorded"),
        ({"replay": {"errors": "Learned"}}, "learned"),
        ({"drift_learning": {"traffic_mirroring": True}}, "learned"),
        (
            {
                "drift_learning": {"traffic_mirroring": True},
                "replay": {"errors": "none"},
            },
            "none",
        ),
    ],
)
def test_failures_are_as_recorded_unless_traffic_is_mirrored(told, errors):
    assert Config.model_validate(told).errors == errors


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
  field_mixing:
    - { path: $.email, source: upstream }
  stickiness: session
  upstream_timeout: 250ms
"""


def test_reality_is_described_in_full(examined):
    config = examined(REALITY).config

    assert config.is_mixed
    assert config.reality_continuum.groups == {"orders": 0.7}
    assert config.reality_continuum.time_schedule.curve == "sigmoid"
    assert config.reality_continuum.upstream_timeout == 0.25


@pytest.mark.parametrize("text", ["", "reality_continuum:\n  # enabled: true\n"])
def test_nothing_is_mixed_unless_something_is_said_of_it(examined, text):
    assert not examined(text).config.is_mixed


def test_what_is_wrong_of_reality_is_told_where_it_stands(told):
    block = "  default_ratio: 3\n  transition_mode: scheduled\n"
    assert told(f"reality_continuum:\n{block}") == [
        "mockforge.yaml:2:18: reality_continuum.default_ratio: 3 must be at most 1"
    ]
    block = "  routes: [{pattern: api/*, ratio: 0.5}]\n"
    assert told(f"reality_continuum:\n{block}") == [
        "mockforge.yaml:2:22: reality_continuum.routes[0].pattern: 'api/*' is not an"
        " endpoint; write 'GET /orders/{id}' or '/orders/*'"
    ]
    block = "  transition_mode: scheduled\n"
    assert told(f"reality_continuum:\n{block}") == [
        "mockforge.yaml:2:3: reality_continuum: transition_mode 'scheduled' needs a"
        " time_schedule"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "mockforge.state.db"),
        ("db: kept.db", "kept.db"),
        ("db: postgresql+psycopg://h/d", "postgresql+psycopg://h/d"),
    ],
)
def test_state_is_kept_beside_the_file_or_where_it_says(tmp_path, text, place):
    path = tmp_path / "mockforge.yaml"
    path.write_text(text)
    config = load(path, environ={}, here=tmp_path)

    assert str(config.state) in (place, str(tmp_path / place))
    assert load(environ={}, here=tmp_path).state == config.state
    assert Config().state is None


def test_the_same_settings_from_elsewhere_are_the_same(tmp_path):
    assert load(environ={}, here=tmp_path) == Config()
