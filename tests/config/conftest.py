import pytest

from mockforge.config import examine


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A directory of its own, outside of any repository, and no user's settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def examined(nowhere):
    """What a mockforge.yaml with some text, an environment and flags comes to."""

    def examined(text="", *, environ=None, flags=None, given=None):
        (nowhere / "mockforge.yaml").write_text(text, encoding="utf-8")
        return examine(given, environ=environ or {}, flags=flags or {})

    return examined


@pytest.fixture
def told(examined):
    """What is said to be wrong with a mockforge.yaml, a line each."""

    def told(text="", **others):
        return [str(problem) for problem in examined(text, **others).problems]

    return told


@pytest.fixture
def refused_as_not_yet(examined):
    """Whether a text is refused for its blocks alone, each being not yet there."""

    def refused(text):
        found = examined(text)
        said = {problem.what for problem in found.problems}
        return found.config is None and said == {"not yet in this version"}

    return refused
