"""Endpoints about roads, rooms and goods on their way, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /bikeshare/stations
    response:
      mode: intelligent
      prompt: Bike share stations in Oslo
      count: 6
      schema:
        type: object
        required: [station_id, name, lat, lon, capacity, num_bikes_available,
          num_docks_available, is_renting, last_reported]
        properties:
          station_id: {type: string}
          name: {type: string}
          lat: {type: number}
          lon: {type: number}
          capacity: {type: integer}
          num_bikes_available: {type: integer}
          num_docks_available: {type: integer}
          is_renting: {type: boolean}
          last_reported: {type: integer, description: POSIX timestamp}

  - path: /charging-sessions/{id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, stationId, connectorType, startTime, endTime, durationMin,
          energyKwh, maxPowerKw, socStartPct, socEndPct, cost, currency]
        properties:
          id: {type: string}
          stationId: {type: string}
          connectorType: {type: string}
          startTime: {type: string, format: date-time}
          endTime: {type: string, format: date-time}
          durationMin: {type: integer}
          energyKwh: {type: number}
          maxPowerKw: {type: number}
          socStartPct: {type: integer}
          socEndPct: {type: integer}
          cost: {type: number}
          currency: {type: string}

  - path: /shipments/{trackingNumber}
    response:
      mode: intelligent
      schema:
        type: object
        required: [trackingNumber, carrier, status, weightKg, origin, destination,
          shippedAt, estimatedDelivery, deliveredAt, events]
        properties:
          trackingNumber: {type: string}
          carrier: {type: string}
          service: {type: string}
          status: {enum: [label_created, in_transit, out_for_delivery, delivered]}
          weightKg: {type: number}
          dimensions:
            type: object
            required: [lengthCm, widthCm, heightCm]
            properties:
              lengthCm: {type: number}
              widthCm: {type: number}
              heightCm: {type: number}
          origin: {$ref: "#/$defs/place"}
          destination: {$ref: "#/$defs/place"}
          shippedAt: {type: string, format: date-time}
          estimatedDelivery: {type: string, format: date}
          deliveredAt: {type: [string, "null"], format: date-time}
          events:
            type: array
            minItems: 2
            maxItems: 6
            items:
              type: object
              required: [timestamp, status, location, description]
              properties:
                timestamp: {type: string, format: date-time}
                status: {type: string}
                location: {type: string}
                description: {type: string}
        $defs:
          place:
            type: object
            required: [city, postalCode, countryCode]
            properties:
              city: {type: string}
              postalCode: {type: string}
              countryCode: {type: string, minLength: 2, maxLength: 2}

  - path: /warehouses/{warehouseId}/stock
    response:
      mode: intelligent
      prompt: Stock of a warehouse for hardware and tools
      count: 8
      schema:
        type: object
        required: [sku, productName, location, onHand, reserved, available,
          reorderPoint, needsReorder, unitCost, stockValue]
        properties:
          sku: {type: string}
          warehouseId: {type: string}
          productName: {type: string}
          location: {type: string, description: Aisle and shelf, example: A-03-2}
          onHand: {type: integer}
          reserved: {type: integer}
          available: {type: integer}
          reorderPoint: {type: integer}
          needsReorder: {type: boolean}
          unitCost: {type: number}
          stockValue: {type: number}

  - path: /vehicles/{vin}/telemetry
    response:
      mode: intelligent
      prompt: Telemetry of a delivery van, one point a minute
      count: 8
      schema:
        type: object
        required: [vin, timestamp, lat, lng, speed_kmh, heading, odometer_km,
          fuel_level_pct, engine_rpm, coolant_temp_c, battery_voltage]
        properties:
          vin: {type: string}
          timestamp: {type: string, format: date-time}
          lat: {type: number}
          lng: {type: number}
          speed_kmh: {type: number}
          heading: {type: integer}
          odometer_km: {type: number}
          fuel_level_pct: {type: number}
          engine_rpm: {type: integer}
          coolant_temp_c: {type: number}
          battery_voltage: {type: number}

  - path: /real-estate/listings
    response: {mode: intelligent, prompt: Flats for rent in Berlin, count: 6}

  - path: /parking/garages/{id}
    response: {mode: intelligent, prompt: parking garage}

  - path: /car-rentals
    response:
      mode: intelligent
      prompt: Bookings of rental cars
      count: 5
      schema:
        type: object
        required: [bookingRef, make, model, year, licensePlate, pickupDate, returnDate,
          days, dailyRate, totalPrice, deposit, driver]
        properties:
          bookingRef: {type: string}
          make: {type: string}
          model: {type: string}
          year: {type: integer}
          licensePlate: {type: string}
          pickupLocation: {type: string}
          pickupDate: {type: string, format: date}
          returnDate: {type: string, format: date}
          days: {type: integer}
          dailyRate: {type: number}
          totalPrice: {type: number}
          deposit: {type: number}
          driver:
            type: object
            required: [firstName, lastName, email, age]
            properties:
              firstName: {type: string}
              lastName: {type: string}
              email: {type: string}
              age: {type: integer}
"""
