"""What the path alone gives has the fields of its kind."""

import pytest

from tests.synthesis.asks import ask

KINDS = [
    ("/workplace/incidents", "injury_type action_taken"),
    ("/product/recalls", "hazard instructions"),
    ("/lab/reagents", "cas_number purity_pct"),
    ("/gyms", "monthly_fee facilities"),
    ("/zoos", "species_count ticket_price"),
    ("/roadmap", "quarter votes"),
]


@pytest.mark.parametrize(("path", "fields"), KINDS)
def test_a_path_alone_gives_things_of_the_kind(path, fields):
    for one in ask(path, path, count=3):
        assert {*fields.split()} <= {*one}, one
