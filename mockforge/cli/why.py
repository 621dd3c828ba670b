"""`mockforge why`: where an answer that was given came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from collections.abc import Iterator

Account = dict[str, Any]


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--url",
    metavar="URL",
    help="Where it was answered; default: server.host and server.port.",
)
@options.as_json
@options.config
def why(*, name: str, url: str | None, as_json: bool) -> None:
    """Explain an answer: its sources, how they were chosen, and whose each field is.

    ID is what X-MockForge-Source ends with; its whole line will do too. The last
    thousand answers can be explained.
    """
    from urllib.parse import quote

    from mockforge.cli import control

    found = id_in(name)
    route = f"provenance/{quote(found, safe='')}"
    account = control.shown(options.configuration(), url, route)
    if as_json:
        output.as_json(account)
        return
    output.data(headline(account))
    output.data("")
    output.table(("what", "value"), rows(account))
    if account.get("fields"):
        output.data("")
        output.table(("field", "from"), fields(account))
    for title in ("bindings", "why"):
        if account.get(title):
            output.data("")
            output.data(click.style(title.upper(), bold=True))
            for sentence in account[title]:
                output.data(f"  {sentence}")


def id_in(text: str) -> str:
    """Return the id in *text*: all of it, or what follows `id=` in a header line.

    >>> id_in("X-MockForge-Source: recorded; tier=exact; exchange=3; id=r0-3")
    'r0-3'

    Raises:
        UsageError: If there is none.
    """
    import re

    words = re.findall(r"(?:^|[;\s])id=([^\s;]+)", text)
    found = words[-1] if words else text.strip()
    if not re.fullmatch(r"[A-Za-z0-9._-]+", found):
        raise click.UsageError(
            f"{text!r} holds no id; it stands behind id= in X-MockForge-Source"
        )
    return str(found)


def headline(account: Account) -> str:
    """Return in a line what was answered, to what, and from where."""
    asked = account.get("request") or {}
    request = f"{asked.get('method', '')} {asked.get('url', '')}".strip()
    status = account.get("status")
    answer = f"{status} for {request}" if status else request
    return f"{answer}: {_source(account)}" if answer else _source(account)


def rows(account: Account) -> Iterator[tuple[str, str]]:
    """Yield what is known of an answer, a name and a value each."""
    yield from _weighed(account)
    if account.get("tier"):
        yield "tier", account["tier"]
    if account.get("exchanges"):
        numbers = ", ".join(map(str, account["exchanges"]))
        yield "exchanges", f"{numbers} of {account.get('recording')}"
    if drifted := account.get("drifted"):
        yield "drifted", ", ".join(drifted)
    if account.get("score") is not None:
        yield "fits", f"{account['score']:.2f}"
    session = (account.get("request") or {}).get("session")
    if session:
        yield "session", session
    yield "seed", str(account.get("seed"))
    yield "id", str(account.get("id"))


def _weighed(account: Account) -> Iterator[tuple[str, str]]:
    if account.get("ratio") is not None:
        origin = account.get("ratio_origin")
        by = f", by {origin}" if origin else ""
        yield "ratio", f"{account['ratio']:g}{by}"
    if weights := account.get("weights"):
        shares = (f"{name} {share:.0%}" for name, share in weights.items())
        yield "weights", ", ".join(shares)
    for candidate in account.get("candidates") or ():
        status = candidate["status"]
        said = "no answer" if status is None else str(status)
        yield "candidate", f"{candidate['source']}: {said}"


def fields(account: Account) -> Iterator[tuple[str, str]]:
    """Yield each field of a blend with the sources of its value."""
    for place, sources in account["fields"].items():
        yield place, " and ".join(sources)


def _source(account: Account) -> str:
    source = account.get("source")
    if source is None:
        return "mockforge itself, and nobody else"
    if account.get("of"):
        return f"a blend of {' and '.join(account['of'])}"
    words = {
        "upstream": "from the upstream",
        "recorded": "from what was recorded",
        "synthetic": "made up",
    }
    return words.get(source, str(source))
