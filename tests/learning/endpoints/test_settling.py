import statistics

from mockforge.learning.endpoints import Endpoints
from tests.learning.endpoints.api_trees import Api, plain

APIS = 120


def f1(seed, *, answers):
    api = Api(seed)
    endpoints = Endpoints()
    for request, response in api.requests:
        endpoints.add(request, response.status, response if answers else None)
    inferred = {plain(known) for known in endpoints.settle().every}
    return 2 * len(inferred & api.documented) / (len(inferred) + len(api.documented))


def test_endpoints_of_random_apis_are_found_from_a_few_requests_each():
    assert statistics.mean(f1(seed, answers=True) for seed in range(APIS)) >= 0.9


def test_endpoints_are_found_without_a_look_at_answers():
    assert statistics.mean(f1(seed, answers=False) for seed in range(APIS)) >= 0.8
