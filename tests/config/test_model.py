from pathlib import Path

import pytest

from mockforge.config import Config


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
