"""The notations of software can be read."""

from mockforge.synthesis.notations import ROWS


def test_every_row_has_names_and_forms():
    for line in ROWS.replace("\n  ", " ").splitlines():
        names, forms, *rest = line.split(" | ")

        assert all(name.strip() for name in names.split(","))
        assert all(form.strip() for form in forms.split(" / "))
        assert len(rest) < 2
