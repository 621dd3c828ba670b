"""Endpoints of shops and of selling, as developers write them."""

ENDPOINTS = """
endpoints:
  - path: /admin/api/2024-01/orders/{order_id}
    response:
      mode: intelligent
      schema:
        type: object
        required: [order]
        properties:
          order:
            type: object
            required: [id, name, order_number, email, created_at, processed_at,
              cancelled_at, cancel_reason, financial_status, fulfillment_status,
              currency, total_line_items_price, total_discounts, subtotal_price,
              total_tax, total_price, customer, shipping_address, line_items,
              fulfillments]
            properties:
              id: {type: integer, format: int64, example: 450789469}
              name: {type: string, example: "#1001"}
              order_number: {type: integer, example: 1001}
              email: {type: string}
              created_at: {type: string, format: date-time}
              processed_at: {type: string, format: date-time}
              cancelled_at: {type: string, format: date-time, nullable: true}
              cancel_reason: {type: string, nullable: true, enum: [customer, fraud,
                inventory, declined, other, null]}
              financial_status: {type: string, enum: [pending, authorized, paid,
                partially_refunded, refunded, voided]}
              fulfillment_status: {type: string, nullable: true, enum: [fulfilled,
                partial, null]}
              currency: {type: string}
              total_line_items_price: {type: string, example: "409.94"}
              total_discounts: {type: string, example: "5.00"}
              subtotal_price: {type: string, example: "404.94"}
              total_tax: {type: string, example: "11.94"}
              total_price: {type: string, example: "416.88"}
              customer:
                type: object
                required: [id, email, first_name, last_name, orders_count, total_spent]
                properties:
                  id: {type: integer}
                  email: {type: string}
                  first_name: {type: string}
                  last_name: {type: string}
                  orders_count: {type: integer}
                  total_spent: {type: string}
              shipping_address:
                type: object
                required: [first_name, last_name, address1, city, province, zip,
                  country, country_code, phone]
                properties:
                  first_name: {type: string}
                  last_name: {type: string}
                  address1: {type: string}
                  city: {type: string}
                  province: {type: string, nullable: true}
                  zip: {type: string}
                  country: {type: string}
                  country_code: {type: string}
                  phone: {type: string}
              line_items:
                type: array
                minItems: 1
                maxItems: 4
                items:
                  type: object
                  required: [id, product_id, title, sku, quantity, price, grams]
                  properties:
                    id: {type: integer}
                    product_id: {type: integer}
                    title: {type: string}
                    sku: {type: string}
                    quantity: {type: integer}
                    price: {type: string}
                    grams: {type: integer}
                    vendor: {type: string}
              fulfillments:
                type: array
                maxItems: 2
                items:
                  type: object
                  required: [id, status, tracking_company, tracking_number, created_at]
                  properties:
                    id: {type: integer}
                    status: {type: string}
                    tracking_company: {type: string}
                    tracking_number: {type: string}
                    created_at: {type: string, format: date-time}

  - path: /admin/api/2024-01/products
    response:
      mode: intelligent
      prompt: products of a garden tool shop
      count: 6
      schema:
        type: object
        required: [products]
        properties:
          products:
            type: array
            items:
              type: object
              required: [id, title, handle, vendor, product_type, status, variants,
                created_at, published_at]
              properties:
                id: {type: integer}
                title: {type: string}
                handle: {type: string}
                vendor: {type: string}
                product_type: {type: string}
                status: {type: string, enum: [active, draft, archived]}
                created_at: {type: string, format: date-time}
                published_at: {type: [string, "null"], format: date-time}
                variants:
                  type: array
                  minItems: 1
                  maxItems: 3
                  items:
                    type: object
                    required: [id, product_id, title, price, compare_at_price, sku,
                      position, inventory_quantity, weight, weight_unit]
                    properties:
                      id: {type: integer}
                      product_id: {type: integer}
                      title: {type: string}
                      price: {type: string}
                      compare_at_price: {type: [string, "null"]}
                      sku: {type: string}
                      position: {type: integer}
                      inventory_quantity: {type: integer}
                      weight: {type: number}
                      weight_unit: {type: string, enum: [kg, g]}

  - path: /products/{asin}/reviews
    response:
      mode: intelligent
      prompt: customer reviews of a cordless vacuum cleaner
      count: 6
      schema:
        type: object
        required: [id, asin, author, stars, title, text, verifiedPurchase,
          helpfulVotes, date]
        properties:
          id: {type: string}
          asin: {type: string}
          author: {type: string}
          stars: {type: integer, minimum: 1, maximum: 5}
          title: {type: string}
          text: {type: string}
          verifiedPurchase: {type: boolean}
          helpfulVotes: {type: integer}
          date: {type: string, format: date}

  - path: /carts/{cartId}
    response:
      mode: intelligent
      prompt: shopping cart of a pet food shop
      schema:
        type: object
        required: [cartId, currency, items, itemCount, subtotal, shipping, discount,
          total, updatedAt]
        properties:
          cartId: {type: string}
          currency: {type: string}
          itemCount: {type: integer}
          subtotal: {type: number}
          shipping: {type: number}
          discount: {type: number}
          total: {type: number}
          updatedAt: {type: string, format: date-time}
          items:
            type: array
            minItems: 2
            items:
              type: object
              required: [productId, name, quantity, unitPrice, lineTotal, imageUrl]
              properties:
                productId: {type: string}
                name: {type: string}
                quantity: {type: integer}
                unitPrice: {type: number}
                lineTotal: {type: number}
                imageUrl: {type: string}

  - path: /coupons
    method: POST
    response: {mode: intelligent, status: 201, prompt: A discount code of a shop}

  - path: /marketplace/listings/{id}
    response: {mode: intelligent, prompt: a handmade ceramic mug}

  - path: /returns
    response:
      mode: intelligent
      prompt: returns of a shoe shop
      count: 6
      schema:
        type: object
        required: [returnNumber, orderNumber, status, reason, condition, item,
          refundAmount, currency, requestedAt, receivedAt, refundedAt]
        properties:
          returnNumber: {type: string}
          orderNumber: {type: string}
          status: {enum: [requested, in_transit, received, refunded, rejected]}
          reason: {type: string}
          condition: {type: string}
          item:
            type: object
            required: [sku, name, size, price]
            properties:
              sku: {type: string}
              name: {type: string}
              size: {type: string}
              price: {type: number}
          refundAmount: {type: number}
          currency: {type: string}
          requestedAt: {type: string, format: date-time}
          receivedAt: {type: [string, "null"], format: date-time}
          refundedAt: {type: [string, "null"], format: date-time}

  - path: /purchase-orders
    response: {mode: intelligent, count: 4, prompt: purchase orders of a bakery}
"""
