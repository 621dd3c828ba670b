"""Scenarios: drift that many APIs have, ready to use.

from mockforge.stages.drift import scenarios

scenarios.order_status_drift()
scenarios.stock_depletion_drift(field="stock.level")
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mockforge.stages.drift.fields import parse_field
from mockforge.stages.drift.options import DriftOptions, DriftRuleOptions


def order_status_drift(field: str = "status") -> DriftOptions:
    """Return drift of an order on its way: pending, processing, shipped, delivered.

    Some are cancelled before they are shipped.

    Args:
        field: What holds the status.
    """
    return DriftOptions(
        rules=[
            DriftRuleOptions(
                field=field,
                strategy="state_machine",
                states=["pending", "processing", "shipped", "delivered", "cancelled"],
                transitions={
                    "pending": [("processing", 0.7), ("cancelled", 0.3)],
                    "processing": [("shipped", 0.9), ("cancelled", 0.1)],
                    "shipped": [("delivered", 1.0)],
                    "delivered": [],
                    "cancelled": [],
                },
            )
        ]
    )


def stock_depletion_drift(field: str = "quantity") -> DriftOptions:
    """Return drift of a stock that is sold off: one less at each step, down to none.

    Args:
        field: What holds the quantity.
    """
    return DriftOptions(
        rules=[
            DriftRuleOptions(field=field, strategy="linear", rate=-1.0, min_value=0.0)
        ]
    )


def price_fluctuation_drift(field: str = "price") -> DriftOptions:
    """Return drift of a price: up to half a percent a step, at most a tenth in all.

    Args:
        field: What holds the price.
    """
    return DriftOptions(
        rules=[
            DriftRuleOptions(
                field=field,
                strategy="random_walk",
                rate="0.5%",
                min_value="90%",
                max_value="110%",
            )
        ]
    )


def activity_score_drift(field: str = "activity_score") -> DriftOptions:
    """Return drift of a score that grows: by one a step, up to 100.

    Args:
        field: What holds the score.
    """
    return DriftOptions(
        rules=[
            DriftRuleOptions(field=field, strategy="linear", rate=1.0, max_value=100.0)
        ]
    )


SCENARIOS: Mapping[str, Callable[..., DriftOptions]] = {
    "order_status": order_status_drift,
    "stock_depletion": stock_depletion_drift,
    "price_fluctuation": price_fluctuation_drift,
    "activity_score": activity_score_drift,
}


def rules_of(
    options: DriftOptions, learned: Sequence[DriftRuleOptions] = ()
) -> list[DriftRuleOptions]:
    """Return the rules that *options* come to: the scenario's, changed and added to.

    Args:
        options: What was configured.
        learned: What was learned, for fields that nothing is configured for.
    """
    given = [] if options.scenario is None else _scenario(options).rules
    rules = {_name(rule): rule for rule in given}
    for rule in options.rules:
        rules[_name(rule)] = _over(rules.get(_name(rule)), rule)
    for rule in learned:
        rules.setdefault(_name(rule), rule)
    return list(rules.values())


def _scenario(options: DriftOptions) -> DriftOptions:
    assert options.scenario is not None
    named = {} if options.field is None else {"field": options.field}
    return SCENARIOS[options.scenario](**named)


def _name(rule: DriftRuleOptions) -> str:
    return str(parse_field(rule.field))


def _over(known: DriftRuleOptions | None, rule: DriftRuleOptions) -> DriftRuleOptions:
    """Return *known* with what *rule* says in its place.

    A rule with a strategy of its own has nothing of the one that is known.
    """
    said = rule.model_fields_set
    if known is None or ("strategy" in said and rule.strategy != known.strategy):
        return rule
    kept = {name: getattr(known, name) for name in known.model_fields_set}
    own = {name: getattr(rule, name) for name in said}
    return DriftRuleOptions(**{**kept, **own})
