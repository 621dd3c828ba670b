"""What is measured where, by the domain."""

from __future__ import annotations

_DOMAINS = (
    ("lab analyte specimen panel test blood reference pathology laboratory",
     ("hemoglobin", "glucose", "creatinine", "total cholesterol", "TSH", "platelets",
      "ferritin", "triglycerides", "HDL cholesterol", "bilirubin", "CRP")),
    ("patient vital clinic hospital nurse wearable health healthcare",
     ("heart rate", "body temperature", "respiratory rate", "oxygen saturation",
      "systolic", "blood glucose")),
    ("server host cpu container pod deployment service cluster monitoring node saas",
     ("cpu usage", "memory usage", "response time", "error rate", "disk usage",
      "requests per second")),
    ("air pollutant pollution city quality",
     ("PM25", "PM10", "NO2", "O3", "CO2")),
    ("nutrient nutrition food", ("protein", "carbs", "fat", "fiber", "sodium")),
    ("dashboard kpi business analytics sales marketing report",
     ("conversion rate", "active users", "churn rate", "bounce rate", "revenue")),
    ("vehicle fleet car truck engine telematics obd",
     ("speed", "engine rpm", "fuel level", "coolant temperature", "battery voltage")),
    ("water river lake pool", ("ph", "turbidity", "dissolved oxygen", "flow rate")),
    ("meter electricity energy kwh",
     ("active energy", "active energy", "active power", "grid voltage")),
    ("meter water",
     ("water consumption", "water consumption", "flow rate")),
    ("meter gas", ("gas consumption",)),
    ("energy grid solar electricity",
     ("grid voltage", "active power", "active energy", "frequency")),
    ("soil field crop farm", ("soil moisture", "soil temperature", "soil ph")),
    ("machine factory plant motor pump",
     ("vibration", "motor temperature", "pressure", "motor speed")),
    ("weather station meteo",
     ("air temperature", "humidity", "wind speed", "barometric pressure", "rainfall")),
)  # fmt: skip
_ELSE = ("temperature", "humidity", "co2", "pressure", "noise level")


def topics_for(near: frozenset[str], far: frozenset[str]) -> tuple[str, ...]:
    """Return what is measured in the domain that words tell.

    Args:
        near: The words that tell most, of the path and of the thing.
        far: Those of the prompt and of the members.
    """
    best: tuple[str, ...] = _ELSE
    most = 0
    for words, topics in _DOMAINS:
        some = frozenset(words.split())
        score = 2 * len(some & near) + len(some & far)
        if score > most:
            best, most = topics, score
    return best
