import pytest

from mockforge import errors
from mockforge.errors import ConfigError, MockforgeError


def test_a_problem_tells_what_where_the_nearest_and_the_next_step():
    problem = ConfigError(
        "unknown key 'reallity'",
        where="mockforge.yaml:3:1",
        nearest="did you mean 'reality'?",
        next_step="mockforge config validate",
    )

    assert str(problem) == (
        "unknown key 'reallity' (mockforge.yaml:3:1); did you mean 'reality'?\n"
        "  next: mockforge config validate"
    )


def test_parts_that_are_not_there_leave_no_trace():
    assert str(MockforgeError("it is wrong")) == "it is wrong"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("MockforgeError", 1), ("ConfigError", 3), ("RecordingError", 4)),
        *(("Miss", 1), ("UpstreamError", 5), ("ListenError", 6)),
        ("NothingVerified", 7),
    ],
)
def test_each_error_ends_the_program_in_its_own_code(name, code):
    assert getattr(errors, name).exit_code == code


def test_the_tree_in_the_docstring_is_the_tree():
    written = [
        line.split()[1]
        for line in (errors.__doc__ or "").splitlines()
        if line.strip().startswith(("*", "x ", "+ "))
    ]
    defined = [
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, MockforgeError)
    ]

    assert sorted(written) == sorted(defined)
