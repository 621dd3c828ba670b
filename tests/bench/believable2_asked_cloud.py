"""Endpoints of packages, stores, sign-on and incidents, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /registry/{package}
    response:
      mode: intelligent
      prompt: a package of a JavaScript registry
      schema:
        type: object
        required: [name, description, dist-tags, license, keywords, maintainers,
          repository, dependencies, time, homepage]
        properties:
          name: {type: string}
          description: {type: string}
          dist-tags:
            type: object
            required: [latest]
            properties: {latest: {type: string}}
          license: {type: string}
          keywords: {type: array, minItems: 2, items: {type: string}}
          homepage: {type: string}
          maintainers:
            type: array
            minItems: 1
            items:
              type: object
              required: [name, email]
              properties: {name: {type: string}, email: {type: string}}
          repository:
            type: object
            required: [type, url]
            properties: {type: {type: string}, url: {type: string}}
          dependencies: {type: object, additionalProperties: {type: string}}
          time:
            type: object
            required: [created, modified]
            properties:
              created: {type: string, format: date-time}
              modified: {type: string, format: date-time}

  - path: /buckets/{bucket}/objects
    response:
      mode: intelligent
      schema:
        type: object
        required: [name, prefix, keyCount, maxKeys, isTruncated, contents]
        properties:
          name: {type: string, description: name of the bucket}
          prefix: {type: string}
          keyCount: {type: integer}
          maxKeys: {type: integer}
          isTruncated: {type: boolean}
          contents:
            type: array
            minItems: 4
            items:
              type: object
              required: [key, lastModified, eTag, size, storageClass]
              properties:
                key: {type: string, description: object key}
                lastModified: {type: string, format: date-time}
                eTag: {type: string}
                size: {type: integer}
                storageClass: {type: string}

  - path: /userinfo
    response:
      mode: intelligent
      schema:
        type: object
        required: [sub, name, given_name, family_name, preferred_username, email,
          email_verified, picture, locale, zoneinfo, updated_at]
        properties:
          sub: {type: string}
          name: {type: string}
          given_name: {type: string}
          family_name: {type: string}
          preferred_username: {type: string}
          email: {type: string}
          email_verified: {type: boolean}
          picture: {type: string}
          birthdate: {type: string}
          phone_number: {type: string}
          locale: {type: string}
          zoneinfo: {type: string}
          updated_at: {type: integer, description: seconds since 1970-01-01}

  - path: /oauth2/token
    method: POST
    response:
      mode: intelligent
      schema:
        type: object
        required: [access_token, token_type, expires_in, refresh_token, scope]
        properties:
          access_token: {type: string}
          token_type: {type: string}
          expires_in: {type: integer}
          refresh_token: {type: string}
          scope: {type: string}

  - path: /containers/json
    response:
      mode: intelligent
      count: 5
      schema:
        type: object
        required: [Id, Names, Image, ImageID, Command, Created, State, Status, Ports]
        properties:
          Id: {type: string}
          Names: {type: array, minItems: 1, maxItems: 1, items: {type: string}}
          Image: {type: string}
          ImageID: {type: string, example:
            "sha256:9cd978db300e27386baa9dd791bf6dc818f13e52235b26e95703361ec3c94dc6"}
          Command: {type: string}
          Created: {type: integer}
          State: {type: string, enum: [created, running, paused, exited]}
          Status: {type: string, example: Up 3 hours}
          Ports:
            type: array
            maxItems: 2
            items:
              type: object
              required: [PrivatePort, Type]
              properties:
                IP: {type: string, example: 0.0.0.0}
                PrivatePort: {type: integer}
                PublicPort: {type: integer}
                Type: {type: string}

  - path: /incidents
    response:
      mode: intelligent
      prompt: open incidents of the payments team of an online bank
      count: 5
      schema:
        type: object
        required: [incident_number, title, status, urgency, service, assigned_to,
          created_at, acknowledged_at, resolved_at, html_url]
        properties:
          incident_number: {type: integer}
          title: {type: string}
          status: {type: string, enum: [triggered, acknowledged, resolved]}
          urgency: {type: string}
          service: {type: string}
          assigned_to: {type: string}
          created_at: {type: string, format: date-time}
          acknowledged_at: {type: [string, "null"], format: date-time}
          resolved_at: {type: [string, "null"], format: date-time}
          html_url: {type: string}

  - path: /api/v1/query_range
    response:
      mode: intelligent
      prompt: CPU usage of three servers
      count: 10
      schema:
        type: object
        required: [status, points]
        properties:
          status: {type: string, enum: [success]}
          points:
            type: array
            items:
              type: object
              required: [instance, time, cpuUsageRatio]
              properties:
                instance: {type: string, example: "web-1:9100"}
                time: {type: integer, description: unix time in seconds}
                cpuUsageRatio: {type: number}

  - path: /system-status
    response: {mode: intelligent, prompt: status page of an e-mail provider}

  - path: /audit-log
    response: {mode: intelligent, count: 6,
      prompt: who changed what in an admin console}

  - path: /api-keys
    response: {mode: intelligent, prompt: API keys of an account, count: 4}
"""
