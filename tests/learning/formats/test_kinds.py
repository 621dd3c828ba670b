from mockforge.learning.formats import Format, is_minted, is_time


def test_what_people_choose_is_not_minted():
    assert not any(
        map(is_minted, [None, Format.SLUG, Format.COUNTER, Format.EMAIL, Format.DATE])
    )


def test_what_chance_or_the_time_makes_is_minted():
    assert all(
        map(is_minted, [Format.UUID4, Format.ULID, Format.EPOCH, Format.PREFIXED])
    )


def test_an_identifier_that_holds_a_time_is_no_time():
    assert is_time(Format.RFC3339)
    assert not is_time(Format.UUID7)
