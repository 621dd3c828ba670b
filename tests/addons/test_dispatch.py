import asyncio
import logging
from types import SimpleNamespace
from typing import cast

import pytest
from mitmproxy import exceptions, options
from mitmproxy.http import HTTPFlow
from mitmproxy.proxy import commands, events
from mitmproxy.proxy.layers.http._hooks import HttpRequestHook, HttpResponseHook
from mockforge.addons.dispatch import Dispatch, Shortcut

FLOW = cast(HTTPFlow, "a flow")


class Plain:
    """Waits for nothing in `request`, and does in `response`."""

    def __init__(self, name, calls, failure=None):
        self.name, self.calls, self.failure = name, calls, failure

    def request(self, flow):
        self.calls.append((self.name, "request", flow))
        if self.failure:
            raise self.failure

    async def response(self, flow):
        self.calls.append((self.name, "response", flow))


@pytest.fixture
def dispatch():
    master = SimpleNamespace(
        options=options.Options(), commands=SimpleNamespace(collect_commands=id)
    )
    return Dispatch(master)


async def test_functions_are_called_in_the_order_of_their_addons(dispatch):
    calls: list[tuple[str, str, object]] = []
    dispatch.add(Plain("one", calls), Plain("two", calls))

    await dispatch.trigger_event(HttpRequestHook(FLOW))
    await dispatch.handle_lifecycle(HttpResponseHook(FLOW))

    assert calls == [
        ("one", "request", FLOW),
        ("two", "request", FLOW),
        ("one", "response", FLOW),
        ("two", "response", FLOW),
    ]


async def test_an_addon_that_is_taken_out_is_not_called(dispatch):
    calls: list[tuple[str, str, object]] = []
    gone = Plain("one", [])
    dispatch.add(gone, Plain("two", calls))
    dispatch.inline("request")
    dispatch.remove(gone)

    await dispatch.trigger_event(HttpRequestHook(FLOW))

    assert gone.calls == []
    assert len(calls) == 1


async def test_a_defect_in_one_addon_does_not_stop_the_next(dispatch, caplog):
    calls: list[tuple[str, str, object]] = []
    dispatch.add(Plain("one", calls, ValueError("secret")), Plain("two", calls))

    with caplog.at_level(logging.INFO):
        await dispatch.trigger_event(HttpRequestHook(FLOW))

    assert [name for name, *_ in calls] == ["one", "two"]
    assert "a defect in 'request'" in caplog.text
    assert "secret" not in caplog.text


async def test_an_addon_can_be_the_last_to_be_asked(dispatch):
    calls: list[tuple[str, str, object]] = []
    dispatch.add(Plain("one", calls, exceptions.AddonHalt()), Plain("two", calls))

    await dispatch.trigger_event(HttpRequestHook(FLOW))

    assert [name for name, *_ in calls] == ["one"]


def test_only_what_waits_for_nothing_is_called_in_line(dispatch):
    dispatch.add(Plain("one", []))

    assert len(dispatch.inline("request")) == 1
    assert dispatch.inline("response") is None
    assert dispatch.inline("error") == []


class Layers:
    """Asks two hooks for each event, and tells what it was told."""

    context = None

    def __init__(self):
        self.told = []

    def handle_event(self, event):
        self.told.append(event)
        if not isinstance(event, events.HookCompleted):
            yield HttpRequestHook(FLOW)
            yield commands.Log("in between")
            yield HttpResponseHook(FLOW)


def test_hooks_in_line_are_over_before_the_connection_hears_of_them(dispatch):
    calls: list[tuple[str, str, object]] = []
    layers = Layers()
    dispatch.add(Plain("one", calls))
    shortcut = Shortcut(layers, dispatch)

    left = list(shortcut.handle_event(events.Start()))

    assert [type(command) for command in left] == [commands.Log, HttpResponseHook]
    assert calls == [("one", "request", FLOW)]
    assert isinstance(layers.told[1], events.HookCompleted)


async def test_what_an_event_leads_to_is_begun_at_once(dispatch):
    calls: list[tuple[str, str, object]] = []
    dispatch.add(Plain("one", calls))

    assert dispatch.begin(HttpRequestHook, FLOW) is None
    assert dispatch.begin(HttpResponseHook, FLOW) is None
    assert calls == [("one", "request", FLOW), ("one", "response", FLOW)]


async def test_what_is_left_of_it_is_there_to_be_waited_for(dispatch):
    calls: list[object] = []

    class Slow:
        async def response(self, flow):
            await asyncio.sleep(0)
            calls.append(flow)

    dispatch.add(Slow())
    waiting = dispatch.begin(HttpResponseHook, FLOW)
    assert waiting is not None
    assert waiting.blocking
    assert calls == []
    await waiting.rest

    assert calls == [FLOW]


async def test_a_defect_in_what_was_begun_is_told_and_no_more(dispatch, caplog):
    dispatch.add(Plain("one", [], failure=ValueError("secret")))

    assert dispatch.begin(HttpRequestHook, FLOW) is None
    assert "a defect in 'request'" in caplog.text
    assert "secret" not in caplog.text
