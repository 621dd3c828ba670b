import pytest

from tests.learning.endpoints.asking import keys


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["200 GET /orders/17"], ["GET /orders/{id}"]),
        (
            ["200 GET /domains/example.com/records/123"],
            ["GET /domains/{domain}/records/{id}"],
        ),
        (
            ["200 GET /users/7", "200 GET /users/me"],
            ["GET /users/me", "GET /users/{id}"],
        ),
        (
            ["200 GET /gems/rails/versions", "200 GET /gems/rake/versions"],
            ["GET /gems/{gem}/versions"],
        ),
        (["404 GET /images/does-not-exist"], ["GET /images/{image}"]),
        (["204 DELETE /images/sunset"], ["DELETE /images/{image}"]),
        (["200 POST /images/upload"], ["POST /images/upload"]),
        (["200 GET /api/runs/list", "200 GET /api/jobs/list"],
         ["GET /api/jobs/list", "GET /api/runs/list"]),
        (["200 GET /1/cards/5", "200 GET /2/cards/5"],
         ["GET /1/cards/{id}", "GET /2/cards/{id}"]),
        (["200 GET /images/acme%2Fubuntu"], ["GET /images/{image}"]),
        (["200 GET /images/a", "200 GET /images/a/"], ["GET /images/a"]),
        (["200 GET /topics/news", "200 POST /topics/news:publish"],
         ["GET /topics/{topic}", "POST /topics/{topic}:publish"]),
        (["200 GET /documents", "200 POST /documents:batchGet"],
         ["GET /documents", "POST /documents:batchGet"]),
        (["200 GET /rates/2024-01-05"], ["GET /rates/{rate}"]),
        (["200 GET /users/7.json", "200 GET /users.json"],
         ["GET /users/{id}.json", "GET /users.json"]),
        (["200 GET /odata/Products(3)", "200 GET /odata/$metadata"],
         ["GET /odata/$metadata", "GET /odata/Products({id})"]),
        (["200 PUT /r/x.example.com/TXT", "200 PUT /r/x.example.com/MX"],
         ["PUT /r/{r}/{r_2}"]),
    ],
)  # fmt: skip
def test_words_and_values_are_told_apart(lines, expected):
    assert keys(*lines) == expected


def test_a_word_that_an_answer_names_is_a_value():
    line = "200 GET /licenses/mit"

    assert keys(line) == ["GET /licenses/mit"]
    assert keys(line, told={line: {"key": "mit"}}) == ["GET /licenses/{license}"]


def test_a_word_that_the_list_names_is_a_value():
    every = "200 GET /templates"

    assert keys(
        every, "200 GET /templates/autumn", told={every: [{"id": "autumn"}]}
    ) == [
        "GET /templates",
        "GET /templates/{template}",
    ]


def test_what_is_missing_beside_a_parameter_is_one_of_its_values():
    assert keys("200 GET /teams/7", "404 GET /teams/notateam") == ["GET /teams/{team}"]


def test_a_few_certain_values_draw_the_doubtful():
    below = ("issues", "pulls", "tags")
    sure = [f"200 GET /repos/acme/r{n}0{n}/{word}" for n in range(3) for word in below]

    found = keys(*sure, "200 GET /repos/acme/hubot/issues")

    assert not any("hubot" in key for key in found)
