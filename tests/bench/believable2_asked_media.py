"""Endpoints of music, films and sport, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /v1/tracks/{id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, name, type, uri, artists, album, duration_ms, explicit,
          popularity, track_number, disc_number, external_ids, external_urls, is_local]
        properties:
          id: {type: string, example: 11dFghVXANMlKmJXsNCbNl}
          name: {type: string}
          type: {type: string, enum: [track]}
          uri: {type: string, example: "spotify:track:11dFghVXANMlKmJXsNCbNl"}
          duration_ms: {type: integer}
          explicit: {type: boolean}
          popularity: {type: integer, description: between 0 and 100}
          track_number: {type: integer}
          disc_number: {type: integer}
          is_local: {type: boolean}
          external_ids:
            type: object
            required: [isrc]
            properties: {isrc: {type: string}}
          external_urls:
            type: object
            required: [spotify]
            properties: {spotify: {type: string}}
          available_markets: {type: array, minItems: 2, items: {type: string}}
          artists:
            type: array
            minItems: 1
            maxItems: 2
            items:
              type: object
              required: [id, name, type, uri]
              properties:
                id: {type: string, example: 6sFIWsNpZYqfjUpaCgueju}
                name: {type: string}
                type: {type: string, enum: [artist]}
                uri: {type: string, example: "spotify:artist:6sFIWsNpZYqfjUpaCgueju"}
          album:
            type: object
            required: [id, name, album_type, release_date, release_date_precision,
              total_tracks, images]
            properties:
              id: {type: string}
              name: {type: string}
              album_type: {type: string, enum: [album, single, compilation]}
              release_date: {type: string, example: "1981-12"}
              release_date_precision: {type: string, enum: [year, month, day]}
              total_tracks: {type: integer}
              images:
                type: array
                minItems: 3
                maxItems: 3
                items:
                  type: object
                  required: [url, width, height]
                  properties:
                    url: {type: string}
                    width: {type: integer}
                    height: {type: integer}

  - path: /3/movie/{movie_id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, imdb_id, title, original_title, original_language, overview,
          tagline, release_date, runtime, status, budget, revenue, genres,
          vote_average, vote_count, popularity, poster_path, production_countries,
          spoken_languages, adult]
        properties:
          id: {type: integer}
          imdb_id: {type: string}
          title: {type: string}
          original_title: {type: string}
          original_language: {type: string}
          overview: {type: string}
          tagline: {type: string}
          release_date: {type: string, format: date}
          runtime: {type: integer}
          status: {type: string, enum: [Rumored, Planned, In Production,
            Post Production, Released]}
          budget: {type: integer}
          revenue: {type: integer}
          adult: {type: boolean}
          vote_average: {type: number}
          vote_count: {type: integer}
          popularity: {type: number}
          poster_path: {type: string, example: /pB8BM7pdSp6B6Ih7QZ4DrQ3PmJK.jpg}
          genres:
            type: array
            minItems: 1
            maxItems: 3
            items:
              type: object
              required: [id, name]
              properties: {id: {type: integer}, name: {type: string}}
          production_countries:
            type: array
            minItems: 1
            maxItems: 2
            items:
              type: object
              required: [iso_3166_1, name]
              properties: {iso_3166_1: {type: string}, name: {type: string}}
          spoken_languages:
            type: array
            minItems: 1
            maxItems: 2
            items:
              type: object
              required: [iso_639_1, english_name]
              properties: {iso_639_1: {type: string}, english_name: {type: string}}

  - path: /api/v3/activities/{id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, name, type, distance, moving_time, elapsed_time,
          total_elevation_gain, start_date, timezone, average_speed, max_speed,
          average_heartrate, max_heartrate, calories, start_latlng, elev_high, elev_low,
          kudos_count, manual]
        properties:
          id: {type: integer, format: int64}
          name: {type: string}
          type: {type: string, enum: [Run, Ride, Hike, Walk]}
          distance: {type: number, description: "The activity's distance, in meters"}
          moving_time: {type: integer, description: in seconds}
          elapsed_time: {type: integer, description: in seconds}
          total_elevation_gain: {type: number}
          start_date: {type: string, format: date-time}
          timezone: {type: string, example: (GMT-08:00) America/Los_Angeles}
          average_speed: {type: number, description: in meters per second}
          max_speed: {type: number, description: in meters per second}
          average_heartrate: {type: number}
          max_heartrate: {type: number}
          calories: {type: number}
          start_latlng: {type: array, minItems: 2, maxItems: 2, items: {type: number},
            description: a pair of latitude and longitude}
          elev_high: {type: number}
          elev_low: {type: number}
          kudos_count: {type: integer}
          manual: {type: boolean}

  - path: /f1/{season}/{round}/results
    response:
      mode: intelligent
      prompt: result of a Formula 1 race
      schema:
        type: object
        required: [season, round, raceName, date, circuit, results]
        properties:
          season: {type: integer}
          round: {type: integer}
          raceName: {type: string}
          date: {type: string, format: date}
          circuit:
            type: object
            required: [name, city, country]
            properties:
              name: {type: string}
              city: {type: string}
              country: {type: string}
          results:
            type: array
            minItems: 10
            maxItems: 10
            items:
              type: object
              required: [position, number, driver, constructor, grid, laps, status,
                points]
              properties:
                position: {type: integer}
                number: {type: integer}
                driver:
                  type: object
                  required: [code, givenName, familyName, nationality]
                  properties:
                    code: {type: string, example: VER}
                    givenName: {type: string}
                    familyName: {type: string}
                    nationality: {type: string}
                constructor: {type: string}
                grid: {type: integer}
                laps: {type: integer}
                status: {type: string, example: Finished}
                points: {type: number}

  - path: /youtube/v3/videos/{videoId}
    response:
      mode: intelligent
      prompt: a video of a woodworking channel
      schema:
        type: object
        required: [id, snippet, contentDetails, statistics]
        properties:
          id: {type: string}
          snippet:
            type: object
            required: [publishedAt, channelId, channelTitle, title, description, tags]
            properties:
              publishedAt: {type: string, format: date-time}
              channelId: {type: string, example: UC_x5XG1OV2P6uZZ5FSM9Ttw}
              channelTitle: {type: string}
              title: {type: string}
              description: {type: string}
              tags: {type: array, minItems: 3, items: {type: string}}
          contentDetails:
            type: object
            required: [duration, dimension, definition]
            properties:
              duration: {type: string, description: ISO 8601 duration}
              dimension: {type: string, enum: [2d, 3d]}
              definition: {type: string, enum: [hd, sd]}
          statistics:
            type: object
            required: [viewCount, likeCount, commentCount]
            properties:
              viewCount: {type: string}
              likeCount: {type: string}
              commentCount: {type: string}
"""
