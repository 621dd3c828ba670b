"""Money, times and statuses of what a config asks for agree."""

import pytest

CONFIG = """
endpoints:
- path: /invoices
  response:
    mode: intelligent
    count: 6
    schema:
      type: object
      required: [id, status, issueDate, dueDate, paidAt, isPaid, currency, lineItems,
                 subtotal, taxRate, taxAmount, total, amountPaid, amountDue]
      properties:
        id: {type: integer}
        status: {type: string, enum: [draft, open, paid, overdue]}
        issueDate: {type: string, format: date}
        dueDate: {type: string, format: date}
        paidAt: {type: [string, 'null'], format: date-time}
        isPaid: {type: boolean}
        currency: {type: string, enum: [EUR]}
        lineItems:
          type: array
          minItems: 1
          items:
            type: object
            required: [description, quantity, unitPrice, amount]
            properties:
              description: {type: string}
              quantity: {type: integer}
              unitPrice: {type: number}
              amount: {type: number}
        subtotal: {type: number}
        taxRate: {type: number}
        taxAmount: {type: number}
        total: {type: number}
        amountPaid: {type: number}
        amountDue: {type: number}
- path: /orders/{id}
  response:
    mode: hybrid
    body: {customer: {name: Ada Byron}}
    schema:
      type: object
      required: [id, customer]
      properties:
        id: {type: string}
        customer:
          type: object
          required: [name, email]
          properties:
            name: {type: string}
            email: {type: string, format: email}
- path: /sensors/{id}/readings
  response:
    mode: intelligent
    count: 8
    schema:
      type: object
      required: [timestamp, temperature]
      properties:
        timestamp: {type: string, format: date-time}
        temperature: {type: number}
"""


def test_invoices_add_up_and_are_as_their_status_is(asking):
    found = asking(CONFIG).json("/invoices")

    assert len({one["status"] for one in found}) > 1
    for one in found:
        worth = sum(each["amount"] for each in one["lineItems"])
        is_paid = one["status"] == "paid"

        assert one["subtotal"] == pytest.approx(worth, abs=0.02)
        assert one["total"] == pytest.approx(worth + one["taxAmount"], abs=0.02)
        assert one["taxRate"] in (0.07, 0.19, 7, 19)
        rate = one["taxRate"] / (1 if one["taxRate"] < 1 else 100)
        assert one["taxAmount"] == pytest.approx(worth * rate, abs=0.02)
        assert one["issueDate"] < one["dueDate"]
        assert one["isPaid"] is is_paid is (one["paidAt"] is not None)
        assert one["amountDue"] == (0 if is_paid else one["total"])
        assert one["amountPaid"] == (one["total"] if is_paid else 0)


def test_an_address_fits_a_name_that_is_written(asking):
    found = asking(CONFIG).json("/orders/7")["customer"]

    assert found["name"] == "Ada Byron"
    assert "ada" in found["email"] or "byron" in found["email"]


def test_readings_are_in_order_of_time(asking):
    found = asking(CONFIG).json("/sensors/4/readings")
    times = [one["timestamp"] for one in found]

    assert times == sorted(set(times))
