"""Endpoints of teams at work, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /api/conversations.history
    response:
      mode: intelligent
      schema:
        type: object
        required: [ok, messages, has_more]
        properties:
          ok: {type: boolean, enum: [true]}
          has_more: {type: boolean}
          messages:
            type: array
            minItems: 5
            items:
              type: object
              required: [type, user, text, ts]
              properties:
                type: {type: string, enum: [message]}
                user: {type: string, example: U012AB3CDE}
                text: {type: string}
                ts: {type: string, example: "1512085950.000216"}
                reactions:
                  type: array
                  maxItems: 2
                  items:
                    type: object
                    required: [name, count, users]
                    properties:
                      name: {type: string, example: thumbsup}
                      count: {type: integer}
                      users: {type: array, items: {type: string, example: U012AB3CDE}}

  - path: /rest/api/3/issue/{issueIdOrKey}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, key, self, fields]
        properties:
          id: {type: string, example: "10002"}
          key: {type: string, example: ED-24}
          self: {type: string, format: uri}
          fields:
            type: object
            required: [summary, description, issuetype, project, status, priority,
              assignee, reporter, created, updated, duedate, resolution,
              resolutiondate, labels, timetracking]
            properties:
              summary: {type: string}
              description: {type: string}
              issuetype:
                type: object
                required: [name, subtask]
                properties: {name: {type: string}, subtask: {type: boolean}}
              project:
                type: object
                required: [key, name]
                properties: {key: {type: string}, name: {type: string}}
              status:
                type: object
                required: [name, statusCategory]
                properties:
                  name: {type: string, enum: [To Do, In Progress, In Review, Done]}
                  statusCategory:
                    type: object
                    required: [key, name]
                    properties:
                      key: {type: string, enum: [new, indeterminate, done]}
                      name: {type: string, enum: [To Do, In Progress, Done]}
              priority:
                type: object
                required: [name]
                properties: {name: {type: string}}
              assignee: {nullable: true, allOf: [{$ref: "#/$defs/user"}]}
              reporter: {$ref: "#/$defs/user"}
              created: {type: string, format: date-time}
              updated: {type: string, format: date-time}
              duedate: {type: string, format: date, nullable: true}
              resolution:
                type: object
                nullable: true
                required: [name]
                properties: {name: {type: string}}
              resolutiondate: {type: string, format: date-time, nullable: true}
              labels: {type: array, maxItems: 3, items: {type: string}}
              timetracking:
                type: object
                required: [originalEstimate, originalEstimateSeconds,
                  timeSpentSeconds]
                properties:
                  originalEstimate: {type: string, example: 2d 4h}
                  originalEstimateSeconds: {type: integer}
                  timeSpentSeconds: {type: integer}
        $defs:
          user:
            type: object
            required: [accountId, displayName, emailAddress, active]
            properties:
              accountId: {type: string, example: 5b10a2844c20165700ede21g}
              displayName: {type: string}
              emailAddress: {type: string}
              active: {type: boolean}

  - path: /calendar/v3/calendars/{calendarId}/events
    response:
      mode: intelligent
      schema:
        type: object
        required: [kind, timeZone, items]
        properties:
          kind: {type: string, enum: ["calendar#events"]}
          timeZone: {type: string}
          items:
            type: array
            minItems: 5
            items:
              type: object
              required: [id, status, summary, organizer, start, end, attendees,
                created, updated, htmlLink]
              properties:
                id: {type: string}
                status: {type: string, enum: [confirmed, tentative, cancelled]}
                summary: {type: string, description: title of the event}
                location: {type: string}
                htmlLink: {type: string}
                created: {type: string, format: date-time}
                updated: {type: string, format: date-time}
                organizer:
                  type: object
                  required: [email]
                  properties: {email: {type: string}, displayName: {type: string}}
                start: {$ref: "#/$defs/moment"}
                end: {$ref: "#/$defs/moment"}
                attendees:
                  type: array
                  minItems: 2
                  maxItems: 5
                  items:
                    type: object
                    required: [email, displayName, responseStatus]
                    properties:
                      email: {type: string}
                      displayName: {type: string}
                      organizer: {type: boolean}
                      responseStatus: {type: string, description: "needsAction,
                        declined, tentative or accepted"}
        $defs:
          moment:
            type: object
            required: [dateTime, timeZone]
            properties:
              dateTime: {type: string, format: date-time}
              timeZone: {type: string}

  - path: /2010-04-01/Accounts/{AccountSid}/Messages
    method: POST
    response:
      mode: intelligent
      status: 201
      schema:
        type: object
        required: [sid, account_sid, to, from, body, status, direction, num_segments,
          price, price_unit, error_code, error_message, date_created, date_sent, uri]
        properties:
          sid: {type: string, pattern: "^SM[0-9a-f]{32}$"}
          account_sid: {type: string, pattern: "^AC[0-9a-f]{32}$"}
          to: {type: string}
          from: {type: string}
          body: {type: string}
          status: {type: string, enum: [queued, sending, sent, failed, delivered,
            undelivered]}
          direction: {type: string, enum: [inbound, outbound-api, outbound-reply]}
          num_segments: {type: string}
          price: {type: string, nullable: true}
          price_unit: {type: string}
          error_code: {type: integer, nullable: true}
          error_message: {type: string, nullable: true}
          date_created: {type: string, format: date-time}
          date_sent: {type: string, format: date-time, nullable: true}
          uri: {type: string}
"""
