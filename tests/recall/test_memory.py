import pytest

from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.recall.embedder import Hashed
from mockforge.recall.making import memory_of
from tests.recall.worlds import question, shop, told
from tests.worlds import API, exchange, recording, request

THRESHOLD = 0.8


async def memory(*exchanges):
    endpoints = Endpoints()
    for each in exchanges:
        endpoints.add(each.request, each.response.status, each.response)
    return await memory_of(recording(*exchanges), endpoints.settle(), Hashed())


async def recalled(asked, *exchanges, **more):
    """Return the number of what answers *asked*, or why nothing does."""
    found = await memory(*exchanges)
    verdict, _ = await found.recalled(asked, threshold=THRESHOLD, **more)
    return found.id_of(verdict.near.place) if verdict.near else verdict.why


def ask(text):
    return request("POST", f"{API}/ask", told({"question": text, "limit": 1}))


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (request(url=f"{API}/orders/999"), 1),
        (request(url=f"{API}/orders?customer=31&status=paid"), 8),
        (request(url=f"{API}/orders?customer=31&status=failed"), 7),
        (ask("please: how can I return a shoe that does not fit me"), 9),
        (ask("which city do you deliver to"), 10),
    ],
    ids=str,
)
async def test_the_nearest_in_meaning_answers(asked, number):
    assert await recalled(asked, *shop()) == number


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (request(url=f"{API}/orders?customer=31&status=lost"), "near enough"),
        (ask("what is the weather on the moon"), "near enough"),
        (request(url=f"{API}/invoices/3"), "near enough"),
        (request("DELETE", f"{API}/orders/101"), "of this method"),
    ],
    ids=str,
)
async def test_what_nobody_asked_for_is_not_answered(asked, why):
    assert why in await recalled(asked, *shop())


async def test_a_choice_that_was_never_made_is_told():
    made = [
        exchange(url=f"{API}/list?kind={kind}&size=10&page={page}&sort=name&open=yes")
        for kind in ("book", "film")
        for page in range(4)
    ]

    asked = request(url=f"{API}/list?kind=song&size=10&page=9&sort=name&open=yes")

    why = await recalled(asked, *made)
    assert "query.kind was never asked for" in why or "near enough" in why


async def test_answers_that_differ_to_the_same_are_not_chosen_from():
    made = [
        exchange(url=f"{API}/jobs/{number}", status=200 if number % 2 else 404)
        for number in range(50, 60)
    ]

    why = await recalled(request(url=f"{API}/jobs/999"), *made)

    assert why == "what is nearest was answered in several ways"


async def test_only_what_fits_is_recalled():
    asked = request(url=f"{API}/orders/999")

    assert await recalled(asked, *shop(), fits=lambda number: number == 3) == 3


async def test_failures_that_pass_are_not_recalled():
    made = [exchange(url=f"{API}/jobs/{number}") for number in (1, 2)]
    made.append(exchange(url=f"{API}/jobs/77", status=503))

    assert await recalled(request(url=f"{API}/jobs/78"), *made) == 1


async def test_an_endpoint_that_is_not_known_is_sought_among_all_of_the_method():
    found = await memory(exchange(url=f"{API}/health"), *shop())
    found._endpoints = EndpointMap(())

    verdict, _ = await found.recalled(
        request(url=f"{API}/health?now=1"), threshold=THRESHOLD
    )

    assert verdict.near is None
    near, _ = await found.recalled(request(url=f"{API}/health"), threshold=THRESHOLD)
    assert near.near is not None


async def test_two_questions_with_one_answer_agree():
    made = [
        question("When do you open on Monday?", "At nine."),
        question("When do you open on Mondays?", "At nine."),
    ]

    assert await recalled(ask("when do you open mondays"), *made) in (1, 2)


async def test_the_endpoint_of_a_request_is_told():
    found = await memory(*shop())

    assert found.endpoint_of(request(url=f"{API}/orders/7")).startswith("GET /orders/{")
    assert found.endpoint_of(request(url=f"{API}/nothing/here")) == ""


async def test_what_one_thing_is_refused_is_not_said_of_another():
    made = [
        *(exchange(url=f"{API}/users/{number}") for number in range(9)),
        exchange(url=f"{API}/users/4/keys/77", status=404, answer=b"{}"),
    ]

    why = await recalled(request(url=f"{API}/users/9/keys/5"), *made)
    more = [exchange(url=f"{API}/users/5/keys/78", status=404, answer=b"{}")]

    assert why == "what is nearest was refused (404), maybe for what it names"
    assert await recalled(request(url=f"{API}/users/9/keys/5"), *made, *more) == 10


def order(number, **more):
    """A body with many places that are the same."""
    return told({f"field{at}": f"v{at}" for at in range(40)} | {"n": number} | more)


async def test_a_field_that_nobody_gave_is_told():
    made = [exchange("POST", f"{API}/orders", order(n)) for n in (10, 20, 30)]

    asked = request("POST", f"{API}/orders", order(40, dry_run=True))

    why = await recalled(asked, *made)
    assert why == "nothing was asked with body.dry_run"
    found = await memory(*made)
    verdict, _ = await found.recalled(asked, threshold=0.7)
    assert verdict.near is not None


async def test_who_gives_a_field_is_answered_as_those_who_gave_it():
    made = [
        exchange("POST", f"{API}/orders", order(n), answer=told({"n": n}))
        for n in (10, 20, 30)
    ]
    made.append(
        exchange("POST", f"{API}/orders", order(77, dry_run=True), answer=told({}))
    )

    assert await recalled(
        request("POST", f"{API}/orders", order(20, dry_run=True)), *made
    ) == len(made)
