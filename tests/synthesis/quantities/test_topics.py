"""What is measured is what is measured in the domain, and has a usual size."""

from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities import topics
from mockforge.synthesis.quantities.choosing import topic
from mockforge.synthesis.quantities.topics import topics_for


def test_every_topic_is_a_quantity():
    for _, names in topics._DOMAINS:
        assert all(topic(words_of(name)) for name in names)


def test_the_path_counts_for_more_than_the_members():
    patients = topics_for(frozenset(("patient",)), frozenset(("server",)))

    assert "heart rate" in patients
    assert "temperature" in topics_for(frozenset(), frozenset())
