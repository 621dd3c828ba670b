import io
import json
import logging

import pytest

from mockforge.logs import configure, hide


@pytest.fixture(autouse=True)
def restored():
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def logged():
    """What is written when something is logged under some settings."""

    def logged(say, **settings):
        stream = io.StringIO()
        configure(stream=stream, **settings)
        say(logging.getLogger("mockforge.x"))
        return stream.getvalue()

    return logged


def test_a_record_is_a_line_of_text(logged):
    text = logged(lambda log: log.info("stored %d", 3))

    assert text.startswith("I ")
    assert text.endswith(" mockforge.x: stored 3\n")


def test_a_record_is_a_line_of_json(logged):
    text = logged(lambda log: log.warning("stored %d", 3), form="json")

    entry = json.loads(text)
    assert entry.pop("time").endswith("+00:00")
    assert entry == {"level": "warning", "logger": "mockforge.x", "message": "stored 3"}


def test_what_is_below_the_level_is_left_out(logged):
    assert logged(lambda log: log.info("x"), level="warning") == ""


def test_libraries_are_heard_only_when_debugging(logged):
    def say(log):
        logging.getLogger("sqlalchemy.engine").info("SELECT")

    assert logged(say) == ""
    assert "SELECT" in logged(say, level="debug")


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_are_masked_in_traceback_too(logged, form):
    def say(log):
        try:
            raise ValueError("s3cret")
        except ValueError:
            log.exception("with %s", "s3cret")

    text = logged(say, form=form, mask=lambda text: text.replace("s3cret", "***"))

    assert "ValueError: ***" in text
    assert "s3cret" not in text


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_hidden_is_in_no_line_whatever_the_mask(logged, form):
    hide(["s3cret"])
    try:
        text = logged(lambda log: log.info("with s3cret"), form=form)
    finally:
        hide([])

    assert "with ***" in text
    assert "s3cret" not in text
