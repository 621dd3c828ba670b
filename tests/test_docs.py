"""The documentation says what the program does: its made pages are as they are made."""

import importlib.util
import json
import re
import shlex
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from mockforge import errors
from mockforge.cli import COMMANDS, run
from mockforge.config import Config, keys
from mockforge.recordings.formats import jsonl
from tests.cli.test_replay import get, replaying
from tests.turned import turned
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def build():
    spec: Any = importlib.util.spec_from_file_location(
        "build", ROOT / "docs" / "build.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["config.md", "cli.md", "errors.md", "templates.md"])
def test_a_made_page_is_as_it_would_be_made_now(build, name):
    """Else: python docs/build.py."""
    made = "\n".join(build.PAGES[name]()) + "\n"

    assert (REFERENCE / name).read_text(encoding="utf-8") == made


def test_a_stale_page_is_told_and_made_anew(build, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(build, "REFERENCE", tmp_path / "reference")
    monkeypatch.setattr(build, "ROOT", tmp_path)

    assert build.main(["--check"]) == 1
    assert "next: python docs/build.py" in capsys.readouterr().out
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0

    page = tmp_path / "reference" / "errors.md"
    page.write_text(page.read_text().replace("`7`", "`8`"))
    assert build.main(["--check"]) == 1
    assert "-| `8` |" in capsys.readouterr().out


def test_every_setting_is_on_the_page(build):
    text = "\n".join(build.config_page())

    for name, field in keys.names(Config).items():
        block = keys.block_of(field)
        assert (f"## {name}" if block else f"| `{name}` |") in text
        for key in keys.names(block) if block else ():
            assert f"| `{key}" in text, f"{name}.{key}"
    for name in keys.later().model_fields:
        assert f"| `{name}` |" in text


def test_every_command_and_option_is_on_the_page(build):
    text = "\n".join(build.cli_page())

    for name in COMMANDS:
        assert f"\n## mockforge {name}\n" in text
    assert "`--ready-file FILE`" in text


def test_every_error_is_on_the_page(build):
    text = "\n".join(build.errors_page())

    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, errors.MockforgeError):
            assert f"`{name}`" in text
            assert f"| `{value.exit_code}` |" in text


def test_nothing_of_this_machine_is_on_a_page(build):
    for page in build.PAGES.values():
        text = "\n".join(page())
        assert str(ROOT) not in text
        assert str(Path.home()) not in text
        assert sys.prefix not in text


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A directory with one recording, and nobody's settings."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    here = tmp_path / "here"
    (here / "recordings").mkdir(parents=True)
    monkeypatch.chdir(here)
    made = [
        exchange(
            url=f"{API}{path}",
            session=f"s{number % 3}",
            started=1_700_000_000.0 + number,
            first_byte=0.001,
            elapsed=0.002,
            headers=(("X-Persona", "gold"),),
        )
        for number in range(40)
        for path in ("/orders", f"/orders/{number % 9 + 1}")
    ]
    jsonl.write(made, here / "api.jsonl")
    assert run(["recordings", "import", "api.jsonl", "-o", "recordings/api.db"]) == 0
    (here / "api.jsonl").unlink()
    return here


def commands(text):
    """Return the lines of the examples for a shell."""
    blocks = re.findall(r"^```bash\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_the_examples_of_drift_learning_run(elsewhere):
    """The page's replay answers in the background while the rest is gone through."""
    text = (REFERENCE / "drift-learning.md").read_text(encoding="utf-8")
    lines = commands(text)
    served = [line for line in lines if line.startswith("mockforge replay ")]
    words = shlex.split(served[0].partition(" --port ")[0])[2:]
    (settings,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (elsewhere / "page.yaml").write_text(settings)

    with replaying(*words, cwd=elsewhere) as (url, _):
        assert get(f"{url}/orders")[0] == 200
        for line in lines:
            words = shlex.split(line.replace("http://127.0.0.1:8080", url))
            if words[0] == "curl":
                data = b"" if "-X" in words else None
                with urllib.request.urlopen(words[-1], data=data) as answer:
                    assert json.load(answer)["success"], line
            elif line not in served:
                assert run(words[1:]) == 0, line
    assert len(served) == 1
    assert run(["config", "validate", "page.yaml"]) == 0


def test_the_examples_of_reality_run(elsewhere):
    """In place of the page's proxy, which takes seconds to begin, a server answers."""
    text = (REFERENCE / "reality.md").read_text(encoding="utf-8")
    lines = commands(text)
    served = [line for line in lines if line.startswith("mockforge proxy ")]
    (settings,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (elsewhere / "page.yaml").write_text(settings)

    with turned(default_ratio=0.5) as (url, _):
        port = url.rpartition(":")[2]
        (elsewhere / "mockforge.yaml").write_text(f"server: {{port: {port}}}\n")
        assert get(f"{url}/orders")[0] == 404
        for line in lines:
            words = shlex.split(line.replace("http://127.0.0.1:8080", url))
            if words[0] == "curl":
                assert curl(words)["success"], line
            elif line not in served:
                assert run(words[1:]) == 0, line
    assert len(served) == 1
    assert run(["config", "validate", "page.yaml"]) == 0


def curl(words):
    """Do as `curl` would with -X and -d; return the JSON that it would write."""
    given = dict(zip(words[1:-1:2], words[2:-1:2], strict=True))
    data = given.get("-d", "" if "-X" in given else None)
    asked = urllib.request.Request(
        words[-1], None if data is None else data.encode(), method=given.get("-X")
    )
    with urllib.request.urlopen(asked) as answer:
        return json.load(answer)
