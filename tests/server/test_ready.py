from mockforge.server.ready import Desk


def test_desks_are_told_apart_whatever_lies_on_them():
    one, other = Desk(), Desk()

    assert one != other
    assert len({one, other, one}) == 2
