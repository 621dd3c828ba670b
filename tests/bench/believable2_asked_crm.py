"""Endpoints of customers and campaigns, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /crm/v3/objects/contacts/{contactId}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, properties, createdAt, updatedAt, archived]
        properties:
          id: {type: string, example: "512"}
          createdAt: {type: string, format: date-time}
          updatedAt: {type: string, format: date-time}
          archived: {type: boolean, example: false}
          properties:
            type: object
            required: [firstname, lastname, email, phone, company, website, jobtitle,
              lifecyclestage, createdate, lastmodifieddate, city, country]
            properties:
              firstname: {type: string}
              lastname: {type: string}
              email: {type: string}
              phone: {type: string}
              company: {type: string}
              website: {type: string}
              jobtitle: {type: string}
              lifecyclestage: {type: string}
              createdate: {type: string, format: date-time}
              lastmodifieddate: {type: string, format: date-time}
              city: {type: string}
              country: {type: string}

  - path: /services/data/v59.0/query
    response:
      mode: intelligent
      schema:
        type: object
        required: [totalSize, done, records]
        properties:
          totalSize: {type: integer}
          done: {type: boolean, enum: [true]}
          records:
            type: array
            minItems: 5
            items:
              type: object
              required: [attributes, Id, Name, AccountId, StageName, Amount,
                Probability, CloseDate, IsClosed, IsWon, CreatedDate, LeadSource]
              properties:
                attributes:
                  type: object
                  required: [type, url]
                  properties:
                    type: {type: string, enum: [Opportunity]}
                    url: {type: string, example:
                      /services/data/v59.0/sobjects/Opportunity/006D000000CZsnaIAD}
                Id: {type: string, example: 006D000000CZsnaIAD}
                Name: {type: string}
                AccountId: {type: string, example: 001D000000INjVeIAL}
                StageName: {type: string, enum: [Prospecting, Qualification,
                  Proposal/Price Quote, Negotiation/Review, Closed Won, Closed Lost]}
                Amount: {type: number}
                Probability: {type: number}
                CloseDate: {type: string, format: date}
                IsClosed: {type: boolean}
                IsWon: {type: boolean}
                CreatedDate: {type: string, format: date-time}
                LeadSource: {type: string}

  - path: /api/v2/tickets/{ticket_id}/comments
    response:
      mode: intelligent
      schema:
        type: object
        required: [comments, count, next_page]
        properties:
          count: {type: integer}
          next_page: {type: string, nullable: true}
          comments:
            type: array
            minItems: 3
            maxItems: 6
            items:
              type: object
              required: [id, author_id, body, html_body, public, created_at,
                attachments]
              properties:
                id: {type: integer}
                author_id: {type: integer}
                body: {type: string}
                html_body: {type: string}
                public: {type: boolean}
                created_at: {type: string, format: date-time}
                attachments:
                  type: array
                  maxItems: 2
                  items:
                    type: object
                    required: [id, file_name, content_type, content_url, size]
                    properties:
                      id: {type: integer}
                      file_name: {type: string}
                      content_type: {type: string}
                      content_url: {type: string}
                      size: {type: integer}

  - path: /3.0/reports/{campaign_id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, campaign_title, subject_line, list_name, emails_sent,
          abuse_reports, unsubscribed, send_time, bounces, opens, clicks]
        properties:
          id: {type: string}
          campaign_title: {type: string}
          subject_line: {type: string}
          list_name: {type: string}
          emails_sent: {type: integer}
          abuse_reports: {type: integer}
          unsubscribed: {type: integer}
          send_time: {type: string, format: date-time}
          bounces:
            type: object
            required: [hard_bounces, soft_bounces]
            properties:
              hard_bounces: {type: integer}
              soft_bounces: {type: integer}
          opens:
            type: object
            required: [opens_total, unique_opens, open_rate, last_open]
            properties:
              opens_total: {type: integer}
              unique_opens: {type: integer}
              open_rate: {type: number, description: unique opens divided by the
                number of e-mails delivered}
              last_open: {type: string, format: date-time}
          clicks:
            type: object
            required: [clicks_total, unique_clicks, click_rate, last_click]
            properties:
              clicks_total: {type: integer}
              unique_clicks: {type: integer}
              click_rate: {type: number}
              last_click: {type: string, format: date-time}

  - path: /v0/{baseId}/Inventory
    response:
      mode: intelligent
      prompt: Inventory of a bicycle repair shop
      schema:
        type: object
        required: [records]
        properties:
          offset: {type: string}
          records:
            type: array
            minItems: 5
            items:
              type: object
              required: [id, createdTime, fields]
              properties:
                id: {type: string, example: rec560UJdUtocSouk}
                createdTime: {type: string, format: date-time}
                fields:
                  type: object
                  required: [Name, Category, Quantity, Unit price, Total value,
                    Reorder level, Needs reorder, Supplier]
                  properties:
                    Name: {type: string}
                    Category: {type: string}
                    Quantity: {type: integer}
                    Unit price: {type: number}
                    Total value: {type: number}
                    Reorder level: {type: integer}
                    Needs reorder: {type: boolean}
                    Supplier: {type: string}
                    Photo:
                      type: array
                      maxItems: 1
                      items:
                        type: object
                        required: [id, url, filename, type, width, height, size]
                        properties:
                          id: {type: string, example: attPYs5CmtDvWfNcG}
                          url: {type: string}
                          filename: {type: string}
                          type: {type: string}
                          width: {type: integer}
                          height: {type: integer}
                          size: {type: integer}

  - path: /newsletter/subscribers
    response: {mode: intelligent, prompt: newsletter subscribers, count: 6}

  - path: /nps/responses
    response:
      mode: intelligent
      prompt: answers of customers of a telephone company, on a scale of 0 to 10
      count: 6
      schema:
        type: object
        required: [id, score, category, comment, respondedAt, channel]
        properties:
          id: {type: string}
          score: {type: integer}
          category: {enum: [promoter, passive, detractor]}
          comment: {type: string}
          respondedAt: {type: string, format: date-time}
          channel: {type: string}
"""
