"""Endpoints about travel and weather, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /flights/{from}/{to}
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [flightNumber, airline, origin, destination, departureTime,
          arrivalTime, durationMinutes, status, price, currency, aircraft, seatsLeft]
        properties:
          flightNumber: {type: string}
          airline: {type: string}
          origin:
            type: object
            required: [iata, city]
            properties:
              iata: {type: string, pattern: "^[A-Z]{3}$"}
              city: {type: string}
          destination:
            type: object
            required: [iata, city]
            properties:
              iata: {type: string, pattern: "^[A-Z]{3}$"}
              city: {type: string}
          departureTime: {type: string, format: date-time}
          arrivalTime: {type: string, format: date-time}
          durationMinutes: {type: integer}
          stops: {type: integer}
          status: {type: string, enum: [scheduled, boarding, delayed, cancelled]}
          aircraft: {type: string}
          gate: {type: string}
          price: {type: number}
          currency: {type: string}
          seatsLeft: {type: integer}

  - path: /hotels
    response:
      mode: intelligent
      prompt: Hotels in a European city
      count: 6
      schema:
        type: object
        required: [id, name, stars, city, country, latitude, longitude, price_per_night,
          currency, guest_rating, review_count, check_in_time, amenities]
        properties:
          id: {type: integer}
          name: {type: string}
          stars: {type: integer}
          city: {type: string}
          country: {type: string}
          latitude: {type: number}
          longitude: {type: number}
          price_per_night: {type: number}
          currency: {type: string}
          guest_rating: {type: number, description: out of 10}
          review_count: {type: integer}
          check_in_time: {type: string, example: "15:00"}
          amenities: {type: array, items: {type: string}}

  - path: /stations/{stationId}/departures
    response:
      mode: intelligent
      prompt: Train departures of a railway station
      count: 6

  - path: /weather/{city}
    response:
      mode: intelligent
      schema:
        type: object
        required: [location, current, daily]
        properties:
          location:
            type: object
            required: [name, country, lat, lon, tz]
            properties:
              name: {type: string}
              country: {type: string}
              lat: {type: number}
              lon: {type: number}
              tz: {type: string}
          current:
            type: object
            required: [temp_c, feels_like_c, humidity, pressure_hpa, wind_kph, wind_dir,
              cloud_cover_pct, uv_index, visibility_km, condition, observed_at]
            properties:
              temp_c: {type: number}
              feels_like_c: {type: number}
              humidity: {type: integer}
              pressure_hpa: {type: number}
              wind_kph: {type: number}
              wind_dir: {type: string}
              wind_deg: {type: integer}
              cloud_cover_pct: {type: integer}
              uv_index: {type: number}
              visibility_km: {type: number}
              precip_mm: {type: number}
              condition: {type: string}
              observed_at: {type: string, format: date-time}
          daily:
            type: array
            minItems: 5
            maxItems: 7
            items:
              type: object
              required: [date, temp_min_c, temp_max_c, chance_of_rain, sunrise, sunset]
              properties:
                date: {type: string, format: date}
                temp_min_c: {type: number}
                temp_max_c: {type: number}
                chance_of_rain: {type: integer}
                sunrise: {type: string}
                sunset: {type: string}
                condition: {type: string}

  - path: /air-quality/{city}
    response:
      mode: intelligent
      prompt: Air quality of a city
      schema:
        type: object
        required: [city, aqi, category, pm25, pm10, no2, o3, measuredAt]
        properties:
          city: {type: string}
          aqi: {type: integer}
          category: {type: string}
          pm25: {type: number}
          pm10: {type: number}
          no2: {type: number}
          o3: {type: number}
          measuredAt: {type: string, format: date-time}

  - path: /rides/{rideId}
    response: {mode: intelligent, prompt: A taxi ride booked in an app}

  - path: /ports/{port}/vessels
    response: {mode: intelligent, prompt: vessels in a port, count: 6}
"""
