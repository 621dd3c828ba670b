"""Each business has enough to bill."""

from mockforge.synthesis.lexicons.services import SERVICES


def test_each_has_several_lines_and_all_but_the_last_have_signs():
    assert all(len({*one.lines}) >= 5 for one in SERVICES)
    assert all(one.signs for one in SERVICES[:-1])
    assert not SERVICES[-1].signs
