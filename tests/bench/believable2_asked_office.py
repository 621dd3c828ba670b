"""Endpoints of meetings, hours and papers, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /v2/users/{userId}/meetings
    response:
      mode: intelligent
      prompt: upcoming video meetings of a design team
      schema:
        type: object
        required: [page_size, total_records, meetings]
        properties:
          page_size: {type: integer}
          total_records: {type: integer}
          meetings:
            type: array
            minItems: 4
            items:
              type: object
              required: [id, topic, host_id, start_time, duration, timezone, join_url,
                created_at]
              properties:
                id: {type: integer, description: meeting number of ten or eleven digits}
                topic: {type: string}
                host_id: {type: string}
                start_time: {type: string, format: date-time}
                duration: {type: integer, description: in minutes}
                timezone: {type: string}
                join_url: {type: string}
                created_at: {type: string, format: date-time}

  - path: /v2/time_entries
    response:
      mode: intelligent
      prompt: time entries of a web agency
      schema:
        type: object
        required: [time_entries, total_entries]
        properties:
          total_entries: {type: integer}
          time_entries:
            type: array
            minItems: 6
            items:
              type: object
              required: [id, spent_date, user, client, project, task, started_time,
                ended_time, hours, billable, hourly_rate, billable_amount, notes]
              properties:
                id: {type: integer}
                spent_date: {type: string, format: date}
                user: {$ref: "#/$defs/named"}
                client: {$ref: "#/$defs/named"}
                project: {$ref: "#/$defs/named"}
                task: {$ref: "#/$defs/named"}
                started_time: {type: string, example: "8:00am"}
                ended_time: {type: string, example: "9:30am"}
                hours: {type: number}
                billable: {type: boolean}
                hourly_rate: {type: number}
                billable_amount: {type: number}
                notes: {type: string}
        $defs:
          named:
            type: object
            required: [id, name]
            properties: {id: {type: integer}, name: {type: string}}

  - path: /time_off/requests
    response:
      mode: intelligent
      prompt: absences of the staff of a hospital
      count: 6
      schema:
        type: object
        required: [id, employeeId, employeeName, type, status, start, end, days,
          requestedOn, approvedBy]
        properties:
          id: {type: integer}
          employeeId: {type: integer}
          employeeName: {type: string}
          type: {type: string}
          status: {type: string, enum: [requested, approved, denied, canceled]}
          start: {type: string, format: date}
          end: {type: string, format: date}
          days: {type: number}
          requestedOn: {type: string, format: date}
          approvedBy: {type: [string, "null"]}

  - path: /envelopes/{envelopeId}
    response:
      mode: intelligent
      prompt: an employment contract sent out for electronic signature
      schema:
        type: object
        required: [envelopeId, status, emailSubject, sentDateTime, deliveredDateTime,
          completedDateTime, expiresDateTime, signers, documents]
        properties:
          envelopeId: {type: string}
          status: {type: string, enum: [sent, delivered, completed, declined, voided]}
          emailSubject: {type: string}
          sentDateTime: {type: string, format: date-time}
          deliveredDateTime: {type: [string, "null"], format: date-time}
          completedDateTime: {type: [string, "null"], format: date-time}
          expiresDateTime: {type: string, format: date-time}
          signers:
            type: array
            minItems: 2
            maxItems: 2
            items:
              type: object
              required: [name, email, routingOrder, status, signedDateTime]
              properties:
                name: {type: string}
                email: {type: string}
                routingOrder: {type: integer}
                status: {type: string, enum: [sent, delivered, completed, declined]}
                signedDateTime: {type: [string, "null"], format: date-time}
          documents:
            type: array
            minItems: 1
            maxItems: 2
            items:
              type: object
              required: [documentId, name, pages]
              properties:
                documentId: {type: string}
                name: {type: string}
                pages: {type: integer}

  - path: /me/messages
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [value]
        properties:
          value:
            type: array
            items:
              type: object
              required: [id, subject, bodyPreview, from, toRecipients, sentDateTime,
                receivedDateTime, isRead, importance, hasAttachments]
              properties:
                id: {type: string}
                subject: {type: string}
                bodyPreview: {type: string}
                from: {$ref: "#/$defs/recipient"}
                toRecipients: {type: array, minItems: 1, maxItems: 1, items: {$ref:
                  "#/$defs/recipient"}}
                sentDateTime: {type: string, format: date-time}
                receivedDateTime: {type: string, format: date-time}
                isRead: {type: boolean}
                hasAttachments: {type: boolean}
                importance: {type: string, enum: [low, normal, high]}
        $defs:
          recipient:
            type: object
            required: [emailAddress]
            properties:
              emailAddress:
                type: object
                required: [name, address]
                properties: {name: {type: string}, address: {type: string}}

  - path: /jobs/listings
    response: {mode: intelligent, count: 4, prompt: open positions of a game studio}

  - path: /boards/{boardId}/cards
    response:
      mode: intelligent
      count: 6
      prompt: cards of a kanban board for launching a mobile app

  - path: /meeting-rooms
    response: {mode: intelligent, prompt: meeting rooms, count: 5}
"""
