"""Endpoints about software and machines, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /repos/{owner}/{repo}/issues/{issue_number}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, number, title, body, state, user, labels, comments, created_at,
          updated_at, closed_at, html_url, repository_url, locked]
        properties:
          id: {type: integer}
          node_id: {type: string}
          number: {type: integer}
          html_url: {type: string, format: uri}
          repository_url: {type: string, format: uri}
          title: {type: string}
          body: {type: string, nullable: true}
          state: {type: string, enum: [open, closed]}
          state_reason: {type: string, nullable: true,
            enum: [completed, not_planned, reopened, null]}
          locked: {type: boolean}
          comments: {type: integer}
          user:
            type: object
            required: [login, id, type, avatar_url]
            properties:
              login: {type: string}
              id: {type: integer}
              avatar_url: {type: string, format: uri}
              type: {type: string, enum: [User]}
          labels:
            type: array
            items:
              type: object
              required: [name, color]
              properties:
                name: {type: string}
                color: {type: string, pattern: "^[0-9a-f]{6}$"}
          created_at: {type: string, format: date-time}
          updated_at: {type: string, format: date-time}
          closed_at: {type: string, format: date-time, nullable: true}

  - path: /hosts/{hostname}/metrics
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [hostname, ts, cpuPercent, memTotalBytes, memUsedBytes, memUsedPct,
          diskTotalGb, diskUsedGb, loadAvg1m, uptimeSeconds, netRxKbps, httpP95Ms]
        properties:
          hostname: {type: string}
          ts: {type: integer, description: Unix time in milliseconds}
          cpuPercent: {type: number}
          cpuCores: {type: integer}
          memTotalBytes: {type: integer}
          memUsedBytes: {type: integer}
          memUsedPct: {type: number}
          diskTotalGb: {type: number}
          diskUsedGb: {type: number}
          loadAvg1m: {type: number}
          uptimeSeconds: {type: integer}
          netRxKbps: {type: number}
          httpP95Ms: {type: number}
          errorRate: {type: number, description: share of requests between 0 and 1}

  - path: /builds/{buildId}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, number, branch, commit, status, startedAt, finishedAt,
          durationSeconds, tests, coverage, triggeredBy]
        properties:
          id: {type: string}
          number: {type: integer}
          branch: {type: string}
          commit:
            type: object
            required: [sha, message, author]
            properties:
              sha: {type: string, pattern: "^[0-9a-f]{40}$"}
              message: {type: string}
              author:
                type: object
                required: [name, email]
                properties: {name: {type: string}, email: {type: string}}
          status: {type: string, enum: [running, passed, failed, cancelled]}
          startedAt: {type: string, format: date-time}
          finishedAt: {type: [string, "null"], format: date-time}
          durationSeconds: {type: [integer, "null"]}
          tests:
            type: object
            required: [total, passed, failed, skipped]
            properties:
              total: {type: integer}
              passed: {type: integer}
              failed: {type: integer}
              skipped: {type: integer}
          coverage: {type: number, description: percent}
          triggeredBy: {type: string}

  - path: /logs
    response:
      mode: intelligent
      count: 8
      schema:
        type: object
        required: [timestamp, level, service, message, traceId, statusCode, method,
          path, durationMs]
        properties:
          timestamp: {type: string, format: date-time}
          level: {type: string, enum: [DEBUG, INFO, WARN, ERROR]}
          service: {type: string}
          host: {type: string}
          message: {type: string}
          traceId: {type: string}
          method: {type: string}
          path: {type: string}
          statusCode: {type: integer}
          durationMs: {type: number}
          clientIp: {type: string, format: ipv4}

  - path: /api/v1/namespaces/{namespace}/pods/{name}
    response:
      mode: intelligent
      schema:
        type: object
        required: [apiVersion, kind, metadata, spec, status]
        properties:
          apiVersion: {type: string, example: v1}
          kind: {type: string, enum: [Pod]}
          metadata:
            type: object
            required: [name, namespace, uid, creationTimestamp, labels]
            properties:
              name: {type: string}
              namespace: {type: string}
              uid: {type: string}
              creationTimestamp: {type: string, format: date-time}
              labels: {type: object, additionalProperties: {type: string}}
          spec:
            type: object
            required: [nodeName, containers, restartPolicy]
            properties:
              nodeName: {type: string}
              restartPolicy: {type: string}
              containers:
                type: array
                minItems: 1
                maxItems: 2
                items:
                  type: object
                  required: [name, image, ports]
                  properties:
                    name: {type: string}
                    image: {type: string}
                    ports:
                      type: array
                      minItems: 1
                      items:
                        type: object
                        required: [containerPort, protocol]
                        properties:
                          containerPort: {type: integer}
                          protocol: {type: string}
          status:
            type: object
            required: [phase, podIP, hostIP, startTime]
            properties:
              phase: {type: string}
              podIP: {type: string}
              hostIP: {type: string}
              startTime: {type: string, format: date-time}

  - path: /support/tickets
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [tickets, total, page, perPage]
        properties:
          total: {type: integer}
          page: {type: integer}
          perPage: {type: integer}
          tickets:
            type: array
            items:
              type: object
              required: [id, subject, description, status, priority, requester,
                assignee, createdAt, resolvedAt, satisfaction]
              properties:
                id: {type: integer}
                subject: {type: string}
                description: {type: string}
                status: {enum: [new, open, pending, solved]}
                priority: {enum: [low, normal, high, urgent]}
                requester:
                  type: object
                  required: [name, email]
                  properties: {name: {type: string}, email: {type: string}}
                assignee: {type: [string, "null"]}
                createdAt: {type: string, format: date-time}
                resolvedAt: {type: [string, "null"], format: date-time}
                satisfaction: {type: [string, "null"], enum: [good, bad, null]}

  - path: /feature-flags
    response:
      mode: intelligent
      prompt: Feature flags of a web shop
      count: 6
      schema:
        type: object
        required: [key, name, description, enabled, rolloutPercentage, environment,
          owner, createdAt, updatedAt]
        properties:
          key: {type: string}
          name: {type: string}
          description: {type: string}
          enabled: {type: boolean}
          rolloutPercentage: {type: integer}
          environment: {type: string}
          owner: {type: string}
          createdAt: {type: string, format: date-time}
          updatedAt: {type: string, format: date-time}

  - path: /domains/{domain}/dns-records
    response:
      mode: intelligent
      prompt: DNS records of a domain
      count: 6
      schema:
        type: object
        required: [id, name, type, content, ttl, priority]
        properties:
          id: {type: string}
          name: {type: string}
          type: {type: string, enum: [A, AAAA, CNAME, MX, TXT]}
          content: {type: string}
          ttl: {type: integer}
          priority: {type: [integer, "null"]}
          proxied: {type: boolean}

  - path: /webhooks/{webhookId}/deliveries
    response: {mode: intelligent, prompt: webhook deliveries, count: 6}
"""
