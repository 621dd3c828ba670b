"""Endpoints of weather, travel, homes and the earth, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /data/2.5/forecast
    response:
      mode: intelligent
      schema:
        type: object
        required: [cod, cnt, list, city]
        properties:
          cod: {type: string, example: "200"}
          cnt: {type: integer}
          list:
            type: array
            minItems: 8
            items:
              type: object
              required: [dt, main, weather, clouds, wind, pop, visibility, dt_txt]
              properties:
                dt: {type: integer, description: "time of the forecast, unix, UTC"}
                dt_txt: {type: string, example: "2022-08-30 15:00:00"}
                main:
                  type: object
                  required: [temp, feels_like, temp_min, temp_max, pressure, humidity]
                  properties:
                    temp: {type: number}
                    feels_like: {type: number}
                    temp_min: {type: number}
                    temp_max: {type: number}
                    pressure: {type: integer, description: hPa}
                    humidity: {type: integer, description: "%"}
                weather:
                  type: array
                  minItems: 1
                  maxItems: 1
                  items:
                    type: object
                    required: [id, main, icon]
                    properties:
                      id: {type: integer, description: weather condition id,
                        example: 804}
                      main: {type: string, enum: [Clear, Clouds, Rain, Snow, Drizzle,
                        Thunderstorm, Mist]}
                      icon: {type: string, example: 04n}
                clouds:
                  type: object
                  required: [all]
                  properties: {all: {type: integer, description: "cloudiness, %"}}
                wind:
                  type: object
                  required: [speed, deg, gust]
                  properties:
                    speed: {type: number, description: metres per second}
                    deg: {type: integer}
                    gust: {type: number}
                pop: {type: number, description: probability of precipitation}
                visibility: {type: integer, description: metres}
          city:
            type: object
            required: [id, name, coord, country, timezone, sunrise, sunset]
            properties:
              id: {type: integer}
              name: {type: string}
              coord:
                type: object
                required: [lat, lon]
                properties: {lat: {type: number}, lon: {type: number}}
              country: {type: string}
              timezone: {type: integer, description: shift in seconds from UTC}
              sunrise: {type: integer}
              sunset: {type: integer}

  - path: /hotels/{hotelId}/availability
    response:
      mode: intelligent
      schema:
        type: object
        required: [hotelId, checkin, checkout, nights, currency, rooms]
        properties:
          hotelId: {type: string}
          checkin: {type: string, format: date}
          checkout: {type: string, format: date}
          nights: {type: integer}
          currency: {type: string}
          rooms:
            type: array
            minItems: 3
            items:
              type: object
              required: [roomId, name, maxOccupancy, bedType, board, refundable,
                freeCancellationUntil, pricePerNight, totalPrice, roomsLeft]
              properties:
                roomId: {type: string}
                name: {type: string}
                maxOccupancy: {type: integer}
                bedType: {type: string}
                board: {type: string}
                refundable: {type: boolean}
                freeCancellationUntil: {type: string, format: date, nullable: true}
                pricePerNight: {type: number}
                totalPrice: {type: number}
                roomsLeft: {type: integer}

  - path: /v1.2/estimates/price
    response:
      mode: intelligent
      prompt: ride price estimates in London
      schema:
        type: object
        required: [prices]
        properties:
          prices:
            type: array
            minItems: 4
            maxItems: 5
            items:
              type: object
              required: [product_id, display_name, currency_code, low_estimate,
                high_estimate, estimate, duration, distance, surge_multiplier]
              properties:
                product_id: {type: string}
                display_name: {type: string, example: uberX}
                currency_code: {type: string}
                low_estimate: {type: integer}
                high_estimate: {type: integer}
                estimate: {type: string, example: $13-17}
                duration: {type: integer, description: in seconds}
                distance: {type: number, description: in miles}
                surge_multiplier: {type: number}

  - path: /properties/{zpid}
    response:
      mode: intelligent
      schema:
        type: object
        required: [zpid, address, price, zestimate, rentZestimate, bedrooms, bathrooms,
          livingArea, yearBuilt, homeType, homeStatus, datePosted, daysOnZillow,
          latitude, longitude, priceHistory, schools]
        properties:
          zpid: {type: integer}
          address:
            type: object
            required: [streetAddress, city, state, zipcode]
            properties:
              streetAddress: {type: string}
              city: {type: string}
              state: {type: string, description: two letters}
              zipcode: {type: string}
          price: {type: integer}
          zestimate: {type: integer, description: estimated market value}
          rentZestimate: {type: integer, description: estimated rent per month}
          bedrooms: {type: integer}
          bathrooms: {type: number}
          livingArea: {type: integer, description: square feet}
          yearBuilt: {type: integer}
          homeType: {type: string, enum: [SINGLE_FAMILY, CONDO, TOWNHOUSE]}
          homeStatus: {type: string, enum: [FOR_SALE, PENDING]}
          datePosted: {type: string, format: date}
          daysOnZillow: {type: integer}
          latitude: {type: number}
          longitude: {type: number}
          priceHistory:
            type: array
            minItems: 2
            maxItems: 4
            items:
              type: object
              required: [date, event, price]
              properties:
                date: {type: string, format: date}
                event: {type: string}
                price: {type: integer}
          schools:
            type: array
            minItems: 1
            maxItems: 3
            items:
              type: object
              required: [name, rating, distance, grades]
              properties:
                name: {type: string}
                rating: {type: integer}
                distance: {type: number, description: in miles}
                grades: {type: string, example: K-5}

  - path: /place/details
    response:
      mode: intelligent
      prompt: an Italian restaurant in Melbourne
      schema:
        type: object
        required: [result]
        properties:
          result:
            type: object
            required: [place_id, name, formatted_address, international_phone_number,
              geometry, opening_hours, rating, user_ratings_total, price_level, types,
              website, reviews]
            properties:
              place_id: {type: string, example: ChIJN1t_tDeuEmsRUsoyG83frY4}
              name: {type: string}
              formatted_address: {type: string}
              international_phone_number: {type: string}
              geometry:
                type: object
                required: [location]
                properties:
                  location:
                    type: object
                    required: [lat, lng]
                    properties: {lat: {type: number}, lng: {type: number}}
              opening_hours:
                type: object
                required: [open_now, weekday_text]
                properties:
                  open_now: {type: boolean}
                  weekday_text: {type: array, minItems: 7, maxItems: 7, items: {type:
                    string, example: "Monday: 9:00 AM - 5:00 PM"}}
              rating: {type: number}
              user_ratings_total: {type: integer}
              price_level: {type: integer}
              types: {type: array, minItems: 1, items: {type: string}}
              website: {type: string}
              reviews:
                type: array
                minItems: 2
                maxItems: 4
                items:
                  type: object
                  required: [author_name, rating, text, time]
                  properties:
                    author_name: {type: string}
                    rating: {type: integer}
                    text: {type: string}
                    time: {type: integer}
"""
