import pytest

from mockforge.recall.sorts import NAMING, Sort, sort_of


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("", Sort.BLANK),
        ("42", Sort.NUMBER),
        ("-1.5", Sort.NUMBER),
        ("3f2504e0-4f89-41d3-9a0c-0305e82c3301", Sort.UUID),
        ("2026-11-21T10:00:00Z", Sort.TIME),
        ("deadbeef01", Sort.HEX),
        ("https://a.example/x", Sort.ADDRESS),
        ("ada@example.com", Sort.ADDRESS),
        ("10.0.0.1", Sort.ADDRESS),
        ("failed", Sort.WORD),
        ("v1", Sort.WORD),
        ("oauth2", Sort.WORD),
        ("text-embedding-3-small", Sort.WORD),
        ("ord_8f3Kz01Qx", Sort.TOKEN),
        ("how do I return shoes", Sort.PROSE),
        ("x" * 100, Sort.TOKEN),
    ],
)
def test_a_value_is_told_by_its_looks(text, sort):
    assert sort_of(text) is sort


def test_what_names_is_not_what_chooses():
    assert Sort.WORD not in NAMING
    assert Sort.PROSE not in NAMING
