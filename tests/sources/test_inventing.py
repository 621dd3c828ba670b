from mockforge.http import Response
from mockforge.sources.inventing import Invented


def test_an_invented_answer_says_where_it_is_from():
    invented = Invented(Response(200), exchange_ids=(3,), bindings=("id: minted",))

    assert (invented.tier, invented.score) == (None, 1.0)
    assert invented.bindings == ("id: minted",)
