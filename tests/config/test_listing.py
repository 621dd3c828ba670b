import pytest
import yaml

from mockforge.config import listing, load
from mockforge.config.values import MASK, dotted
from mockforge.errors import ConfigError

TEXT = """
server: {port: 90}
workspace: ${W}
proxy:
  upstream: https://user:pw@api.example.com
  mode: regular
matching:
  ignore: [$.id]
"""


@pytest.fixture
def found(examined):
    return examined(TEXT, environ={"W": "private"})


def test_every_setting_is_listed_with_its_origin(found):
    listed = {
        dotted(one.path): (one.value, str(one.origin))
        for one in listing.settings(found.config, found.layers.root)
    }

    assert listed["server.port"] == (90, "mockforge.yaml:2:16")
    assert listed["server.host"] == ("127.0.0.1", "default")
    assert listed["proxy.mode"] == (["regular"], "mockforge.yaml:6:9")
    assert listed["matching.ignore"] == (["$.id"], "mockforge.yaml:8:11")


def test_what_came_from_a_variable_or_is_a_password_is_masked(found):
    root = found.layers.root

    assert listing.value_at(found.config, root, ("workspace",)) == MASK
    upstream = listing.value_at(found.config, root, ("proxy", "upstream"))
    assert upstream == f"https://{MASK}@api.example.com"


def test_a_value_inside_a_list_can_be_asked_for(found):
    root = found.layers.root

    assert listing.value_at(found.config, root, ("matching", "ignore", 0)) == "$.id"
    with pytest.raises(ConfigError, match=r"'matching.ignore\[7\]' is not set"):
        listing.value_at(found.config, root, ("matching", "ignore", 7))


def test_the_listing_is_a_file_that_says_the_same(examined, nowhere):
    found = examined("server: {port: 90}\nmatching: {ignore: [$.id]}\n")
    listed = listing.settings(found.config, found.layers.root)

    for with_origin in (False, True):
        text = listing.as_yaml(listed, with_origin=with_origin)
        assert yaml.safe_load(text)["server"]["port"] == 90
        (nowhere / "again.yaml").write_text(text)
        (nowhere / "mockforge.yaml").write_text("")
        assert load("again.yaml", environ={}) == found.config


def test_origins_stand_in_comments_below_one_another(found):
    listed = listing.settings(found.config, found.layers.root)

    lines = listing.as_yaml(listed, with_origin=True).splitlines()

    marked = [line for line in lines if "#" in line]
    assert "port: 90" in marked[1]
    assert marked[1].endswith("# mockforge.yaml:2:16")
    assert len({line.index("#") for line in marked}) == 1


def test_what_must_not_be_seen_in_a_log_is_known(examined):
    root = examined(TEXT, environ={"W": "private"}).layers.root

    assert listing.secrets(root) == ["private", "user:pw"]
