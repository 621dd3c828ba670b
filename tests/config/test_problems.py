import pytest

from mockforge.config import load
from mockforge.config.problems import told as lines_of
from mockforge.config.values import Place, Problem
from mockforge.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sever: {}", "1:1: sever: unknown key; did you mean 'server'?"),
        ("server: {port: x}", "1:16: server.port: 'x' is not a whole number"),
        ("server: {port: 1.5}", "1:16: server.port: 1.5 is not a whole number"),
        ("server: {port: -1}", "1:16: server.port: -1 must be at least 0"),
        ("server: {port: 70000}", "1:16: server.port: 70000 must be at most 65535"),
        ("server: 3", "1:9: server: 3 is not keys with values"),
        ("server: {port: }", "1:16: server.port: null is not a whole number"),
        ("server: {port: [1]}", "1:16: server.port: what stands here is not a whole"),
        ("offline: maybe", "1:10: offline: 'maybe' is not true or false"),
        ("workspace: 1.10", 'workspace: 1.1 is not a text; write it in quotes: "1.10"'),
        (
            "log: {level: loud}",
            "log.level: 'loud' is none of its values; valid are 'debug'",
        ),
        (
            "log: {format: jsn}",
            "log.format: 'jsn' is none of its values; did you mean 'js",
        ),
        (
            "replay: {on_miss: fial}",
            "replay.on_miss: 'fial' is none of its values; did you",
        ),
        (
            "recall: {embedder: hash}",
            "recall.embedder: 'hash' is none of its values; did you",
        ),
        ("matching: {ignore: x}", "1:20: matching.ignore: 'x' is not a list"),
        ("matching: {ignore: [1, 2]}", "1:21: matching.ignore[0]: 1 is not a text"),
        ("matching: {ignore: [x]}", "1:21: matching.ignore[0]: 'x' "),
        (
            "redact: {patterns: ['a{2}', '(']}",
            "1:29: redact.patterns[1]: '(' is not a re",
        ),
        ("redact: {patterns: ['.*']}", "say what the secret looks like"),
        (
            "recordings: {max_body: big}",
            "max_body: 'big' is not a size; write bytes or",
        ),
        ("proxy: {upstream: 'ftp://x'}", "'ftp://x' is not an http:// or https://"),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_the_right_thing(told, text, said):
    lines = told(text)

    assert any(said in line for line in lines), lines


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file(examined):
    text = "port: 1\nserver:\n  port: x\n  prot: 1\nlog: {level: 3}\nseed: ${NONE}\n"

    said = lines_of(examined(text).problems).splitlines()

    assert [line.split(": ")[0] for line in said] == [
        "mockforge.yaml:1:1",
        "mockforge.yaml:3:9",
        "mockforge.yaml:4:3",
        "mockforge.yaml:5:14",
        "mockforge.yaml:6:7",
    ]


def test_a_missing_key_is_told_where_it_should_stand(told):
    said = told("endpoints:\n  - method: GET\n")

    assert "mockforge.yaml:2:5: endpoints[0].path: the key is missing" in said


def test_a_missing_variable_is_told_once_and_not_as_a_wrong_value(told):
    assert told("server: {port: '${P}'}\n") == [
        "mockforge.yaml:1:16: server.port: the environment has no variable 'P';"
        " set it, or write ${P:-default}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "rag: {api_key: [s3cret]}\n",
        "rag: {api_key: {s3cret: s3cret}}\nserver: {port: x}\n",
        "server: {port: '${S}'}\n",
        "log: {level: '${S}'}\n",
        "workspace: ${S}\noffline: ${S}\n",
        "proxy: {upstream: 'ftp://user:s3cret@host/'}\n",
        "proxy: {upstream: 'ftp://${S}'}\n",
        "proxy: {upstream: '${S}:x'}\n",
        "proxy: {upstream: 'user:s3cret@host:x'}\n",
        "recordings: {max_body: '${S}'}\n",
        "intelligent_behavior: {behavior_model: {max_tokens: '${S}'}}\n",
    ],
)
def test_no_secret_is_in_an_error(examined, text):
    found = examined(text, environ={"S": "s3cret"})

    assert found.config is None
    assert "s3cret" not in lines_of(found.problems).replace("{s3cret", "")


def test_the_error_names_the_next_step_and_ends_with_its_own_code(nowhere):
    (nowhere / "mockforge.yaml").write_text("prot: 1\n")

    with pytest.raises(ConfigError, match="next: mockforge config validate") as caught:
        load(environ={})

    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    ("word", "said"),
    [("rest", "did you mean 'reset'?"), ("x", "valid are 'status', 'reset', 'empty'")],
)
def test_a_word_that_stands_for_a_block_is_corrected(told, word, said):
    (problem,) = told(f"endpoints: [{{path: /a, fault: {word}}}]")

    assert f"{word!r} is none of its values; {said}" in problem


@pytest.mark.parametrize("word", ["null", "true", "false"])
def test_words_of_yaml_are_told_as_they_are_written(told, word):
    (problem,) = told(f"endpoints: [{{path: {word}}}]")

    assert f" {word} is not a text" in problem


def test_the_next_step_names_the_file_that_is_checked(nowhere):
    (nowhere / "my api.yaml").write_text("prot: 1\n")

    with pytest.raises(
        ConfigError, match=r"validate 'my api.yaml', once it is changed"
    ):
        load("my api.yaml", environ={})


def test_the_same_problem_is_told_once():
    problem = Problem(Place("f", 1, 1), ("a",), "wrong")

    assert lines_of([problem, problem]) == "f:1:1: a: wrong"
