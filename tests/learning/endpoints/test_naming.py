import pytest

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints.naming import Step, template

ID = Step(values=("17",), kinds=("number",))
NAME = Step(values=("red",), kinds=("word",))
SPAN = Step(values=("a/b",), kinds=("span",), span=True)


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((), "/"),
        ((Step("orders"), ID), "/orders/{id}"),
        ((Step("orders"), ID, Step("items"), ID), "/orders/{order_id}/items/{id}"),
        ((Step("orders"), NAME), "/orders/{order}"),
        ((Step("v2"), SPAN, Step("tags")), "/v2/{name**}/tags"),
        ((Step("repos"), NAME, NAME), "/repos/{repo}/{repo_2}"),
        ((ID,), "/{id}"),
        ((Step("2fa-keys"), ID, Step("x")), "/2fa-keys/{n2_fa_key_id}/x"),
        (
            (Step("a"), Step("", "Products(", ")", ("3",), ("key",))),
            "/a/Products({id})",
        ),
        ((Step("c"), Step("", "cars;", "", ("a=b",), ("matrix",))), "/c/cars;{matrix}"),
        ((Step("jobs"), Step("", "", ":stop", ("1",), ("number",))), "/jobs/{id}:stop"),
        ((Step("{x}"), Step("*"), Step("?")), "/%7Bx%7D/%2A/%3F"),
    ],
)
def test_parameters_are_called_after_the_word_before(steps, text):
    found, names = template(steps)

    assert found == text
    assert Endpoint.parse(found).template == text
    assert len(names) == sum(bool(step.values) for step in steps)


def test_a_slash_at_the_end_is_written_where_it_was_asked():
    assert template((Step("a"),), slashed=True) == ("/a/", ())
