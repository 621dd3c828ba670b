import json

from mockforge.engine import Accounts
from mockforge.server.explaining import ROUTE, explained
from tests.worlds import exchange, replaying, request


async def test_an_answer_is_explained_by_its_id():
    engine = await replaying(exchange(answer=b"[1]"))
    engine.accounts = Accounts()
    answer = await engine.finish(await engine.plan(request()))

    response = explained(f"{ROUTE}{answer.provenance.id}", engine)

    assert response.status == 200
    assert json.loads(response.body)["source"] == "recorded"


async def test_an_id_that_is_none_is_told_where_to_find_one():
    engine = await replaying(exchange())
    engine.accounts = Accounts()

    response = explained(f"{ROUTE}x", engine)

    assert response.status == 404
    assert "X-MockForge-Source" in json.loads(response.body)["detail"]
