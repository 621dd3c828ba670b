"""Little has to be told."""

from mockforge.synthesis import Wanted


def test_nothing_has_to_be_told():
    wanted = Wanted()

    assert (wanted.schema, wanted.base, wanted.count) == (None, None, None)
