"""The smallest case that still shows a difference."""

import time
from dataclasses import replace


async def shrunk(case, still, *, tries=600, seconds=15.0):
    """Return *case* made smaller as long as `await still(case)` holds."""
    left = [tries]
    until = time.monotonic() + seconds

    async def holds(candidate):
        left[0] -= 1 if time.monotonic() < until else tries
        return left[0] >= 0 and await still(candidate)

    while left[0] > 0:
        smaller = await _pass(case, holds)
        if smaller == case:
            return case
        case = smaller
    return case


async def _pass(case, holds):
    for flag in ("holds", "tls"):
        if getattr(case, flag):
            candidate = replace(case, **{flag: False})
            case = candidate if await holds(candidate) else case
    case = await _fewer_steps(case, holds)
    case = await _joined(case, holds)
    for at in range(len(case.steps)):
        for part in range(1, len(case.steps[at])):
            case = await _shorter(case, at, part, holds)
    return case


async def _fewer_steps(case, holds):
    size = len(case.steps) // 2 or 1
    while size:
        at = 0
        while at < len(case.steps):
            candidate = replace(case, steps=case.steps[:at] + case.steps[at + size :])
            if await holds(candidate):
                case = candidate
            else:
                at += size
        size //= 2
    return case


async def _joined(case, holds):
    """Say in one piece what was said in several."""
    at = 0
    while at < len(case.steps):
        word, *parts = case.steps[at]
        candidate = None
        if len(parts) > 1:
            joined = (word, b"".join(parts))
            candidate = (*case.steps[:at], joined, *case.steps[at + 1 :])
        elif at + 1 < len(case.steps) and case.steps[at + 1][0] == word == "c":
            joined = (word, parts[0] + case.steps[at + 1][1])
            candidate = (*case.steps[:at], joined, *case.steps[at + 2 :])
        if candidate and await holds(replace(case, steps=candidate)):
            case = replace(case, steps=candidate)
        else:
            at += 1
    return case


async def _shorter(case, at, part, holds):
    data = case.steps[at][part]
    size = len(data) // 2 or 1
    while size:
        start = 0
        while start < len(data):
            step = list(case.steps[at])
            step[part] = data[:start] + data[start + size :]
            steps = (*case.steps[:at], tuple(step), *case.steps[at + 1 :])
            if step[part] and await holds(replace(case, steps=steps)):
                case, data = replace(case, steps=steps), step[part]
            else:
                start += size
        size //= 2
    return case
