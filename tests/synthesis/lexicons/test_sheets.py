"""Laws of lexicons that are written on sheets."""

import pytest

from mockforge.synthesis.lexicons import LEXICONS
from mockforge.synthesis.lexicons.sheets import sheet

SHEETS = [one for one in LEXICONS if one.aliases]


def test_a_sheet_is_read_line_by_line():
    found = sheet(
        "library",
        "library books",
        """
# topic: silence | dust
unit: shelf
= library loan | loan
? overdue
: id borrower{name} due_date
> title | author
- Dune | Frank Herbert
- Emma | Jane
  Austen
status: on_loan | returned
name | label: {topic}
=
room: A | B
""",
    )

    assert found.slots == {"topic": ("silence", "dust")}
    assert found.texts == {"unit": ("shelf",), "room": ("A", "B")}
    assert found.aliases == {"library loan": ("loan",)}
    assert found.tables["library loan"].rows[1] == ("Emma", "Jane Austen")
    assert found.kinds["library loan"]["label"] == ("{topic}",)
    assert {"overdue", "borrower", "due", "loan", "library"} <= found.clues[
        "library loan"
    ]
    assert "name" not in found.clues["library loan"]


@pytest.mark.parametrize("lexicon", SHEETS, ids=lambda one: one.name)
def test_rows_are_as_long_as_their_columns_and_nothing_is_empty(lexicon):
    for kind, table in lexicon.tables.items():
        assert {len(row) for row in table.rows} == {len(table.columns)}, kind
        assert len({*table.columns}) == len(table.columns)
    for told in (lexicon.texts, lexicon.slots, *lexicon.kinds.values()):
        assert all(all(values) and values for values in told.values())
    for kind, blueprint in lexicon.blueprints.items():
        assert blueprint.count("{") == blueprint.count("}"), kind
        assert blueprint.count("[") == blueprint.count("]"), kind
