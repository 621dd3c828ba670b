"""Connected devices: sensors, readings, alerts."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "iot",
    """iot sensor sensors device devices telemetry reading readings thermostat smart
    gateway firmware meter machine machines factory industrial temperature humidity""",
    kinds={
        "device": {
            "name": bars("""{spot} {instrument}|{instrument} {letter}{small}|
                {spot} {instrument} {digit}"""),
            "type": bars("""temperature|humidity|motion|door_contact|energy_meter|
                air_quality|gateway"""),
            "status": bars("online|online|online|online|offline|maintenance"),
            "place": bars("""Warehouse A|Cold Room 2|Boiler Room|Greenhouse North|
                Server Room|Loading Dock|Rooftop|Assembly Line 3"""),
            "brand": bars("Senso|Nordtek|Hearthway|Voltaic|AeroSense"),
            "model": bars("TS-200|HM-4|GW-10|AQ-7|PM-350|VX-12"),
            "description": lines("""
                Measures every {digit} minutes and reports over LoRaWAN.
                Installed in {month}; battery changed twice since.
                Watches the {spot} and raises an alert outside its limits.
            """),
        },
        "reading": {
            "type": bars("temperature|humidity|pressure|vibration|power"),
            "unit": bars("°C|%|hPa|kWh|ppm"),
            "metric": bars("temperature|humidity|pressure|co2|power"),
            "status": bars("ok|ok|ok|warning"),
        },
        "alert": {
            "name": bars("""High temperature|Battery low|Device offline|Door left open|
                Vibration above limit|Humidity out of range"""),
            "message": lines("""
                Temperature in {spot} above limit for {digit} minutes.
                Battery below {percent}%, replace soon.
                No data from {spot} since {day}.
                Door at {spot} open for more than {digit} minutes.
            """),
            "severity": bars("info|warning|warning|critical"),
            "status": bars("open|acknowledged|resolved|resolved"),
            "type": bars("threshold|connectivity|battery|security"),
        },
        "gateway": {
            "name": bars("Gateway {spot}|Edge Hub {letter}{digit}"),
            "status": bars("online|online|offline"),
        },
        "machine": {
            "name": bars(
                """Press {digit}|CNC Mill {letter}|Packaging Line {digit}|
                Robot Arm {letter}"""
            ),
            "status": bars("running|running|idle|maintenance|fault"),
        },
    },
    texts={
        "status": bars("online|online|offline|maintenance"),
        "unit": bars("°C|%|hPa|kWh|ppm"),
        "type": bars("temperature|humidity|motion|pressure|energy"),
        "severity": bars("info|warning|critical"),
        "place": bars("""Warehouse A|Cold Room 2|Boiler Room|Greenhouse North|
            Server Room|Loading Dock|Rooftop"""),
    },
    slots={
        "spot": bars("""Warehouse A|Cold Room 2|Boiler Room|Greenhouse|Server Room|
            Loading Dock|Lobby|Kitchen|Rooftop"""),
        "instrument": bars("""Temperature Sensor|Humidity Sensor|Energy Meter|
            Motion Detector|Air Quality Monitor|Door Sensor|Flow Meter"""),
        "topic": bars("predictive maintenance|energy use|cold-chain monitoring"),
        "audience": bars("plant managers|facility teams|growers"),
        "offering": bars("monitoring|energy management|building automation"),
    },
)
