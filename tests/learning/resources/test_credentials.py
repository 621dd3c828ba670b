from mockforge.learning.resources.credentials import head_of
from tests.learning.resources.told import LIFE, read, resources_of, samples_of, talk


def test_what_a_request_was_turned_away_without_is_a_credential():
    """No request of these carries one, so nothing is known to be missing."""
    found = resources_of(*LIFE, ("GET /users", None, 401, {"error": "who?"}))

    assert {each.credentials for each in found.operations.values()} == {()}


def test_accepted_requests_tell_which_field_it_is():
    from dataclasses import replace

    from mockforge.learning.resources import learn_resources

    key = (b"Authorization", b"Bearer x")
    told = talk(*LIFE)
    allowed = [
        replace(
            each, request=replace(each.request, headers=(*each.request.headers, key))
        )
        for each in told
    ]
    turned = talk(*LIFE, ("GET /users", None, 401, {"error": "who?"}))[-1]
    endpoints, samples = samples_of([*allowed, turned])

    found = learn_resources(samples, endpoints).operations

    assert found["GET /users"].credentials == ("authorization",)
    assert found["GET /users"].outcomes["denied"].status == 401


def test_the_names_of_a_head_are_in_lower_case():
    by_key, _ = read(*LIFE)

    assert head_of(by_key["GET /users"][0]) == {"content-type"}
