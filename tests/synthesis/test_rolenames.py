"""The names of a role are one row."""

from mockforge.synthesis.rolenames import ROLES


def test_a_role_has_one_row():
    rows = ROLES.replace("\n  ", "").strip().splitlines()
    roles = [row.partition(": ")[0] for row in rows]

    assert len(roles) == len(set(roles))
    assert all(": " in row and row.count(": ") == 1 for row in rows)
