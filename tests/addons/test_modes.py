import pytest
from mockforge.addons.modes import specified

from mockforge.errors import ConfigError
from mockforge.http import Origin

API = Origin("https", "api.test")


@pytest.mark.parametrize(
    ("modes", "port", "found"),
    [
        (["reverse"], 8080, ["reverse:https://api.test@8080"]),
        (["regular"], 0, ["regular@0"]),
        (
            ["reverse", "regular", "socks5"],
            8080,
            ["reverse:https://api.test@8080", "regular@8081", "socks5@8082"],
        ),
        (["reverse", "regular"], 0, ["reverse:https://api.test@0", "regular@0"]),
        (
            ["regular@9000", "reverse"],
            8080,
            ["regular@9000", "reverse:https://api.test@8080"],
        ),
        (["socks5@127.0.0.1:1080"], 8080, ["socks5@127.0.0.1:1080"]),
        (
            ["upstream:http://proxy.test:3128"],
            8080,
            ["upstream:http://proxy.test:3128@8080"],
        ),
        (
            ["reverse:http://other.test:9@8081"],
            8080,
            ["reverse:http://other.test:9@8081"],
        ),
    ],
)
def test_every_mode_gets_its_own_address(modes, port, found):
    assert specified(modes, API, port) == tuple(found)


def test_a_reverse_proxy_needs_an_upstream():
    with pytest.raises(ConfigError, match="in front of") as caught:
        specified(["reverse"], None, 8080)

    assert "--upstream" in str(caught.value)


def test_an_unknown_mode_names_those_there_are():
    with pytest.raises(ConfigError, match="'sideways' is not a proxy mode") as caught:
        specified(["sideways"], API, 8080)

    assert "socks5" in str(caught.value)
