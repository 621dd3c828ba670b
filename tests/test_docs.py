"""The documentation says what the program does: its made pages are as they are made."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from mockforge import errors
from mockforge.cli import COMMANDS
from mockforge.config import Config, keys

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


@pytest.mark.parametrize("name", ["config.md", "cli.md", "errors.md"])
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
