"""Endpoints of payments, banks and insurers, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /v1/payment_intents/{intent}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, object, amount, amount_capturable, amount_received, currency,
          status, created, client_secret, livemode, canceled_at, cancellation_reason,
          customer, latest_charge, payment_method_types, capture_method]
        properties:
          id: {type: string, example: pi_3MtwBwLkdIwHu7ix28a3tqPa}
          object: {type: string, enum: [payment_intent]}
          amount: {type: integer, description: Amount intended to be collected. A
            positive integer in the smallest currency unit.}
          amount_capturable: {type: integer}
          amount_received: {type: integer}
          currency: {type: string, description: Three-letter ISO currency code, in
            lowercase.}
          status: {type: string, enum: [requires_payment_method, requires_action,
            requires_capture, processing, succeeded, canceled]}
          created: {type: integer, description: Seconds since the Unix epoch.}
          canceled_at: {type: integer, nullable: true}
          cancellation_reason: {type: string, nullable: true, enum: [duplicate,
            fraudulent, requested_by_customer, abandoned, null]}
          client_secret: {type: string}
          livemode: {type: boolean}
          customer: {type: string, nullable: true, description: ID of the Customer}
          latest_charge: {type: string, nullable: true, description: ID of the Charge}
          payment_method_types: {type: array, minItems: 1, items: {type: string}}
          capture_method: {type: string, enum: [automatic, manual]}
          receipt_email: {type: string, nullable: true}
          statement_descriptor: {type: string, nullable: true, maxLength: 22}
          last_payment_error:
            type: object
            nullable: true
            properties:
              code: {type: string}
              decline_code: {type: string}
              message: {type: string}

  - path: /v1/invoices
    response:
      mode: intelligent
      schema:
        type: object
        required: [object, url, has_more, data]
        properties:
          object: {type: string, enum: [list]}
          url: {type: string}
          has_more: {type: boolean}
          data:
            type: array
            minItems: 4
            items:
              type: object
              required: [id, number, customer, customer_email, customer_name, currency,
                subtotal, tax, total, amount_due, amount_paid, amount_remaining,
                status, paid, created, period_start, period_end, lines]
              properties:
                id: {type: string, example: in_1MtHbELkdIwHu7ixl4OzzPMv}
                number: {type: string, example: 7A3F9C1-0004}
                customer: {type: string}
                customer_email: {type: string}
                customer_name: {type: string}
                currency: {type: string, example: usd}
                subtotal: {type: integer}
                tax: {type: integer}
                total: {type: integer}
                amount_due: {type: integer}
                amount_paid: {type: integer}
                amount_remaining: {type: integer}
                status: {type: string, enum: [draft, open, paid, uncollectible, void]}
                paid: {type: boolean}
                created: {type: integer}
                period_start: {type: integer}
                period_end: {type: integer}
                hosted_invoice_url: {type: string}
                lines:
                  type: object
                  required: [data]
                  properties:
                    data:
                      type: array
                      minItems: 1
                      maxItems: 3
                      items:
                        type: object
                        required: [id, description, quantity, amount, currency]
                        properties:
                          id: {type: string, example: il_1MtHbELkdIwHu7ixxgVWOEVO}
                          description: {type: string}
                          quantity: {type: integer}
                          amount: {type: integer}
                          currency: {type: string}

  - path: /v2/checkout/orders/{order_id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, intent, status, purchase_units, payer, create_time, update_time,
          links]
        properties:
          id: {type: string}
          intent: {type: string, enum: [CAPTURE, AUTHORIZE]}
          status: {type: string, enum: [CREATED, APPROVED, COMPLETED, VOIDED]}
          create_time: {type: string, format: date-time}
          update_time: {type: string, format: date-time}
          payer:
            type: object
            required: [name, email_address, payer_id, address]
            properties:
              name:
                type: object
                required: [given_name, surname]
                properties: {given_name: {type: string}, surname: {type: string}}
              email_address: {type: string}
              payer_id: {type: string, pattern: "^[2-9A-HJ-NP-Z]{13}$"}
              address:
                type: object
                required: [country_code]
                properties: {country_code: {type: string}}
          purchase_units:
            type: array
            minItems: 1
            maxItems: 1
            items:
              type: object
              required: [reference_id, amount, items, shipping]
              properties:
                reference_id: {type: string}
                amount:
                  allOf:
                    - $ref: "#/$defs/money"
                    - type: object
                      required: [breakdown]
                      properties:
                        breakdown:
                          type: object
                          required: [item_total, shipping, tax_total]
                          properties:
                            item_total: {$ref: "#/$defs/money"}
                            shipping: {$ref: "#/$defs/money"}
                            tax_total: {$ref: "#/$defs/money"}
                items:
                  type: array
                  minItems: 1
                  maxItems: 4
                  items:
                    type: object
                    required: [name, quantity, unit_amount]
                    properties:
                      name: {type: string}
                      quantity: {type: string}
                      unit_amount: {$ref: "#/$defs/money"}
                      sku: {type: string}
                shipping:
                  type: object
                  required: [name, address]
                  properties:
                    name:
                      type: object
                      required: [full_name]
                      properties: {full_name: {type: string}}
                    address:
                      type: object
                      required: [address_line_1, admin_area_2, postal_code,
                        country_code]
                      properties:
                        address_line_1: {type: string}
                        admin_area_2: {type: string, description: city or town}
                        admin_area_1: {type: string, description: state or province}
                        postal_code: {type: string}
                        country_code: {type: string, description: two letters}
          links:
            type: array
            minItems: 1
            items:
              type: object
              required: [href, rel, method]
              properties:
                href: {type: string, format: uri}
                rel: {type: string}
                method: {type: string}
        $defs:
          money:
            type: object
            required: [currency_code, value]
            properties:
              currency_code: {type: string}
              value: {type: string, description: amount with two decimals}

  - path: /psd2/v1/accounts/{accountId}/balances
    response:
      mode: intelligent
      schema:
        type: object
        required: [account, balances]
        properties:
          account:
            type: object
            required: [iban]
            properties: {iban: {type: string}, currency: {type: string}}
          balances:
            type: array
            minItems: 2
            maxItems: 3
            items:
              type: object
              required: [balanceAmount, balanceType, referenceDate, lastChangeDateTime]
              properties:
                balanceType: {type: string, enum: [closingBooked, expected,
                  interimAvailable]}
                balanceAmount:
                  type: object
                  required: [currency, amount]
                  properties: {currency: {type: string}, amount: {type: string}}
                referenceDate: {type: string, format: date}
                lastChangeDateTime: {type: string, format: date-time}

  - path: /accounts/balance/get
    response:
      mode: intelligent
      prompt: Linked bank accounts of one person in the United States
      schema:
        type: object
        required: [accounts, request_id]
        properties:
          request_id: {type: string}
          accounts:
            type: array
            minItems: 5
            items:
              type: object
              required: [account_id, name, mask, type, subtype, balances]
              properties:
                account_id: {type: string}
                name: {type: string}
                official_name: {type: string}
                mask: {type: string}
                type: {type: string, enum: [depository, credit, loan, investment]}
                subtype: {type: string}
                balances:
                  type: object
                  required: [available, current, limit, iso_currency_code]
                  properties:
                    available: {type: [number, "null"]}
                    current: {type: number}
                    limit: {type: [number, "null"]}
                    iso_currency_code: {type: string}
"""
