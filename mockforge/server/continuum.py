"""The control routes of reality: how real answers are, and what makes them so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from mockforge.http import Request, Response
from mockforge.options import Json
from mockforge.server import ratios
from mockforge.server.enveloped import (
    NotThere,
    Wrong,
    enveloped,
    given,
    known,
    near,
    only,
    refused,
    stranger,
)

if TYPE_CHECKING:
    from mockforge.engine import Engine
    from mockforge.stages.reality.ratio import Dial, Resolved

ROUTES = "/__mockforge/continuum/"
CONSISTENCY = "/api/v1/consistency/reality-ratio"
"""The route of the ratio among those that a workspace has."""

MOST_OVERRIDES = 1000

Given = Mapping[str, Json]
Do = Callable[[Given, "Dial", float], Json]


def is_ours(request: Request, engine: Engine) -> bool:
    """Whether *request* is for CONSISTENCY, and that is no path of the upstream's."""
    if request.path != CONSISTENCY or engine.reality is None:
        return False
    recorded = engine.recorded
    return recorded is None or not any(
        row.target.partition("?")[0] == CONSISTENCY
        for shelf in recorded.shelves
        for row in shelf.rows
    )


def answered(request: Request, engine: Engine) -> Response:
    """Return the answer to *request*, whose path is below ROUTES, or CONSISTENCY."""
    name = request.path.removeprefix(ROUTES)
    route = _WORKSPACE if request.path == CONSISTENCY else _ROUTES.get(name)
    if route is None:
        return refused(404, f"there is no route {name!r}; {', '.join(_ROUTES)} are")
    if engine.reality is None:
        return refused(404, str(_UNMIXED))
    method = "GET" if request.method == "HEAD" else request.method
    do = route.get(method)
    if do is None:
        return only(route)
    if method != "GET" and (why := stranger(request)) is not None:
        return refused(403, why)
    try:
        told = do(given(request), engine.reality.dial, engine.clock.now())
    except Wrong as error:
        return refused(error.status, str(error))
    return enveloped(200, told)


_UNMIXED = NotThere(
    "no reality is in force here: every answer has one kind of source",
    next_step="start with a ratio: mockforge proxy --upstream URL --reality 0.5; or"
    " give reality_continuum.default_ratio in mockforge.yaml",
)


def _ratio(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ("path", "method"))
    if "path" not in asked:
        if "method" in asked:
            raise Wrong("a method alone is no request", nearest="add path=/orders/1")
        return _standing(dial, now)
    path, method = str(asked["path"]), str(asked.get("method", "GET")).upper()
    if not path.startswith("/") or "?" in path:
        right = "/" + path.partition("?")[0].lstrip("/")
        raise Wrong(f"{path!r} is no path", nearest=f"did you mean {right!r}?")
    told = _told(dial, dial.resolve(method, path, now))
    return {"method": method, "path": path, **told}


def _set(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ("ratio",))
    dial.set(ratios.ratio(asked, "ratio"))
    return _standing(dial, now)


def _schedule(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ())
    schedule = dial.schedule
    return {
        "schedule": schedule.model_dump(mode="json") if schedule else None,
        **_standing(dial, now),
    }


def _follow(asked: Given, dial: Dial, now: float) -> Json:
    dial.follow(*ratios.schedule(asked, now))
    return _schedule({}, dial, now)


def _leave(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ())
    dial.follow(None)
    return _schedule({}, dial, now)


def _advance(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ("by", "increment"))
    if len(asked) > 1:
        raise Wrong("'by' and 'increment' are one", nearest="leave one of them out")
    by = next((ratios.step(value) for value in asked.values()), ratios.STEP)
    dial.advance(by, now)
    return _standing(dial, now)


def _enabled(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ())
    return {"enabled": dial.enabled}


def _switch(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ("enabled",))
    said = asked.get("enabled")
    on = {"true": True, "false": False}.get(str(said).lower())
    if on is None:
        what = "'enabled' is missing" if said is None else f"{said!r} is no switch"
        raise Wrong(what, nearest='write {"enabled": true} or {"enabled": false}')
    dial.enabled = on
    return {"enabled": dial.enabled}


def _overrides(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ())
    latest = reversed(dial.overrides.items())
    return {"overrides": [{"pattern": each, "ratio": ratio} for each, ratio in latest]}


def _override(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ("pattern", "ratio"))
    pattern, ratio = ratios.pattern(asked), ratios.ratio(asked, "ratio")
    if pattern not in dial.overrides and len(dial.overrides) >= MOST_OVERRIDES:
        raise Wrong(
            f"there are {MOST_OVERRIDES} overrides, and no room for {pattern!r}",
            next_step="take one back, or give a pattern that fits several",
        )
    dial.override(pattern, ratio)
    return _overrides({}, dial, now)


def _restore(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, ("pattern",))
    pattern = ratios.pattern(asked)
    if pattern not in dial.overrides:
        nearest = near(pattern, dial.overrides) or "there is none at all"
        raise NotThere(f"{pattern!r} is not overridden", nearest=nearest)
    dial.override(pattern, None)
    return _overrides({}, dial, now)


def _workspace(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, _WORKSPACES)
    return _of_workspace(asked, dial, now)


def _set_workspace(asked: Given, dial: Dial, now: float) -> Json:
    known(asked, (*_WORKSPACES, "ratio", "reality_ratio"))
    names = [name for name in ("ratio", "reality_ratio") if name in asked]
    if len(names) > 1:
        raise Wrong("'ratio' and 'reality_ratio' are one", nearest="leave one out")
    ratio = ratios.ratio(asked, names[0] if names else "reality_ratio")
    dial.set(ratio)
    return _of_workspace(asked, dial, now)


_WORKSPACES = ("workspace_id", "workspace")


def _of_workspace(asked: Given, dial: Dial, now: float) -> Json:
    named = next((asked[name] for name in _WORKSPACES if name in asked), "default")
    standing = _standing(dial, now)
    return {"workspace_id": named, "reality_ratio": standing["ratio"], **standing}


_ROUTES: dict[str, dict[str, Do]] = {
    "ratio": {"GET": _ratio, "PUT": _set, "POST": _set},
    "schedule": {"GET": _schedule, "PUT": _follow, "DELETE": _leave},
    "advance": {"POST": _advance},
    "enabled": {"GET": _enabled, "PUT": _switch},
    "overrides": {"GET": _overrides, "PUT": _override, "DELETE": _restore},
}
_WORKSPACE: dict[str, Do] = {
    "GET": _workspace,
    "PUT": _set_workspace,
    "POST": _set_workspace,
}


def _standing(dial: Dial, now: float) -> dict[str, Json]:
    """Return the ratio of requests that nothing else names."""
    if not dial.enabled:
        return _told(dial, dial.resolve("GET", "/", now))
    return _told(dial, dial.standing(now))


def _told(dial: Dial, resolved: Resolved) -> dict[str, Json]:
    from mockforge.stages.reality.weights import REAL_FIRST, weights

    shares = weights(resolved.ratio)
    return {
        "ratio": resolved.ratio,
        "origin": resolved.origin,
        "mode": dial.mode,
        "enabled": dial.enabled,
        "weights": {each.value: round(shares.of(each), 9) for each in REAL_FIRST},
    }
