from dataclasses import replace

from mockforge.chance import rng
from mockforge.clock import VirtualClock
from mockforge.http import Request
from mockforge.llm.asking import Settled, put_by
from mockforge.llm.ledger import Ledger
from mockforge.llm.options import BudgetOptions, RagOptions
from mockforge.llm.question import Question
from mockforge.recordings.redact import Redactor
from mockforge.store.kept import new_kept

ASKED = Request("GET", "http", "api", "/a/1?token=s3cr3t-4711-abcdef")
ONE = Question("GET /a/{id}", "i", "p", options=RagOptions(provider="openai"))


def settled():
    clock = VirtualClock()
    kept = new_kept(None, clock=clock)

    async def sleep(seconds):
        clock.advance(seconds)

    ledger = Ledger(kept, BudgetOptions(), clock)
    return Settled(kept, clock, ledger, sleep, Redactor(b"key"))


def test_the_same_request_is_kept_under_the_same_whoever_asks_it_when():
    asked = replace(ONE, request=ASKED)
    other = replace(asked, rng=rng(0, "x"), now=99.0)
    other = replace(other, request=replace(ASKED, client="10.0.0.9"))
    one, same = put_by(asked, settled()), put_by(other, settled())

    assert (one.signature, one.template) == (same.signature, same.template)
    assert one.signature != put_by(ONE, settled()).signature
    assert "s3cr3t" not in str(one.data)
