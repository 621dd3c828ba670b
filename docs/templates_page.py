"""The page about templates: what is said of them, and their words as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mockforge.templates import building, running
from mockforge.templates.checks import TESTS
from mockforge.templates.faking import REFUSED
from mockforge.templates.moments import PARTS
from mockforge.templates.words import WORDS


def templates_page(
    made: str,
    table: Callable[[Any], Iterator[str]],
    words: Callable[[str | None], str],
) -> Iterator[str]:
    """Yield the lines of the page about templates."""
    yield from ("# Templates", "", made, "", *TEMPLATES.strip().splitlines(), "")
    yield from ("## Words", "", "Between `{{` and `}}`, and in statements.", "")
    alike: dict[Any, list[str]] = {}
    for name, word in WORDS.items():
        alike.setdefault(word.call, []).append(name)
    yield from table(
        [("word", "as in", "what it is")]
        + [
            (
                ", ".join(f"`{name}`" for name in names),
                f"`{WORDS[names[0]].example}`",
                words(WORDS[names[0]].about),
            )
            for names in alike.values()
        ]
    )
    yield from ("", *FAKED.strip().splitlines(), "")
    yield "Not among them, as they are no JSON or not safe:"
    yield from (", ".join(f"`{name}`" for name in sorted(REFUSED)) + ".", "")
    yield from ("## Times", "", *TIMES.strip().splitlines(), "")
    yield from (", ".join(f"`{name}`" for name in PARTS) + ".", "")
    yield from ("## Filters", "", "`{{ query.name | default('nobody') | upper }}`", "")
    filters: dict[Any, list[str]] = {}
    for name, call in building.FILTERS.items():
        filters.setdefault(call, []).append(name)
    yield from table(
        [("filter", "what it gives")]
        + [
            (", ".join(f"`{name}`" for name in names), words(call.__doc__))
            for call, names in filters.items()
        ]
    )
    yield from ("", "## Tests", "", "`{% if query.page is defined %}`:")
    yield from (", ".join(f"`{name}`" for name in TESTS) + ".", "")
    yield from ("## Limits", "")
    yield from table(
        [
            ("of one rendering", "limit"),
            ("steps: turns of loops, calls, 16 characters each", f"{running.STEPS:,}"),
            ("characters it gives", f"{running.OUTPUT:,}"),
            ("seconds it takes", f"{running.SECONDS:g}"),
            ("depth of what it gives", str(running.DEEPEST)),
        ]
    )
    yield from ("", *LIMITS.strip().splitlines())


TEMPLATES = """
```yaml
endpoints:
  - path: /orders/:id
    response:
      body:
        id: "{{params.id}}"
        number: "{{random_number 50 500}}"
        customer: {name: "{{name}}", email: "{{email}}"}
        placed_at: "{{now - 2 days}}"
        page: "{{ query.page | default(1) | int }}"
        note: "{% if body.gift %}wrapped{% else %}plain{% endif %}"
```

A text that is one `{{...}}` and nothing else keeps the type of its value: `number`
above is a number. Anywhere else the value becomes part of the text: `true` and
`false`, JSON for a list or an object, and nothing at all for null and for what the
request has not. As the whole value that is null.

Everything is filled in once. What a client sends is a value, and braces in it mean
nothing. The same seed and the same requests give the same values.

A word that is not known, or takes other arguments, is an error when the config is
loaded; all of them are told at once, each with its place and the nearest word. What
only a request can make wrong, as a text where a number is added to, is null.

The syntax is that of Jinja2: filters, tests, `if`, `for`, `set` and `with`. Three
things are added. Arguments may stand behind spaces: `{{rand.int 1 6}}` is `{{
rand.int(1, 6) }}`. Spans of time are numbers of seconds: `1h`, `2 days`. Names of
headers may have dashes: `{{headers.x-request-id}}`. There are no macros, no files and
no environment, and a dot leads to the keys of objects alone.

`{% raw %}{{ stays as it is }}{% endraw %}`
"""

FAKED = """
`faker.` and the name of a method of [Faker](https://faker.readthedocs.io/) is what that
makes, with its arguments: `{{faker.company}}`, `{{faker.words 3}}`,
`{{faker.date_between('-30d', 'today')}}`. Each is new, and none is about the person of
`{{name}}`. Dates are those of the clock that everything here has.
"""

TIMES = """
`now` is UTC and is reckoned with: `{{now + 1h}}`, `{{now - 1 month}}`,
`{{ (now + 30m).unix }}`. Units: `ms`, `s`, `m`, `h`, `d`, `w`, `month`, `year`.
`{{ now('yyyy-MM-dd') }}` and `{{ body.born | date('%d.%m.%Y') }}` write a time in a
format: with `%` as in `strftime`, with letters as in Java, or one of these names, which
stand after a dot, too:
"""

LIMITS = """
A text that an operator makes has at most 1,000,000 characters, a range 10,000
integers, and a number 1,024 bits; beyond that it is null. A rendering that goes past
its limits is stopped, and says which template it was.
"""
