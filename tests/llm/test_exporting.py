import json

from mockforge.llm.cache import ANSWERS
from mockforge.llm.exporting import exported, imported
from mockforge.llm.templates import TEMPLATES
from mockforge.store.kept import open_kept

TOLD = {"endpoint": "GET /é", "mode": "i", "prompt": "p", "model": "m"}


async def test_an_export_is_a_line_each_in_an_order_of_its_own():
    async with open_kept(None) as kept, open_kept(None) as other:
        await kept.put(TEMPLATES, "t", TOLD | {"approved": True, "samples": [1]})
        await kept.put(ANSWERS, "b", TOLD | {"value": {"x": 275.0}}, ttl=9)
        await kept.put(ANSWERS, "a", TOLD | {"value": "\n\u2028"})
        lines = list(await exported(kept))
        assert [json.loads(line)["key"] for line in lines] == ["a", "b", "t"]
        assert all("\n" not in line for line in lines)

        counts = await imported(other, lines, where="f")
        assert counts == {"answer": 2, "template": 1}
        assert list(await exported(other)) == lines
