"""Endpoints about music, books, news, talk and sport, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /playlists/{playlistId}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, name, description, owner, public, trackCount, totalDurationMs,
          followers, tracks]
        properties:
          id: {type: string}
          name: {type: string}
          description: {type: string}
          public: {type: boolean}
          owner:
            type: object
            required: [id, displayName]
            properties: {id: {type: string}, displayName: {type: string}}
          followers: {type: integer}
          trackCount: {type: integer}
          totalDurationMs: {type: integer}
          tracks:
            type: array
            minItems: 5
            maxItems: 8
            items:
              type: object
              required: [position, title, artist, album, durationMs, releaseYear,
                explicit, popularity]
              properties:
                position: {type: integer}
                title: {type: string}
                artist: {type: string}
                album: {type: string}
                genre: {type: string}
                durationMs: {type: integer}
                releaseYear: {type: integer}
                bpm: {type: integer}
                explicit: {type: boolean}
                isrc: {type: string}
                popularity: {type: integer, minimum: 0, maximum: 100}

  - path: /matches/:matchId
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, competition, kickoff, venue, status, minute, homeTeam, awayTeam,
          score, attendance, referee, possession, events]
        properties:
          id: {type: string}
          sport: {type: string, enum: [football]}
          competition: {type: string}
          kickoff: {type: string, format: date-time}
          venue: {type: string}
          status: {type: string, enum: [finished]}
          minute: {type: integer}
          homeTeam: {type: string}
          awayTeam: {type: string}
          referee: {type: string}
          attendance: {type: integer}
          score:
            type: object
            required: [home, away, halfTimeHome, halfTimeAway]
            properties:
              home: {type: integer}
              away: {type: integer}
              halfTimeHome: {type: integer}
              halfTimeAway: {type: integer}
          possession:
            type: object
            required: [homePct, awayPct]
            properties: {homePct: {type: integer}, awayPct: {type: integer}}
          events:
            type: array
            minItems: 3
            maxItems: 8
            items:
              type: object
              required: [minute, type, player, team]
              properties:
                minute: {type: integer}
                type: {type: string, enum: [goal, yellow_card, red_card, substitution]}
                player: {type: string}
                team: {type: string}

  - path: /leagues/{leagueId}/standings
    response:
      mode: intelligent
      count: 8
      schema:
        type: object
        required: [rank, team, played, won, drawn, lost, goalsFor, goalsAgainst,
          goalDifference, points]
        properties:
          rank: {type: integer}
          team: {type: string}
          played: {type: integer}
          won: {type: integer}
          drawn: {type: integer}
          lost: {type: integer}
          goalsFor: {type: integer}
          goalsAgainst: {type: integer}
          goalDifference: {type: integer}
          points: {type: integer}

  - path: /news/articles/{slug}
    response:
      mode: intelligent
      schema:
        type: object
        required: [slug, title, subtitle, author, section, publishedAt, updatedAt,
          wordCount, readingTimeMinutes, body, tags, commentsCount, isPremium]
        properties:
          slug: {type: string}
          title: {type: string}
          subtitle: {type: string}
          author:
            type: object
            required: [name, email, bio]
            properties:
              name: {type: string}
              email: {type: string}
              bio: {type: string}
          section: {enum: [politics, business, science, culture, sport]}
          publishedAt: {type: string, format: date-time}
          updatedAt: {type: string, format: date-time}
          wordCount: {type: integer}
          readingTimeMinutes: {type: integer}
          body: {type: string}
          tags: {type: array, items: {type: string}}
          commentsCount: {type: integer}
          isPremium: {type: boolean}

  - path: /library/loans
    response:
      mode: intelligent
      prompt: Books lent by a public library
      count: 6
      schema:
        type: object
        required: [loan_id, title, author, isbn, borrower, checked_out_at, due_date,
          returned_at, renewals, status, fine_amount]
        properties:
          loan_id: {type: string}
          title: {type: string}
          author: {type: string}
          isbn: {type: string}
          borrower: {type: string}
          library_card: {type: string}
          checked_out_at: {type: string, format: date-time}
          due_date: {type: string, format: date}
          returned_at: {type: [string, "null"], format: date-time}
          renewals: {type: integer}
          status: {enum: [on_loan, overdue, returned]}
          fine_amount: {type: number}

  - path: /podcasts/{podcastId}/episodes
    response:
      mode: intelligent
      prompt: Episodes of a podcast about astronomy
      count: 6
      schema:
        type: object
        required: [id, podcastId, episodeNumber, season, title, description, duration,
          publishedAt, audioUrl, fileSizeBytes]
        properties:
          id: {type: string}
          podcastId: {type: string}
          episodeNumber: {type: integer}
          season: {type: integer}
          title: {type: string}
          description: {type: string}
          duration: {type: integer, description: in seconds}
          publishedAt: {type: string, format: date-time}
          audioUrl: {type: string}
          fileSizeBytes: {type: integer}

  - path: /cinemas/{id}/showtimes
    response:
      mode: intelligent
      prompt: Showtimes of a cinema
      count: 6
      schema:
        type: object
        required: [movieTitle, genre, runtimeMin, ageRating, screen, startsAt, endsAt,
          format, ticketPrice, seatsTotal, seatsAvailable, soldOut]
        properties:
          movieTitle: {type: string}
          genre: {type: string}
          runtimeMin: {type: integer}
          ageRating: {type: string}
          screen: {type: string}
          startsAt: {type: string, format: date-time}
          endsAt: {type: string, format: date-time}
          format: {type: string, enum: [2D, 3D, IMAX]}
          ticketPrice: {type: number}
          seatsTotal: {type: integer}
          seatsAvailable: {type: integer}
          soldOut: {type: boolean}

  - path: /posts/{postId}/comments
    response:
      mode: intelligent
      prompt: Comments under a blog post about hiking in the Alps
      count: 6
      schema:
        type: object
        required: [id, post_id, author, body, likes, created_at, edited_at]
        properties:
          id: {type: integer}
          post_id: {type: integer}
          parent_id: {type: [integer, "null"]}
          author:
            type: object
            required: [username, avatar_url]
            properties: {username: {type: string}, avatar_url: {type: string}}
          body: {type: string}
          likes: {type: integer}
          created_at: {type: string, format: date-time}
          edited_at: {type: [string, "null"], format: date-time}

  - path: /conversations/{conversationId}/messages
    response:
      mode: intelligent
      prompt: Two friends plan a dinner in a chat
      count: 8
      schema:
        type: object
        required: [id, conversation_id, sender, text, sent_at, delivered_at, read_at]
        properties:
          id: {type: string}
          conversation_id: {type: string}
          sender: {type: string}
          text: {type: string}
          sent_at: {type: string, format: date-time}
          delivered_at: {type: [string, "null"], format: date-time}
          read_at: {type: [string, "null"], format: date-time}

  - path: /concerts
    response: {mode: intelligent, prompt: Concerts in Vienna, count: 6}

  - path: /museum/artworks
    response: {mode: intelligent, prompt: Paintings of a museum, count: 6}

  - path: /surveys/{id}/results
    response: {mode: intelligent, prompt: results of a customer satisfaction survey}

  - path: /games
    response: {mode: intelligent, prompt: Video games, count: 6}

  - path: /chess/tournaments/{id}/players
    response: {mode: intelligent, prompt: Players of a chess tournament, count: 6}
"""
