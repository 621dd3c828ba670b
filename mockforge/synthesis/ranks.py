"""How far on in its life a thing is, by its status; 5 is off, whenever that was."""

from __future__ import annotations

_ROWS = """
0 draft new todo backlog not_started requested invited
1 future pending submitted queued scheduled placed received planned unpaid sent issued
1 booked registered waiting overdue open opened upcoming awaiting_payment on_hold
1 ordered enrolled filed incurred in_transit_pending unverified untested prepared
1 viewed applied pending_approval unconfirmed reserved
2 decided verified confirmed approved accepted authorized acknowledged reviewed
2 assigned signed scheduled_confirmed qualified granted enabled activated published
2 listed
3 charging captured paid settled started processing in_progress active running
3 boarding live checked_in picked_up in_transit admitted ongoing past_due trialing
3 dispatched shipped departed en_route out_for_delivery online in_flight
3 partially_paid packed investigating frozen in_use rented borrowed on_loan in_review
3 testing waiting_on_customer waiting_for_customer awaiting_customer waiting_on_user
3 pending_customer waiting_on_third_party awaiting_response triaged escalated blocked_by
3 investigating identified monitoring solving retrying
4 delivered completed complete finished closed resolved done ended discharged arrived
4 reimbursed redeemed dissolved withdrawn_paid landed checked_out fulfilled success
4 succeeded passed merged released sold won filled hired
5 cancelled canceled rejected declined failed voided void expired refunded returned
5 deleted archived suspended blocked banned terminated revoked deactivated withdrawn
5 abandoned locked deceased disputed churned paused disabled inactive retired lost
5 error errored timeout aborted skipped no_show out_of_stock discontinued muted
5 removed dropped expelled dropped_out offline unsubscribed bounced defaulted
"""
RANKS: dict[str, int] = {}
for _row in _ROWS.strip().splitlines():
    _rank, *_words = _row.split()
    for _word in _words:
        RANKS.setdefault(_word, int(_rank))
