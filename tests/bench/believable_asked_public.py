"""Endpoints about farms, power and public affairs, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /sensors/{sensorId}/readings
    response:
      mode: intelligent
      schema:
        type: object
        required: [sensor, readings]
        properties:
          sensor:
            type: object
            required: [id, type, unit, room, batteryPct, firmwareVersion]
            properties:
              id: {type: string}
              type: {type: string, enum: [temperature, humidity, co2]}
              unit: {type: string}
              room: {type: string}
              batteryPct: {type: integer}
              rssi: {type: integer, description: dBm}
              firmwareVersion: {type: string}
          readings:
            type: array
            minItems: 10
            maxItems: 10
            items:
              type: object
              required: [time, value]
              properties:
                time: {type: string, format: date-time}
                value: {type: number}
                quality: {type: string, enum: [good, suspect]}

  - path: /meters/{meterId}/consumption
    response:
      mode: intelligent
      prompt: Hourly consumption of a household's smart electricity meter
      count: 8
      schema:
        type: object
        required: [meterId, from, to, consumptionKwh, cost, currency, readingKwh]
        properties:
          meterId: {type: string}
          from: {type: string, format: date-time}
          to: {type: string, format: date-time}
          consumptionKwh: {type: number}
          peakPowerW: {type: integer}
          cost: {type: number}
          currency: {type: string}
          readingKwh: {type: number, description: Total of the meter at the end}

  - path: /orchard/hives
    response: {mode: intelligent, prompt: Beehives, count: 6}

  - path: /greenhouse/plants/{id}
    response: {mode: intelligent, prompt: A plant in a greenhouse}

  - path: /elections/{year}/results
    response:
      mode: intelligent
      schema:
        type: object
        required: [year, country, date, registeredVoters, votesCast, turnoutPct,
          invalidVotes, candidates]
        properties:
          year: {type: integer}
          country: {type: string}
          date: {type: string, format: date}
          registeredVoters: {type: integer}
          votesCast: {type: integer}
          invalidVotes: {type: integer}
          turnoutPct: {type: number}
          candidates:
            type: array
            minItems: 3
            maxItems: 6
            items:
              type: object
              required: [name, party, votes, sharePct, elected]
              properties:
                name: {type: string}
                party: {type: string}
                votes: {type: integer}
                sharePct: {type: number}
                elected: {type: boolean}

  - path: /building-permits
    response:
      mode: intelligent
      prompt: Building permits of a town
      count: 6
      schema:
        type: object
        required: [permit_no, applicant, address, description, work_type, status,
          submitted_on, issued_on, expires_on, fee, estimated_cost]
        properties:
          permit_no: {type: string}
          applicant: {type: string}
          address: {type: string}
          description: {type: string}
          work_type: {type: string}
          status: {enum: [submitted, under_review, issued, rejected, expired]}
          submitted_on: {type: string, format: date}
          issued_on: {type: [string, "null"], format: date}
          expires_on: {type: [string, "null"], format: date}
          fee: {type: number}
          estimated_cost: {type: number}

  - path: /court/cases/{caseNumber}
    response: {mode: intelligent, prompt: A civil court case}

  - path: /companies/{registrationNumber}
    response: {mode: intelligent, prompt: company register}

  - path: /countries/{code}
    response: {mode: intelligent, prompt: country}
"""
