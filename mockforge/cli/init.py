"""`mockforge init`: a first mockforge.yaml, and its schema for editors."""

from __future__ import annotations

from pathlib import Path

import click

from mockforge.cli import output

SCHEMA = "mockforge.schema.json"


@click.command()
@click.argument("directory", default=".")
@click.option(
    "--upstream", metavar="URL", help="Address of the API to stand in front of."
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
def init(directory: str, upstream: str | None, force: bool) -> None:
    """Write a commented mockforge.yaml, and its schema for editors, into DIRECTORY.

    An editor with a YAML language server reads the schema by the file's first line,
    and then completes keys and underlines wrong ones.
    """
    import json

    from mockforge.config import edit, refused, wrong_in
    from mockforge.config.layers import NAMES
    from mockforge.config.schema import schema
    from mockforge.config.template import template
    from mockforge.errors import MockforgeError

    file, beside = Path(directory) / NAMES[0], Path(directory) / SCHEMA
    if file.exists() and not force:
        raise MockforgeError(
            f"{str(file)!r} is there already",
            next_step="mockforge config set KEY VALUE changes it, --force replaces it",
        )
    text = template(upstream=upstream, schema=f"./{SCHEMA}")
    if problems := wrong_in(text, file, {}):
        raise refused(problems)
    edit.write(beside, json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
    edit.write(file, text)
    output.data(str(file))
    output.say(f"{beside} is its schema, for editors")
    step = "mockforge proxy" if upstream else "mockforge proxy --upstream URL"
    output.say(f"next: {step}")
