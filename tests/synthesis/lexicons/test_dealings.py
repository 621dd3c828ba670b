"""What the path alone gives has the fields of its kind."""

import pytest

from tests.synthesis.asks import ask

KINDS = [
    ("/webhooks/12/deliveries", "event attempt status_code"),
    ("/newsletters/4/deliveries", "subject opened"),
    ("/parcels/4/deliveries", "tracking_number carrier"),
    ("/surveys/9/results", "answers score"),
    ("/polls/3/results", "option votes"),
    ("/projects/7/milestones", "progress_pct due_date"),
    ("/purchase-orders", "po_number supplier items"),
    ("/crm/accounts", "industry website"),
    ("/social/accounts", "username"),
    ("/bank/accounts", "balance account_number"),
    ("/chess/tournaments/2/players", "rating"),
    ("/tennis/players", "plays titles"),
    ("/esports/teams/2/players", "gamertag"),
    ("/football/teams/3/players", "goals jersey_number"),
    ("/gift-cards", "balance code"),
]


@pytest.mark.parametrize(("path", "fields"), KINDS)
def test_a_path_alone_gives_things_of_the_kind(path, fields):
    for one in ask(path, path, count=3):
        assert {*fields.split()} <= {*one}, one
