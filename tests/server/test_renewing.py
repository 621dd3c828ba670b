"""The control route that has the settings read again."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mockforge.errors import ConfigError
from mockforge.server.renewing import ROUTE, answered
from tests.worlds import request


class Renewing:
    read: Callable[[], Any] | None = None

    def __init__(self, error=None):
        self.error = error
        self.asked = 0

    async def renewed(self):
        self.asked += 1
        if self.error is not None:
            raise self.error
        return 3


async def told(renewing, method="POST", target=ROUTE, **more):
    asked = request(method, f"http://127.0.0.1:8080{target}", **more)
    response = await answered(asked, renewing)
    return response.status, json.loads(response.body)


async def test_it_tells_how_many_endpoints_there_are_now():
    renewing = Renewing()

    status, said = await told(renewing)

    assert (status, said["data"], renewing.asked) == (200, {"endpoints": 3}, 1)


async def test_what_is_wrong_with_the_settings_is_told():
    status, said = await told(Renewing(ConfigError("api.yaml:3:1: unknown key")))

    assert status == 409
    assert "api.yaml:3:1: unknown key" in said["error"]


@pytest.mark.parametrize(
    ("method", "target", "more", "status"),
    [
        ("GET", ROUTE, {}, 405),
        ("POST", ROUTE, {"client": "10.1.1.1"}, 403),
        ("POST", f"{ROUTE}?now=1", {}, 409),
    ],
)
async def test_nobody_else_and_nothing_else_is_listened_to(
    method, target, more, status
):
    renewing = Renewing()

    assert (await told(renewing, method, target, **more))[0] == status
    assert renewing.asked == 0


async def test_without_settings_there_is_nothing_to_read():
    assert (await told(None))[0] == 404
