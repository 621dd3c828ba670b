import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.config.document import parse
from mockforge.config.edit import changed, in_line, valid_change, value_of, write
from mockforge.config.values import Place, Problem, plain, undotted
from mockforge.errors import ConfigError

# Every text is followed by what is set and what must come out, character by character.
CASES = {
    "an empty file": ("", "server.port", 90, "server:\n  port: 90\n"),
    "a file of comments": ("# c\n", "seed", 1, "# c\nseed: 1\n"),
    "a comment behind": (
        "server:\n  # the port\n  port:   8080   # keep\n",
        "server.port",
        90,
        "server:\n  # the port\n  port:   90   # keep\n",
    ),
    "a new key": (
        "server:\n  port: 80  # c\n\n# about log\nlog:\n  level: info\n",
        "server.host",
        "::1",
        'server:\n  port: 80  # c\n  host: "::1"\n\n# about log\nlog:\n  level: info\n',
    ),
    "a new block": ("seed: 1", "server.port", 9, "seed: 1\nserver:\n  port: 9\n"),
    "a deep block": (
        "matching:\n    headers: [x]\n# end\n",
        "matching.after_last",
        "cycle",
        "matching:\n    headers: [x]\n    after_last: cycle\n# end\n",
    ),
    "braces": (
        "server: {port: 1}  # c\nseed: 1",
        "server.host",
        "a b",
        "server: {port: 1, host: a b}  # c\nseed: 1",
    ),
    "empty braces": ("server: {}\n", "server.host", "a", "server: {host: a}\n"),
    "an empty block": (
        "server:\n  # host: x\nseed: 1\n",
        "server.port",
        9,
        "server:\n  port: 9\n  # host: x\nseed: 1\n",
    ),
    "an empty value": (
        "server:\n  port:  # c\nseed: 1\n",
        "server.port",
        9,
        "server:\n  port: 9  # c\nseed: 1\n",
    ),
    "single quotes": ("db: 'x'\n", "db", "it's", "db: 'it''s'\n"),
    "double quotes": ('db: "x" # c\n', "db", "y", 'db: "y" # c\n'),
    "a text that needs quotes": ("db: x\n", "db", "a: # b", 'db: "a: # b"\n'),
    "a text like a number": ("db: x\n", "db", "12", 'db: "12"\n'),
    "an item of a list": (
        "matching:\n  ignore:\n  - a   # why\n  - b\n",
        "matching.ignore[1]",
        "z",
        "matching:\n  ignore:\n  - a   # why\n  - z\n",
    ),
    "a list in brackets": (
        "matching: {ignore: [a], headers: []}\n",
        "matching.ignore",
        ["b", "c"],
        'matching: {ignore: ["b", "c"], headers: []}\n',
    ),
    "windows lines": (
        "seed: 1\r\n",
        "server.port",
        1,
        "seed: 1\r\nserver:\r\n  port: 1\r\n",
    ),
    "a byte order mark": ("\ufeffseed: 1\n", "seed", 2, "\ufeffseed: 2\n"),
    "wide characters": (
        "db: \u00e4\U0001f600x # \u00e4\nseed: 3\n",
        "seed",
        4,
        "db: \u00e4\U0001f600x # \u00e4\nseed: 4\n",
    ),
    "marks of a document": (
        "---\nseed: 1\n...\n",
        "db",
        "x",
        "---\nseed: 1\ndb: x\n...\n",
    ),
    "a merged key": (
        "x: &b\n  port: 1\nserver:\n  <<: *b\n",
        "server.port",
        3,
        "x: &b\n  port: 1\nserver:\n  <<: *b\n  port: 3\n",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_only_what_is_set_changes(case):
    text, key, value, expected = case

    assert changed(text, undotted(key), value) == expected


def test_what_cannot_be_replaced_in_place_is_written_anew_with_its_comments():
    text = "matching:\n  ignore:\n    - a  # why\n  headers: [x]  # these\n# end\n"

    new = changed(text, undotted("matching.ignore"), ["c"])

    assert plain(parse(new, "")[0]) == {"matching": {"ignore": ["c"], "headers": ["x"]}}
    assert "# these" in new
    assert "# end" in new


KEYS = st.sampled_from(["a", "b", "c", "long key", "ü"])
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    st.lists(st.integers() | st.just("x y")),
)
TREES = st.recursive(VALUES, lambda inner: st.dictionaries(KEYS, inner), max_leaves=8)


@given(
    tree=st.dictionaries(KEYS, TREES),
    path=st.lists(KEYS, min_size=1, max_size=3).map(tuple),
    value=VALUES,
    flow=st.booleans(),
)
def test_the_setting_alone_is_another_after_a_change(tree, path, value, flow):
    import yaml

    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True)
    before = plain(parse(text, "")[0])
    wanted = inner = {**before}
    for part in path[:-1]:
        if not isinstance(inner.get(part), dict | None):
            with pytest.raises(ConfigError):
                changed(text, path, value)
            return
        inner[part] = {**(inner.get(part) or {})}
        inner = inner[part]
    inner[path[-1]] = value

    assert plain(parse(changed(text, path, value), "")[0]) == wanted


def test_a_file_that_is_no_yaml_is_not_changed():
    with pytest.raises(ConfigError, match="not YAML"):
        changed("a: [", ("a",), 1)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("8080", 8080),
        ("true", True),
        ("[a, 2]", ["a", 2]),
        ("{a: 1}", {"a": 1}),
        ('"8080"', "8080"),
        ("[a", "[a"),
        ("http://x", "http://x"),
        ("a: b", "a: b"),
        ("", None),
    ],
)
def test_a_value_on_the_command_line_is_read_as_yaml(said, value):
    assert value_of(said) == value


def test_a_number_is_set_as_a_text_where_only_a_text_will_do():
    problem = Problem(Place("x"), (), "not a text")

    def wrong(text):
        value = plain(parse(text, "")[0])["workspace"]
        return [] if isinstance(value, str) else [problem]

    assert valid_change("", ("workspace",), "1.10", wrong) == (
        'workspace: "1.10"\n',
        [],
    )
    assert valid_change("", ("seed",), "[x]", lambda _: [problem])[1] == [problem]


@given(VALUES)
def test_a_value_in_one_line_is_read_back(value):
    text = f"k: {in_line(value)}\nl: [{in_line(value)}]\n"

    assert "\n" not in in_line(value)
    assert plain(parse(text, "")[0]) == {"k": value, "l": [value]}


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path):
    file = tmp_path / "m.yaml"
    file.write_text("old")
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)

    write(link, "new\r\n")

    assert file.read_bytes() == b"new\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["here", "link.yaml", "m.yaml"]


def test_a_file_that_cannot_be_written_is_an_error_with_a_next_step(tmp_path):
    with pytest.raises(ConfigError, match="cannot be written: No such file"):
        write(tmp_path / "none" / "m.yaml", "x")
