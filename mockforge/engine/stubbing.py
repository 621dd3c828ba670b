"""Stubs in an engine: requests that the settings answer, before anybody else does."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.engine.accounts import Accounts
from mockforge.engine.admitting import next_asked
from mockforge.engine.plan import Answer, Ending, Plan
from mockforge.provenance import Provenance
from mockforge.recordings.redact import NoRedaction
from mockforge.stubs.missing import NoStub

if TYPE_CHECKING:
    from mockforge.engine.pipeline import Engine
    from mockforge.http import Request
    from mockforge.recordings.redact import Redactor
    from mockforge.stubs.stubs import Stubs

_ENDINGS = {
    "reset": Ending.RESET,
    "empty": Ending.EMPTY,
    "silent": Ending.SILENT,
    "garbage": Ending.RAW,
    "truncated": Ending.BROKEN,
}
"""How an answer ends that fails in such a way."""

log = logging.getLogger(__name__)


class Stubbing:
    """The endpoints of the settings, and how an engine answers by them."""

    def __init__(
        self,
        stubs: Stubs,
        *,
        redactor: Redactor | NoRedaction | None = None,
        accounts: Accounts | None = None,
    ) -> None:
        """Answer by *stubs*.

        Args:
            stubs: Those of the settings.
            redactor: Takes secrets out of what is shown of a request.
            accounts: Where the source of each answer is told, if the engine has no
                place for it.
        """
        self.stubs = stubs
        self.redactor = redactor or NoRedaction()
        self.accounts = accounts or Accounts()

    @property
    def is_alone(self) -> bool:
        """Whether nobody else answers what these do not."""
        return self.stubs.is_alone

    def planned(self, engine: Engine, request: Request, session: str) -> Plan | None:
        """Return the plan of *request*; None if it is somebody else's to answer.

        Args:
            engine: Who answers.
            request: As the client sent it.
            session: Whose it is.
        """
        now = engine.clock.now()
        found = self.stubs.find(request, session, now)
        if found is not None:
            return Plan(request, request, session, False, stub=found)
        if not self.is_alone:
            return None
        shown = self.redactor.request(request, keep_standins=True)
        miss = self.stubs.missed(shown, session, now)
        return Plan(request, request, session, False, miss=miss)

    async def answer(self, engine: Engine, plan: Plan) -> Answer:
        """Return the answer that *plan* came to."""
        assert plan.stub is not None
        made = await self.stubs.answer(plan.stub)
        remembering = self.stubs.remembering
        if remembering is not None and made.fault is None:
            for request, is_sure in next_asked(plan.request, made.response):
                session = engine.session_of(request, request)
                remembering.follow(plan.stub.asked, session, moves=is_sure)
        provenance = Provenance(made.source, seed=engine.seed, stub=made.place)
        return Answer(
            made.response,
            provenance,
            delay=made.delay,
            why=made.why,
            repeatable=made.repeatable,
            ending=_ENDINGS.get(made.fault.kind, Ending.WHOLE)
            if made.fault
            else Ending.WHOLE,
        )

    def refused(self, engine: Engine, plan: Plan) -> Answer:
        """Return the answer that tells that nothing answers *plan*."""
        miss = plan.miss
        assert isinstance(miss, NoStub)
        engine.ledger.missed += 1
        miss = replace(miss, url=self.redactor.text(miss.url))
        log.warning("%s", miss.text.rstrip())
        engine.ledger.keep(miss)
        told = self.stubs.opened(plan.request, miss.response())
        return Answer(told, Provenance(None, seed=engine.seed), why=(miss.summary,))
