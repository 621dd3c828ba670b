"""Endpoints that are asked with more than a path, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /api/books
    response:
      mode: intelligent
      count: 10
      schema:
        type: object
        required: [data, meta]
        properties:
          data:
            type: array
            items: {$ref: "#/definitions/Book"}
          meta:
            type: object
            required: [page, per_page, total, total_pages]
            properties:
              page: {type: integer}
              per_page: {type: integer}
              total: {type: integer}
              total_pages: {type: integer}
        definitions:
          Book:
            type: object
            required: [id, title, author, published_year, pages, price, language]
            properties:
              id: {type: integer}
              title: {type: string}
              author: {type: string}
              published_year: {type: integer}
              pages: {type: integer}
              price: {type: number}
              language: {type: string}

  - path: /api/items
    response:
      mode: intelligent
      prompt: Furniture in an online shop
      count: 8
      schema:
        type: object
        required: [id, name, price, rating, createdAt, brand, color, inStock]
        properties:
          id: {type: integer}
          name: {type: string}
          brand: {type: string}
          color: {type: string}
          price: {type: number}
          rating: {type: number}
          inStock: {type: boolean}
          createdAt: {type: string, format: date-time}

  - path: /members/{memberId}
    method: [GET, PATCH]
    response:
      mode: intelligent
      schema:
        type: object
        required: [member_id, first_name, last_name, email, city, country, joined_at,
          updated_at, membership]
        properties:
          member_id: {type: integer}
          first_name: {type: string}
          last_name: {type: string}
          email: {type: string, format: email}
          city: {type: string}
          country: {type: string}
          joined_at: {type: string, format: date-time}
          updated_at: {type: string, format: date-time}
          membership: {type: string, enum: [basic, plus, family]}

  - path: /reports/{year}/{month}/sales
    response:
      mode: intelligent
      prompt: Monthly sales report of a bakery chain
      schema:
        type: object
        required: [year, month, period_start, period_end, revenue, orders,
          average_order_value, by_category]
        properties:
          year: {type: integer}
          month: {type: integer}
          period_start: {type: string, format: date}
          period_end: {type: string, format: date}
          revenue: {type: number}
          orders: {type: integer}
          average_order_value: {type: number}
          by_category:
            type: array
            minItems: 3
            maxItems: 6
            items:
              type: object
              required: [category, revenue, share_pct]
              properties:
                category: {type: string}
                revenue: {type: number}
                share_pct: {type: number}

  - path: /contacts
    method: [GET, POST]
    response: {mode: intelligent, prompt: Contacts of an address book, count: 5}

  - path: /leads
    method: POST
    response: {mode: intelligent, status: 201, prompt: A sales lead}

  - path: /events
    response:
      mode: intelligent
      prompt: Calendar events of a team
      count: 6
      schema:
        type: object
        required: [id, title, start, end, durationMinutes, organizer, attendees,
          location, allDay]
        properties:
          id: {type: string}
          title: {type: string}
          start: {type: string, format: date-time}
          end: {type: string, format: date-time}
          durationMinutes: {type: integer}
          allDay: {type: boolean}
          location: {type: string}
          organizer: {type: string, format: email}
          attendees: {type: array, minItems: 2, items: {type: string, format: email}}

  - path: /stores/:storeId/employees/:employeeId/shifts
    response:
      mode: intelligent
      prompt: Shifts of an employee in a supermarket
      count: 5
      schema:
        type: object
        required: [id, store_id, employee_id, date, start_time, end_time, hours,
          hourly_wage, pay]
        properties:
          id: {type: integer}
          store_id: {type: integer}
          employee_id: {type: integer}
          date: {type: string, format: date}
          start_time: {type: string, example: "08:00"}
          end_time: {type: string, example: "16:30"}
          break_minutes: {type: integer}
          hours: {type: number}
          hourly_wage: {type: number}
          pay: {type: number}

  - path: /crm/accounts
    response:
      mode: intelligent
      count: 5
      schema:
        type: object
        required: [id, full_name, email, city, plan]
        properties:
          id: {type: integer}
          full_name: {type: string}
          email: {type: string}
          city: {type: string}
          plan: {type: string, enum: [free, pro, team]}

  - path: /crm/accounts/{id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [id, full_name, email, city, plan]
        properties:
          id: {type: integer}
          full_name: {type: string}
          email: {type: string}
          city: {type: string}
          plan: {type: string, enum: [free, pro, team]}
"""
