"""Names and phrases are those of the thing."""

import pytest

from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis.texts import VOICES
from tests.synthesis.things import entity, field


@pytest.mark.parametrize("kind", ["product", "user", "order", "post", ""])
@pytest.mark.parametrize("role", VOICES)
def test_every_voice_says_something(role, kind):
    made = VOICES[role](entity(kind), field(role.replace(" ", "_")))

    assert made is MISSING or made


def test_a_name_is_that_of_its_kind():
    assert VOICES["name"](entity("user"), field("name")) == entity("user").person().full
    product = entity("product")
    assert VOICES["name"](product, field("name")) == product.article().name
    assert (
        VOICES["category"](product, field("category"))
        == product.article().line.category
    )


def test_a_type_fits_the_name():
    device = entity("device")
    device.known["name"] = "Lobby Humidity Sensor"

    assert VOICES["type"](device, field("type")) == "humidity"
