"""Documents that the server merges come out of what was written, entry by entry."""

from tests.sources.rebound import sides
from tests.sources.rebound.documents import document_server, documents


def test_documents_are_merged_as_the_server_does():
    tally = sides.compare(document_server, documents, range(1, 7))
    print(tally)
    print(sides.shown(tally))

    assert tally.statuses >= 0.95
    assert tally.values >= 0.95
