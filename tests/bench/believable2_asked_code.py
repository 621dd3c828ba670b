"""Endpoints of code, clusters and clouds, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /repos/{owner}/{repo}/pulls
    response:
      mode: intelligent
      count: 6
      schema:
        type: array
        items:
          type: object
          required: [id, number, state, title, body, user, html_url, head, base, draft,
            created_at, updated_at, closed_at, merged_at, merge_commit_sha,
            requested_reviewers]
          properties:
            id: {type: integer}
            number: {type: integer}
            state: {type: string, enum: [open, closed]}
            title: {type: string}
            body: {type: string, nullable: true}
            html_url: {type: string, format: uri, example:
              "https://github.com/octocat/Hello-World/pull/1347"}
            user: {$ref: "#/$defs/user"}
            requested_reviewers: {type: array, maxItems: 2,
              items: {$ref: "#/$defs/user"}}
            draft: {type: boolean}
            head: {$ref: "#/$defs/ref"}
            base: {$ref: "#/$defs/ref"}
            created_at: {type: string, format: date-time}
            updated_at: {type: string, format: date-time}
            closed_at: {type: string, format: date-time, nullable: true}
            merged_at: {type: string, format: date-time, nullable: true}
            merge_commit_sha: {type: string, nullable: true}
        $defs:
          user:
            type: object
            required: [login, id, html_url, type]
            properties:
              login: {type: string, example: octocat}
              id: {type: integer}
              html_url: {type: string, example: "https://github.com/octocat"}
              type: {type: string, enum: [User, Bot]}
          ref:
            type: object
            required: [ref, sha]
            properties: {label: {type: string}, ref: {type: string},
              sha: {type: string}}

  - path: /api/v4/projects/{id}/pipelines/{pipeline_id}/jobs
    response:
      mode: intelligent
      count: 6
      schema:
        type: object
        required: [id, name, stage, status, ref, created_at, started_at, finished_at,
          duration, queued_duration, pipeline, user, allow_failure]
        properties:
          id: {type: integer}
          name: {type: string}
          stage: {type: string}
          status: {type: string, enum: [created, pending, running, failed, success,
            canceled, skipped]}
          ref: {type: string}
          created_at: {type: string, format: date-time}
          started_at: {type: [string, "null"], format: date-time}
          finished_at: {type: [string, "null"], format: date-time}
          duration: {type: [number, "null"], description: in seconds}
          queued_duration: {type: [number, "null"], description: in seconds}
          allow_failure: {type: boolean}
          pipeline:
            type: object
            required: [id, sha, ref, status]
            properties:
              id: {type: integer}
              sha: {type: string}
              ref: {type: string}
              status: {type: string}
          user:
            type: object
            required: [username, name]
            properties: {username: {type: string}, name: {type: string}}

  - path: /apis/apps/v1/namespaces/{namespace}/deployments
    response:
      mode: intelligent
      schema:
        type: object
        required: [apiVersion, kind, items]
        properties:
          apiVersion: {type: string, enum: [apps/v1]}
          kind: {type: string, enum: [DeploymentList]}
          items:
            type: array
            minItems: 4
            items:
              type: object
              required: [metadata, spec, status]
              properties:
                metadata:
                  type: object
                  required: [name, namespace, uid, creationTimestamp, generation,
                    labels]
                  properties:
                    name: {type: string}
                    namespace: {type: string}
                    uid: {type: string}
                    generation: {type: integer, format: int64}
                    creationTimestamp: {type: string, format: date-time}
                    labels:
                      type: object
                      required: [app]
                      properties: {app: {type: string}}
                spec:
                  type: object
                  required: [replicas, selector, template]
                  properties:
                    replicas: {type: integer, format: int32}
                    selector:
                      type: object
                      required: [matchLabels]
                      properties:
                        matchLabels:
                          type: object
                          required: [app]
                          properties: {app: {type: string}}
                    template:
                      type: object
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          required: [containers]
                          properties:
                            containers:
                              type: array
                              minItems: 1
                              maxItems: 1
                              items:
                                type: object
                                required: [name, image, imagePullPolicy, resources]
                                properties:
                                  name: {type: string}
                                  image: {type: string}
                                  imagePullPolicy: {type: string}
                                  resources:
                                    type: object
                                    required: [requests, limits]
                                    properties:
                                      requests: {$ref: "#/$defs/resources"}
                                      limits: {$ref: "#/$defs/resources"}
                status:
                  type: object
                  required: [replicas, readyReplicas, availableReplicas,
                    updatedReplicas, conditions]
                  properties:
                    replicas: {type: integer}
                    readyReplicas: {type: integer}
                    availableReplicas: {type: integer}
                    updatedReplicas: {type: integer}
                    conditions:
                      type: array
                      minItems: 1
                      maxItems: 2
                      items:
                        type: object
                        required: [type, status, reason, lastTransitionTime]
                        properties:
                          type: {type: string}
                          status: {type: string}
                          reason: {type: string}
                          lastTransitionTime: {type: string, format: date-time}
        $defs:
          resources:
            type: object
            required: [cpu, memory]
            properties: {cpu: {type: string}, memory: {type: string}}

  - path: /api/0/projects/{organization}/{project}/issues/
    response:
      mode: intelligent
      count: 5
      schema:
        type: object
        required: [id, shortId, title, culprit, level, status, metadata, count,
          userCount, firstSeen, lastSeen, project, permalink]
        properties:
          id: {type: string}
          shortId: {type: string, example: PUMP-STATION-1}
          title: {type: string}
          culprit: {type: string}
          level: {type: string, enum: [fatal, error, warning]}
          status: {type: string, enum: [unresolved, resolved, ignored]}
          metadata:
            type: object
            required: [type, value, filename, function]
            properties:
              type: {type: string, description: class of the exception}
              value: {type: string, description: message of the exception}
              filename: {type: string}
              function: {type: string}
          count: {type: string, description: number of events}
          userCount: {type: integer}
          firstSeen: {type: string, format: date-time}
          lastSeen: {type: string, format: date-time}
          permalink: {type: string}
          project:
            type: object
            required: [id, name, slug]
            properties:
              id: {type: string}
              name: {type: string}
              slug: {type: string}
"""
