import pytest
from mitmproxy.proxy import layer, mode_specs
from mitmproxy.proxy.layers import ClientTLSLayer, ServerTLSLayer, TCPLayer
from mitmproxy.proxy.layers.http import HttpLayer, HTTPMode
from mitmproxy.proxy.tunnel import LayerStack
from mockforge.addons.lane import Junction, Lane


@pytest.fixture
def context(play):
    found = play().context
    found.layers.clear()
    return found


def chosen(context, *kinds):
    """What mitmproxy has chosen: *kinds* of layers, one in the other."""
    stack = LayerStack()
    for kind in kinds:
        stack /= kind(context)
    asked = layer.NextLayer(context)
    asked.layer = stack[0]
    Junction().next_layer(asked)
    return asked.layer


def http(mode=HTTPMode.transparent):
    return lambda context: HttpLayer(context, mode)


def test_a_lane_comes_in_the_place_of_mitmproxys_layer(context):
    found = chosen(context, http())

    assert isinstance(found, Lane)
    assert context.layers == [found]


def test_it_comes_in_below_tls(context):
    context.server.address = ("a.test", 443)
    found = chosen(context, ServerTLSLayer, ClientTLSLayer, http())

    assert isinstance(found, ServerTLSLayer)
    assert isinstance(found.child_layer, ClientTLSLayer)
    assert isinstance(found.child_layer.child_layer, Lane)


@pytest.mark.parametrize("kinds", [(TCPLayer,), (ServerTLSLayer,), ()])
def test_what_is_no_http_stays(context, kinds):
    context.server.address = ("a.test", 443)
    asked = layer.NextLayer(context)
    asked.layer = kinds[0](context) if kinds else None
    before = asked.layer
    Junction().next_layer(asked)

    assert asked.layer is before


def test_what_goes_through_another_proxy_is_left_to_mitmproxy(context):
    assert isinstance(chosen(context, http(HTTPMode.upstream)), HttpLayer)
    context.server.via = ("http", ("b.test", 3128))
    assert isinstance(chosen(context, http()), HttpLayer)
    context.server.via = None
    context.client.proxy_mode = mode_specs.ProxyMode.parse("upstream:http://b.test:1")
    assert isinstance(chosen(context, http()), HttpLayer)


async def test_what_an_errand_waits_for_is_waited_for():
    seen = []

    async def rest():
        seen.append("done")

    await Junction().mockforge_waiting(rest())

    assert seen == ["done"]
