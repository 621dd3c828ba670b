"""Endpoints of flights, buses, slopes and tides, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /flights/{flightNumber}/status
    response:
      mode: intelligent
      schema:
        type: object
        required: [flightNumber, airline, status, departure, arrival, aircraft,
          distanceKm, durationMinutes]
        properties:
          flightNumber: {type: string}
          status: {type: string, enum: [scheduled, boarding, en_route, landed,
            cancelled]}
          distanceKm: {type: integer}
          durationMinutes: {type: integer}
          airline:
            type: object
            required: [iata, name]
            properties: {iata: {type: string}, name: {type: string}}
          aircraft:
            type: object
            required: [model, registration, icao24]
            properties:
              model: {type: string}
              registration: {type: string}
              icao24: {type: string, description: 24-bit address as six hex digits}
          departure: {$ref: "#/$defs/end"}
          arrival: {$ref: "#/$defs/end"}
        $defs:
          end:
            type: object
            required: [iata, city, terminal, gate, scheduled, actual]
            properties:
              iata: {type: string}
              city: {type: string}
              terminal: {type: string}
              gate: {type: string}
              scheduled: {type: string, format: date-time}
              actual: {type: [string, "null"], format: date-time}

  - path: /stops/{stopId}/arrivals
    response:
      mode: intelligent
      prompt: next buses at a stop in Dublin
      count: 6
      schema:
        type: object
        required: [stopId, route, headsign, scheduledArrival, expectedArrival,
          delaySeconds, status, vehicleId]
        properties:
          stopId: {type: string}
          route: {type: string}
          headsign: {type: string}
          scheduledArrival: {type: string, format: date-time}
          expectedArrival: {type: string, format: date-time}
          delaySeconds: {type: integer}
          status: {type: string, enum: [on_time, delayed, early]}
          vehicleId: {type: string}

  - path: /earthquakes
    response:
      mode: intelligent
      schema:
        type: object
        required: [type, metadata, features]
        properties:
          type: {type: string, enum: [FeatureCollection]}
          metadata:
            type: object
            required: [generated, count]
            properties:
              generated: {type: integer, description: milliseconds since the epoch}
              count: {type: integer}
          features:
            type: array
            minItems: 5
            items:
              type: object
              required: [type, id, properties, geometry]
              properties:
                type: {type: string, enum: [Feature]}
                id: {type: string, example: us7000abcd}
                properties:
                  type: object
                  required: [mag, magType, place, time, updated, tsunami, sig, title,
                    url, status]
                  properties:
                    mag: {type: number, description: magnitude}
                    magType: {type: string}
                    place: {type: string, example: "74 km SSW of Hihifo, Tonga"}
                    time: {type: integer, description: milliseconds since the epoch}
                    updated: {type: integer, description: milliseconds since the epoch}
                    tsunami: {type: integer, description: "1 for large events in oceanic
                      regions, else 0"}
                    sig: {type: integer, description: significance between 0 and 1000}
                    title: {type: string, example: "M 5.1 - 74 km SSW of Hihifo, Tonga"}
                    url: {type: string}
                    status: {type: string, enum: [automatic, reviewed]}
                geometry:
                  type: object
                  required: [type, coordinates]
                  properties:
                    type: {type: string, enum: [Point]}
                    coordinates: {type: array, minItems: 3, maxItems: 3, items: {type:
                      number}, description: "longitude, latitude, depth in km"}

  - path: /ski-resorts/{resort}/snow-report
    response:
      mode: intelligent
      prompt: snow report of an Austrian ski resort
      schema:
        type: object
        required: [resort, country, elevationBaseM, elevationTopM, snowDepthBaseCm,
          snowDepthTopCm, newSnow24hCm, newSnow7dCm, liftsOpen, liftsTotal,
          slopesOpenKm, slopesTotalKm, avalancheLevel, temperatureBaseC,
          temperatureTopC, lastSnowfall,
          updatedAt]
        properties:
          resort: {type: string}
          country: {type: string}
          elevationBaseM: {type: integer}
          elevationTopM: {type: integer}
          snowDepthBaseCm: {type: integer}
          snowDepthTopCm: {type: integer}
          newSnow24hCm: {type: integer}
          newSnow7dCm: {type: integer}
          liftsOpen: {type: integer}
          liftsTotal: {type: integer}
          slopesOpenKm: {type: number}
          slopesTotalKm: {type: number}
          avalancheLevel: {type: integer}
          temperatureBaseC: {type: number}
          temperatureTopC: {type: number}
          lastSnowfall: {type: string, format: date}
          updatedAt: {type: string, format: date-time}

  - path: /tides/{station}
    response: {mode: intelligent, prompt: tide table, count: 6}

  - path: /stays
    response: {mode: intelligent, count: 5, prompt: holiday homes}

  - path: /airline/bookings/{locator}
    response: {mode: intelligent, prompt: booking of a flight}

  - path: /geocode
    response: {mode: intelligent, prompt: position of an address}

  - path: /campsites
    response: {mode: intelligent, count: 5, prompt: campsites in Norway}
"""
