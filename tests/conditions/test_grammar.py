import pytest

from mockforge.conditions import find_problems


@pytest.mark.parametrize(
    ("text", "column", "what", "nearest"),
    [
        ("method = 'POST'", 8, "'=' does not fit", "write =="),
        ("method === 'POST'", 10, "'=' does not fit", "write =="),
        ("path startsWith '/x'", 6, "'startsWith' does not fit", "write starts_with"),
        ("path starts_wth '/x'", 6, "does not fit", "did you mean 'starts_with'?"),
        ("path like '/x'", 6, "'like' does not fit", "write matches"),
        ("path ? 1 : 2", 6, "'?' does not fit", "write if(a, b, c)"),
        ("method == 'POST' adn true", 18, "'adn'", "did you mean 'and'?"),
        ("method == 'POST' or or true", 21, "'or' does not fit", None),
        ("method == 'POST' and", 21, "ends too early", "write as in: method == 'POST'"),
        ("", 1, "says nothing", "write as in: method == 'POST'"),
        ("method == 'POST", 11, "the quote ' is never closed", None),
        ("(true", 6, "ends too early", "write as in: method == 'POST'"),
        ("true)", 5, "')' does not fit", None),
        ("{{method}} == 'POST'", 1, "'{{'", "write the name without braces"),
        ("true § false", 6, "'§' does not fit", None),
    ],
)
def test_what_does_not_fit_is_told_with_its_column(text, column, what, nearest):
    (problem,) = find_problems(text, names=None)

    assert (problem.column, problem.nearest) == (column, nearest)
    assert what in problem.what
