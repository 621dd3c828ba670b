from mockforge.learning.endpoints import spans
from tests.learning.endpoints.asking import asked, keys, learned


def test_names_with_as_many_slashes_each_are_parameters_in_a_row():
    every = "200 GET /mine"
    told = {every: [{"full_name": "acme/shop"}, {"full_name": "octo/cat"}]}

    found = keys(
        every, "200 GET /repos/acme/shop", "200 GET /repos/octo/cat/tags", told=told
    )

    assert found == [
        "GET /mine",
        "GET /repos/{repo}/{repo_2}",
        "GET /repos/{repo}/{repo_2}/tags",
    ]


def test_names_with_more_and_fewer_slashes_are_a_span():
    every = "200 GET /_catalog"
    told = {every: {"names": ["team/app", "worker"]}}
    lines = [
        f"200 GET /v2/{name}/{rest}"
        for name in ("team/app", "worker")
        for rest in ("manifests/v1.2.3", "tags/list")
    ]

    found = learned(every, *lines, told=told)

    assert [known.key for known in found.every] == [
        "GET /_catalog",
        "GET /v2/{name**}/manifests/{manifest}",
        "GET /v2/{name**}/tags/list",
    ]
    located = found.located(asked("GET /v2/a/b/c/tags/list"))
    assert located is not None
    assert located.params == {"name": "a/b/c"}


def test_a_span_is_seen_by_what_is_repeated_below():
    lines = [
        f"200 GET /v2/{name}/{rest}"
        for name in ("team/app", "worker", "web")
        for rest in ("blobs/17", "tags/list")
    ]

    assert keys(*lines) == [
        "GET /v2/{name**}/blobs/{id}",
        "GET /v2/{name**}/tags/list",
    ]


def test_keys_of_objects_end_with_the_path():
    listed = "200 GET /buckets/b17"
    told = {listed: {"keys": [{"key": "2024/a.txt"}, {"key": "b.txt"}]}}

    found = keys(
        *(listed, "200 PUT /buckets/b17/2024/a.txt", "200 PUT /buckets/b17/b.txt"),
        told=told,
    )

    assert found[-1].startswith("PUT /buckets/{bucket}/{bucket_2**}")


def test_collections_that_have_the_same_below_are_no_span():
    lines = [
        *("200 GET /repos/17/tags", "200 GET /repos/17/refs"),
        *("200 GET /repos/17/git/tags", "200 GET /repos/17/git/refs"),
    ]

    assert keys(*lines) == [
        "GET /repos/{repo_id}/git/refs",
        "GET /repos/{repo_id}/git/tags",
        "GET /repos/{repo_id}/refs",
        "GET /repos/{repo_id}/tags",
    ]


def test_names_are_looked_up_by_their_first_segment():
    found = spans.index(["team/app", "7/x", "plain"])

    assert sorted(found) == ["\0\0number\0", "team"]
    assert [part.label for part in found["team"][0]] == ["team", "app"]
