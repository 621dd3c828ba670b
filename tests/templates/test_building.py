import pytest

from mockforge.errors import ConfigError
from mockforge.templates import compile_template


@pytest.mark.parametrize(
    ("text", "what", "nearest"),
    [
        ("{{uid}}", "'uid' is no word of templates", "did you mean 'uuid'?"),
        ("{{rand}}", "'rand' says nothing alone", "write rand.bool"),
        ("{{request}}", "'request' says nothing alone", "write request.body"),
        ("{{rand.itn 1 2}}", "'rand.itn' is no word", "did you mean 'rand.int'?"),
        ("{{request.metod}}", "no word", "did you mean 'request.method'?"),
        ("{{faker.nmae}}", "no word", "did you mean 'faker.name'?"),
        ("{{faker.nmae 1}}", "no word", "did you mean 'faker.name'?"),
        ("{{now.foo}}", "'now.foo' is unknown", None),
        ("{{now.yaer}}", "'now.yaer' is unknown", "did you mean 'year'?"),
        ("{{name.first}}", "no word", "write first_name"),
        ("{{randomValue length=5}}", "no word", "write rand.string 10"),
        ("{{jsonPath request.body '$.a'}}", "no word", "write body.items[0].name"),
        ("{{uuid 1 2}}", "'uuid': too many positional arguments", "{{uuid}}"),
        ("{{body.user 1}}", "'body.user' takes no arguments", None),
        ("{{ body(1) }}", "'body' takes no arguments", None),
        ("{{ body.__class__ }}", "'__class__' is nothing that", None),
        ("{{ rand.int(*[1]) }}", "arguments are written one by one", None),
        ("{% macro a() %}{% endmacro %}", "{% macro %} is nothing", None),
        ("{{ " + "[" * 70 + "]" * 70 + " }}", "nested deeper than 60", None),
    ],
    ids=range(19),
)
def test_what_is_wrong_is_told_with_what_was_meant(text, what, nearest):
    with pytest.raises(ConfigError) as failure:
        compile_template(text, where="x")

    assert what in str(failure.value)
    assert nearest is None or failure.value.nearest == nearest
