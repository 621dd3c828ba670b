"""Endpoints of markets, expenses and insurance, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /api/v3/coins/markets
    response:
      mode: intelligent
      prompt: cryptocurrencies by market capitalisation
      count: 8
      schema:
        type: object
        required: [id, symbol, name, current_price, market_cap, market_cap_rank,
          high_24h, low_24h, price_change_percentage_24h, circulating_supply,
          max_supply, ath, last_updated]
        properties:
          id: {type: string}
          symbol: {type: string}
          name: {type: string}
          current_price: {type: number}
          market_cap: {type: number}
          market_cap_rank: {type: integer}
          high_24h: {type: number}
          low_24h: {type: number}
          price_change_percentage_24h: {type: number}
          circulating_supply: {type: number}
          max_supply: {type: [number, "null"]}
          ath: {type: number, description: all-time high}
          last_updated: {type: string, format: date-time}

  - path: /expense-reports/{id}
    response:
      mode: intelligent
      prompt: Expense report of a sales trip to Munich, submitted but not yet approved
      schema:
        type: object
        required: [id, employee, title, status, submittedAt, approvedAt, currency,
          total, items]
        properties:
          id: {type: string}
          title: {type: string}
          status: {type: string, enum: [draft, submitted, approved, rejected,
            reimbursed]}
          employee:
            type: object
            required: [name, email]
            properties: {name: {type: string}, email: {type: string}}
          submittedAt: {type: [string, "null"], format: date-time}
          approvedAt: {type: [string, "null"], format: date-time}
          currency: {type: string}
          total: {type: number}
          items:
            type: array
            minItems: 4
            items:
              type: object
              required: [date, category, merchant, amount, vatAmount]
              properties:
                date: {type: string, format: date}
                category: {type: string}
                merchant: {type: string}
                amount: {type: number}
                vatAmount: {type: number}

  - path: /motor/policies/{policyNumber}
    response:
      mode: intelligent
      prompt: Motor insurance policy in the United Kingdom
      schema:
        type: object
        required: [policyNumber, status, cover, policyholder, vehicle, premium, excess,
          noClaimsYears, inceptionDate, expiryDate, drivers]
        properties:
          policyNumber: {type: string}
          status: {type: string, enum: [active, lapsed, cancelled, expired]}
          cover: {type: string, enum: [comprehensive, third_party,
            third_party_fire_and_theft]}
          inceptionDate: {type: string, format: date}
          expiryDate: {type: string, format: date}
          noClaimsYears: {type: integer}
          policyholder:
            type: object
            required: [firstName, lastName, dateOfBirth, email, phone, address]
            properties:
              firstName: {type: string}
              lastName: {type: string}
              dateOfBirth: {type: string, format: date}
              email: {type: string}
              phone: {type: string}
              address:
                type: object
                required: [street, city, postcode, country]
                properties:
                  street: {type: string}
                  city: {type: string}
                  postcode: {type: string}
                  country: {type: string}
          vehicle:
            type: object
            required: [registration, make, model, yearOfManufacture, fuelType,
              estimatedValue, annualMileage]
            properties:
              registration: {type: string}
              make: {type: string}
              model: {type: string}
              yearOfManufacture: {type: integer}
              fuelType: {type: string}
              estimatedValue: {type: number}
              annualMileage: {type: integer}
          premium:
            type: object
            required: [annual, monthly, currency]
            properties:
              annual: {type: number}
              monthly: {type: number}
              currency: {type: string}
          excess:
            type: object
            required: [compulsory, voluntary, total]
            properties:
              compulsory: {type: number}
              voluntary: {type: number}
              total: {type: number}
          drivers:
            type: array
            minItems: 1
            maxItems: 3
            items:
              type: object
              required: [name, dateOfBirth, licenceYears, isMainDriver]
              properties:
                name: {type: string}
                dateOfBirth: {type: string, format: date}
                licenceYears: {type: integer}
                isMainDriver: {type: boolean}

  - path: /mortgages/quotes
    method: POST
    response: {mode: intelligent, prompt: mortgage offer}

  - path: /gift-cards/{code}
    response: {mode: intelligent, prompt: a gift card}

  - path: /vat-rates
    response: {mode: intelligent, prompt: VAT rates of a country, count: 3}

  - path: /wallets/{walletId}/transfers
    response:
      mode: intelligent
      prompt: peer-to-peer money transfers between friends in Sweden
      count: 6
      schema:
        type: object
        required: [id, walletId, direction, counterparty, amount, currency, note,
          status, createdAt, settledAt]
        properties:
          id: {type: string, format: uuid}
          walletId: {type: string}
          direction: {type: string, enum: [in, out]}
          counterparty:
            type: object
            required: [name, phone]
            properties: {name: {type: string}, phone: {type: string}}
          amount: {type: number}
          currency: {type: string}
          note: {type: string}
          status: {type: string, enum: [pending, settled, failed, reversed]}
          createdAt: {type: string, format: date-time}
          settledAt: {type: [string, "null"], format: date-time}
"""
