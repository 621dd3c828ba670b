"""Endpoints of games, streams, books and pictures, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /games/{gameId}/boxscore
    response:
      mode: intelligent
      prompt: final box score of a basketball game
      schema:
        type: object
        required: [gameId, status, home, away, attendance, arena]
        properties:
          gameId: {type: string}
          status: {type: string, enum: [final]}
          attendance: {type: integer}
          arena: {type: string}
          home: {$ref: "#/$defs/side"}
          away: {$ref: "#/$defs/side"}
        $defs:
          side:
            type: object
            required: [team, score, q1, q2, q3, q4, fieldGoalsMade,
              fieldGoalsAttempted, reboundsOffensive, reboundsDefensive, rebounds,
              assists, turnovers, topScorer]
            properties:
              team: {type: string}
              score: {type: integer}
              q1: {type: integer}
              q2: {type: integer}
              q3: {type: integer}
              q4: {type: integer}
              fieldGoalsMade: {type: integer}
              fieldGoalsAttempted: {type: integer}
              reboundsOffensive: {type: integer}
              reboundsDefensive: {type: integer}
              rebounds: {type: integer}
              assists: {type: integer}
              turnovers: {type: integer}
              topScorer:
                type: object
                required: [name, points, minutes]
                properties:
                  name: {type: string}
                  points: {type: integer}
                  minutes: {type: integer}

  - path: /helix/streams
    response:
      mode: intelligent
      count: 5
      schema:
        type: object
        required: [id, user_id, user_login, user_name, game_name, type, title,
          viewer_count, started_at, language, thumbnail_url, is_mature]
        properties:
          id: {type: string}
          user_id: {type: string}
          user_login: {type: string}
          user_name: {type: string}
          game_name: {type: string}
          type: {type: string, enum: [live]}
          title: {type: string}
          viewer_count: {type: integer}
          started_at: {type: string, format: date-time}
          language: {type: string}
          thumbnail_url: {type: string}
          is_mature: {type: boolean}

  - path: /books/v1/volumes
    response:
      mode: intelligent
      schema:
        type: object
        required: [totalItems, items]
        properties:
          totalItems: {type: integer}
          items:
            type: array
            minItems: 5
            items:
              type: object
              required: [id, volumeInfo]
              properties:
                id: {type: string}
                volumeInfo:
                  type: object
                  required: [title, authors, publisher, publishedDate, description,
                    isbn10, isbn13, pageCount, categories, averageRating,
                    ratingsCount, language]
                  properties:
                    title: {type: string}
                    authors: {type: array, minItems: 1, maxItems: 2, items: {type:
                      string}}
                    publisher: {type: string}
                    publishedDate: {type: string, format: date}
                    description: {type: string}
                    isbn10: {type: string}
                    isbn13: {type: string}
                    pageCount: {type: integer}
                    categories: {type: array, minItems: 1, items: {type: string}}
                    averageRating: {type: number}
                    ratingsCount: {type: integer}
                    language: {type: string}

  - path: /photos/{id}
    response:
      mode: intelligent
      prompt: a landscape photo of a photo community
      schema:
        type: object
        required: [id, width, height, color, description, likes, downloads, views,
          urls, user, exif, location, created_at]
        properties:
          id: {type: string}
          width: {type: integer}
          height: {type: integer}
          color: {type: string}
          description: {type: string}
          likes: {type: integer}
          downloads: {type: integer}
          views: {type: integer}
          created_at: {type: string, format: date-time}
          urls:
            type: object
            required: [full, regular, thumb]
            properties:
              full: {type: string}
              regular: {type: string}
              thumb: {type: string}
          user:
            type: object
            required: [username, name]
            properties: {username: {type: string}, name: {type: string}}
          exif:
            type: object
            required: [make, model, exposure_time, aperture, focal_length, iso]
            properties:
              make: {type: string}
              model: {type: string}
              exposure_time: {type: string}
              aperture: {type: string}
              focal_length: {type: string}
              iso: {type: integer}
          location:
            type: object
            required: [city, country, latitude, longitude]
            properties:
              city: {type: string}
              country: {type: string}
              latitude: {type: number}
              longitude: {type: number}

  - path: /trivia/questions
    response:
      mode: intelligent
      prompt: quiz questions with one right and three wrong answers
      count: 5
      schema:
        type: object
        required: [category, difficulty, question, correct_answer, incorrect_answers]
        properties:
          category: {type: string}
          difficulty: {type: string, enum: [easy, medium, hard]}
          question: {type: string}
          correct_answer: {type: string}
          incorrect_answers: {type: array, minItems: 3, maxItems: 3, items: {type:
            string}}

  - path: /foods/{fdcId}
    response:
      mode: intelligent
      prompt: nutrition facts of a breakfast cereal
      schema:
        type: object
        required: [fdcId, name, brand, servingSizeG, caloriesKcal, proteinG, fatG,
          saturatedFatG, carbsG, sugarsG, fiberG, sodiumMg, ingredients]
        properties:
          fdcId: {type: integer}
          name: {type: string}
          brand: {type: string}
          servingSizeG: {type: number}
          caloriesKcal: {type: number, description: per 100 g}
          proteinG: {type: number, description: per 100 g}
          fatG: {type: number, description: per 100 g}
          saturatedFatG: {type: number, description: per 100 g}
          carbsG: {type: number, description: per 100 g}
          sugarsG: {type: number, description: per 100 g}
          fiberG: {type: number, description: per 100 g}
          sodiumMg: {type: number, description: per 100 g}
          ingredients: {type: string}

  - path: /leaderboards/weekly
    response: {mode: intelligent, count: 8, prompt: players of a racing game}

  - path: /characters
    response:
      mode: intelligent
      count: 4
      prompt: characters of a fantasy role-playing game, with level and hit points

  - path: /tennis/matches
    response: {mode: intelligent, prompt: tennis matches, count: 4}
"""
