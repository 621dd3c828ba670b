"""What is measured has its usual size and unit, asked of a config."""

CONFIG = """
endpoints:
- path: /patients/{id}/vitals
  response:
    mode: intelligent
    schema:
      type: object
      required: [heartRate, temperature, bodyTempF, spo2, weight]
      properties:
        heartRate: {type: integer}
        temperature: {type: number}
        bodyTempF: {type: number}
        spo2: {type: integer}
        weight:
          type: object
          required: [value, unit]
          properties:
            value: {type: number}
            unit: {type: string, enum: [lb]}
- path: /servers/{id}
  response:
    mode: intelligent
    schema:
      type: object
      required: [cpu, latency]
      properties:
        cpu: {type: number, minimum: 0, maximum: 1}
        latency: {type: integer, description: 'Time to answer, in seconds'}
"""


def test_a_patient_has_the_temperature_of_a_person(asking):
    ask = asking(CONFIG)
    for number in range(5):
        found = ask.json(f"/patients/{number}/vitals")
        assert 35.5 < found["temperature"] < 39.5
        assert 96 < found["bodyTempF"] < 103
        assert 40 < found["heartRate"] < 120
        assert 90 <= found["spo2"] <= 100
        assert 90 < found["weight"]["value"] < 260


def test_bounds_and_descriptions_tell_the_unit(asking):
    found = asking(CONFIG).json("/servers/3")

    assert 0 < found["cpu"] < 1
    assert found["latency"] < 3
