from mockforge.provenance import Provenance, Source, Tier


def test_an_answer_of_our_own_has_no_source():
    assert Provenance(None).exchange_ids == ()
    assert Provenance(None).source is None


def test_words_are_those_of_the_config_and_the_reports():
    assert [source.value for source in Source] == [
        *("upstream", "recorded", "synthetic", "llm", "blend"),
    ]
    assert f"{Tier.EXACT}" == "exact"
