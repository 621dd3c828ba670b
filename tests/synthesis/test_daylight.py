"""The sun gives nothing by night."""

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

TIME = {"type": "string", "format": "date-time"}


def several(path, prompt="", seed=1, many=24, **told):
    told = {"timestamp": TIME, **told}
    item = {"type": "object", "properties": told, "required": [*told]}
    schema = {"type": "array", "items": item, "minItems": many, "maxItems": many}
    return made(Wanted(schema, path=path, prompt=prompt), rng(seed),
                now=1_763_700_000.0)  # fmt: skip


def test_nothing_by_night_and_most_at_noon():
    for seed in range(5):
        rows = several("/solar/systems/7/production", "hourly production", seed,
                       powerW={"type": "integer"}, energyWh={"type": "integer"},
                       irradiance={"type": "number"})  # fmt: skip
        hours = {int(row["timestamp"][11:13]): row for row in rows}

        assert {*hours} == {*range(24)}
        assert all(hours[hour]["powerW"] == 0 for hour in (0, 2, 4, 22))
        assert hours[12]["irradiance"] > hours[7]["irradiance"] > 0
        assert hours[12]["energyWh"] == hours[12]["powerW"]


def test_what_is_not_of_the_sun_goes_on_by_night():
    rows = several("/turbines/7/production", "hourly", powerW={"type": "integer"})

    assert any(row["powerW"] for row in rows if row["timestamp"][11:13] in ("01", "23"))
