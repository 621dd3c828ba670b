"""Laws of the fields that a prompt names."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.mentions import asked, kind_of_field

NOW = 1_790_000_000.0


def named(prompt, known=()):
    """What *prompt* names, by name."""
    return dict(asked(prompt, lambda name: name in known))


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        (
            "hives with location, number of frames and honey yield in kg",
            {"location": "", "frames": ":i", "honey_yield_kg": ":n"},
        ),
        (
            "drones with a battery level, the pilot and whether it is armed",
            {"battery_level": ":i", "pilot": "", "is_armed": ":b"},
        ),
        (
            "Each parcel has a chakra and a claimed flag",
            {"chakra": "", "claimed_flag": ":b"},
        ),
        ("fields: party size, dietary restriction", {
            "party_size": ":i", "dietary_restriction": ""}),
        ("with realistic data", {}),
        ("with a nice long poetic name that nobody would ever guess", {}),
        ("orders with two items", {}),
        ("a tower with a height in meters", {"height_m": ":n"}),
    ],
)  # fmt: skip
def test_what_is_listed_becomes_a_field(prompt, found):
    assert named(prompt) == found


def test_what_is_there_is_not_named_again():
    assert named("with color and shape", {"color"}) == {"shape": ""}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("is_open", ":b"),
        ("year", ":i"),
        ("city", ""),
        ("crew_size", ":i"),
        ("flumph", None),
    ],
)
def test_the_words_tell_what_it_holds(name, kind):
    assert kind_of_field(tuple(name.split("_"))) == kind


def test_what_is_asked_for_takes_the_place_of_what_any_thing_has():
    prompt = "research submarines with max depth in meters, home port and crew size"
    found = Maker().made(Wanted(path="/submarines/4", prompt=prompt), rng(1), now=NOW)

    assert {"id", "name", "max_depth_m", "home_port", "crew_size"} <= {*found}
    assert "description" not in found
    assert type(found["crew_size"]) is int
