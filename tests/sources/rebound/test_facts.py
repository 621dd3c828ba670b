"""Facts: one part of rebound answers, by itself."""

from mockforge.sources.rebound.facts import bytes_in, credential_of, raw_facts


def test_a_body_is_known_by_its_digests_and_length():
    found = {fact.place[1]: fact.value for fact in raw_facts(b"abc")}

    assert found["md5"] == "900150983cd24fb0d6963f7d28e17f72"
    assert found["length"] == 3
    assert found["last"] == 2


def test_a_credential_is_the_same_without_the_name_of_its_scheme():
    assert credential_of("Bearer abc") == "abc"
    assert credential_of("abc") == "abc"


def test_short_texts_hold_no_bytes():
    assert bytes_in("QUJD") is None
    assert bytes_in("QUJD" * 20) == b"ABC" * 20
