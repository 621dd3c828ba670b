from mockforge.conditions.problems import Problem


def test_a_problem_is_told_with_its_column_and_what_was_meant():
    assert str(Problem(3, "'x' is odd")) == "'x' is odd (column 3)"
    assert str(Problem(3, "'x'", "write y")) == "'x' (column 3); write y"
