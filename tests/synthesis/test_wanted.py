"""Little has to be told."""

from mockforge.synthesis import Wanted


def test_nothing_has_to_be_told():
    wanted = Wanted()

    assert (wanted.schema, wanted.base, wanted.count) == (None, None, None)


def test_what_a_path_and_words_say_is_all_of_it_or_not():
    one = Wanted(path="/orders", prompt="orders", count=3)

    assert one.plainly == Wanted(path="/orders", prompt="orders", count=3).plainly
    assert one.plainly != Wanted(path="/orders", prompt="orders", count=4).plainly
    for more in (
        Wanted(path="/orders", query={"page": "2"}),
        Wanted(path="/orders/1", params={"id": "1"}),
        Wanted(path="/orders", body={"name": "x"}),
        Wanted(path="/orders", base={"name": "x"}),
        Wanted(path="/orders", samples=[{"name": "x"}]),
    ):
        assert more.plainly is None
