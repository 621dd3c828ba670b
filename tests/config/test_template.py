import re

from mockforge.config import Config, load
from mockforge.config.template import template


def test_a_first_file_changes_nothing(nowhere):
    (nowhere / "mockforge.yaml").write_text(template(schema="./s.json"))

    assert load(environ={}) == Config()


def test_what_is_given_is_no_comment(nowhere):
    (nowhere / "mockforge.yaml").write_text(
        template(upstream="https://api.example.com")
    )

    assert load(environ={}).proxy.upstream == "https://api.example.com"


def test_every_setting_can_be_taken_out_of_its_comment(nowhere):
    """The comments hold the defaults, spelled as the file takes them."""
    text = re.sub(r"^( *)# (\w+: .*)$", r"\1\2", template(), flags=re.MULTILINE)
    assert "\n  port: 8080\n" in text
    (nowhere / "mockforge.yaml").write_text(text)

    assert load(environ={}) == Config()


def test_editors_are_told_where_the_schema_is():
    first = template(schema="./s.json").splitlines()[0]

    assert first == "# yaml-language-server: $schema=./s.json"
    assert all(len(line) <= 88 for line in template().splitlines())
