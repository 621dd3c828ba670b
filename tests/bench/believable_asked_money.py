"""Endpoints about money and trade, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /v1/charges/{id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, object, amount, amount_captured, amount_refunded, currency,
          created, captured, paid, refunded, status, billing_details,
          payment_method_details, receipt_email, failure_code, failure_message]
        properties:
          id: {type: string, maxLength: 5000}
          object: {type: string, enum: [charge]}
          amount: {type: integer, description: Amount in the smallest currency unit}
          amount_captured: {type: integer}
          amount_refunded: {type: integer}
          balance_transaction: {type: string, nullable: true}
          billing_details:
            type: object
            required: [address, email, name]
            properties:
              address:
                type: object
                required: [city, country, line1, postal_code]
                properties:
                  city: {type: string, nullable: true}
                  country: {type: string, description: Two-letter country code}
                  line1: {type: string}
                  line2: {type: string, nullable: true}
                  postal_code: {type: string}
              email: {type: string, nullable: true}
              name: {type: string, nullable: true}
          captured: {type: boolean}
          created: {type: integer, format: unix-time}
          currency: {type: string, description: "Three-letter ISO code, in lowercase"}
          failure_code: {type: string, nullable: true}
          failure_message: {type: string, nullable: true}
          paid: {type: boolean}
          receipt_email: {type: string, nullable: true}
          refunded: {type: boolean}
          status: {type: string, enum: [failed, pending, succeeded]}
          payment_method_details:
            type: object
            required: [card, type]
            properties:
              type: {type: string, enum: [card]}
              card:
                type: object
                required: [brand, exp_month, exp_year, last4, country]
                properties:
                  brand: {type: string}
                  country: {type: string}
                  exp_month: {type: integer}
                  exp_year: {type: integer}
                  last4: {type: string}
                  funding: {type: string, enum: [credit, debit, prepaid]}

  - path: /invoices/:invoiceNumber
    response:
      mode: intelligent
      schema:
        type: object
        required: [invoiceNumber, issueDate, dueDate, status, customer, lines, subtotal,
          vatRate, vatAmount, total, amountPaid, amountDue, currency, paidAt]
        properties:
          invoiceNumber: {type: string, example: INV-2024-00017}
          issueDate: {type: string, format: date}
          dueDate: {type: string, format: date}
          status: {type: string, enum: [draft, sent, paid, overdue, void]}
          paidAt: {type: [string, "null"], format: date-time}
          currency: {type: string, pattern: "^[A-Z]{3}$"}
          customer:
            type: object
            required: [name, vatId, email, city, country]
            properties:
              name: {type: string}
              vatId: {type: string}
              email: {type: string, format: email}
              city: {type: string}
              country: {type: string, minLength: 2, maxLength: 2}
          lines:
            type: array
            minItems: 1
            items:
              type: object
              required: [description, quantity, unitPrice, lineTotal]
              properties:
                description: {type: string}
                quantity: {type: integer, minimum: 1}
                unitPrice: {type: number}
                lineTotal: {type: number}
          subtotal: {type: number}
          vatRate: {type: number}
          vatAmount: {type: number}
          total: {type: number}
          amountPaid: {type: number}
          amountDue: {type: number}

  - path: /accounts/{iban}/transactions
    response:
      mode: intelligent
      schema:
        type: object
        required: [account, currency, transactions]
        properties:
          account: {type: string}
          currency: {type: string}
          openingBalance: {type: number}
          transactions:
            type: array
            minItems: 8
            maxItems: 8
            items:
              type: object
              required: [id, bookingDate, amount, type, counterparty, balanceAfter]
              properties:
                id: {type: string}
                bookingDate: {type: string, format: date}
                amount: {type: number}
                type: {type: string, enum: [credit, debit]}
                counterparty: {type: string}
                reference: {type: string}
                balanceAfter: {type: number}

  - path: /employees/{employeeId}/payslips
    response:
      mode: intelligent
      prompt: Monthly payslips of an employee of a German engineering firm
      count: 4
      schema:
        type: object
        required: [id, employee_id, period, gross_pay, income_tax, social_security,
          net_pay, currency, pay_date]
        properties:
          id: {type: string}
          employee_id: {type: string}
          employee_name: {type: string}
          period: {type: string, description: "Month, YYYY-MM", example: 2025-11}
          gross_pay: {type: number}
          income_tax: {type: number}
          social_security: {type: number}
          net_pay: {type: number}
          currency: {type: string}
          pay_date: {type: string, format: date}

  - path: /shops/{shopId}/products
    response:
      mode: intelligent
      prompt: Running shoes and clothes of a sports shop
      count: 8
      schema:
        type: object
        required: [id, sku, name, description, category, price, currency, rating,
          reviewCount, inStock, stockQuantity]
        properties:
          id: {type: integer}
          sku: {type: string}
          name: {type: string}
          description: {type: string}
          category: {type: string}
          price: {type: number}
          salePrice: {type: [number, "null"]}
          currency: {type: string}
          rating: {type: number}
          reviewCount: {type: integer}
          inStock: {type: boolean}
          stockQuantity: {type: integer}

  - path: /subscriptions/:id
    response:
      mode: intelligent
      prompt: A subscription to a SaaS product for project planning
      schema:
        type: object
        required: [id, plan, interval, price, currency, status, currentPeriodStart,
          currentPeriodEnd, cancelAtPeriodEnd, canceledAt, trialEnd, seats]
        properties:
          id: {type: string}
          plan: {type: string}
          interval: {enum: [month, year]}
          price: {type: number}
          currency: {type: string}
          status: {enum: [trialing, active, past_due, canceled]}
          currentPeriodStart: {type: string, format: date-time}
          currentPeriodEnd: {type: string, format: date-time}
          cancelAtPeriodEnd: {type: boolean}
          canceledAt: {type: [string, "null"], format: date-time}
          trialEnd: {type: [string, "null"], format: date-time}
          seats: {type: integer}

  - path: /orders
    method: POST
    response:
      mode: intelligent
      status: 201
      prompt: The order that was placed
      schema:
        type: object
        required: [orderId, customerName, email, items, total, status, createdAt]
        properties:
          orderId: {type: string}
          customerName: {type: string}
          email: {type: string}
          currency: {type: string}
          items:
            type: array
            items:
              type: object
              required: [sku, name, quantity, unitPrice]
              properties:
                sku: {type: string}
                name: {type: string}
                quantity: {type: integer}
                unitPrice: {type: number}
          total: {type: number}
          status: {type: string}
          createdAt: {type: string, format: date-time}

  - path: /bank/loans/{loanId}
    response: {mode: intelligent, prompt: A consumer loan of a bank}

  - path: /exchange-rates/{base}/{quote}
    response: {mode: intelligent, prompt: exchange rate}

  - path: /auctions
    response: {mode: intelligent, prompt: auctions, count: 6}

  - path: /charities/{id}/donations
    response: {mode: intelligent, prompt: Donations to an animal shelter, count: 6}

  - path: /insurance/claims
    response: {mode: intelligent, prompt: Car insurance claims, count: 6}

  - path: /quotes/{symbol}
    response:
      mode: intelligent
      schema:
        type: object
        required: [symbol, name, price, open, high, low, previousClose, change,
          changePercent, volume, marketCap, peRatio, exchange, asOf]
        properties:
          symbol: {type: string}
          name: {type: string}
          exchange: {type: string}
          currency: {type: string}
          price: {type: number}
          open: {type: number}
          high: {type: number}
          low: {type: number}
          previousClose: {type: number}
          change: {type: number}
          changePercent: {type: number}
          volume: {type: integer}
          marketCap: {type: number}
          peRatio: {type: number}
          asOf: {type: string, format: date-time}
"""
