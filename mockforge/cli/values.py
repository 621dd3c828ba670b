"""`mockforge learn --values`: where each value of the answers comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.cli import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mockforge.learning.bindings import Binding, Bindings

COLUMNS = ("endpoint", "status", "value", "comes from", "seen", "at least")


def show(bindings: Bindings, told: Callable[[str], str]) -> None:
    """Print a line for each place of each answer."""
    rows = [
        (row["endpoint"], row["status"], row["value"], row["from"], seen, least)
        for row in plain(bindings, told)
        for seen in [f"{row['support']} of {row['seen']}"]
        for least in [f"{row['least']:.2f}"]
    ]
    if rows:
        output.data("")
        output.table(COLUMNS, rows)


def plain(bindings: Bindings, told: Callable[[str], str]) -> list[dict[str, object]]:
    """Return the same for JSON.

    Args:
        bindings: What was learned.
        told: Puts stand-ins for secrets.
    """
    return list(_rows(bindings, told))


def _rows(
    bindings: Bindings, told: Callable[[str], str]
) -> Iterator[dict[str, object]]:
    from mockforge.bodies.document import shown

    for (key, status), places in sorted(bindings.places.items()):
        for path, binding in places.items():
            if path == ("body",) and binding.value is None and not binding.origin:
                # There is no body that could be read.
                continue
            yield {
                "endpoint": told(key),
                "status": status,
                "value": told(shown(path)),
                "kind": binding.kind.value,
                "from": told(_words(binding)),
                "support": binding.support,
                "seen": binding.seen,
                "least": binding.confidence,
            }


def _words(binding: Binding) -> str:
    """Return *binding* in words, without a text that is always the same.

    What an answer always holds may be a secret, which its place alone would tell.
    """
    if isinstance(binding.value, str):
        if binding.kind.value == "constant":
            return f"always the same {binding.format or 'text'}"
        binding = replace(binding, value=None)
    return str(binding).rpartition(" (")[0]
