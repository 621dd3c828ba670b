"""A small shop to be recalled."""

import json

from tests.worlds import API, exchange


def told(value):
    return json.dumps(value).encode()


def question(text, answer, number=1):
    return exchange(
        "POST",
        f"{API}/ask",
        told({"question": text, "limit": number}),
        answer=told({"answer": answer}),
    )


def shop():
    """Reads of orders, lists by status, and two questions with their answers."""
    made = [
        exchange(url=f"{API}/orders/{number}", answer=told({"id": number}))
        for number in range(101, 107)
    ]
    made += [
        exchange(url=f"{API}/orders?status={status}&customer=7", answer=told([status]))
        for status in ("failed", "paid")
    ]
    made += [
        question("How do I return shoes that do not fit?", "Send them back."),
        question("Which cities do you deliver to?", "Paris and Rome."),
        exchange(url=f"{API}/customers/7", answer=told({"name": "Ada"})),
    ]
    return made
