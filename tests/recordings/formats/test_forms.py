import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats import forms

PAIRS = '{"data": {"pairs": []}, "meta": {}}'


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ('{"mockforge":1}\n', "jsonl"),
        ('{"log":{"version":"1.2","entries":[]}}', "har"),
        (PAIRS, "hoverfly"),
        ("interactions: []\nversion: 1", "vcr"),
        ("---\nhttp_interactions:\n- request:\n    uri: x", "vcr"),
        ('{"version": 1, "interactions": []}', "vcr"),
        ('{"http_interactions": [], "recorded_with": "x"}', "vcr"),
        ("- request: {}\n  response: {}", "vcr"),
        ("version: 1\ninteractions:\n- request:\n    url: x", "go-vcr"),
        (
            "version: 2\ninteractions:\n    - id: 0\n      request:\n        url: x",
            "go-vcr",
        ),
    ],
)
def test_a_form_is_told_by_what_is_in_the_file(content, form):
    found = forms.form_of(content.encode())

    assert found is not None
    assert found.name == form


def test_the_name_of_a_file_does_not_matter(tmp_path):
    path = tmp_path / "cassette.txt"
    path.write_text(PAIRS)

    assert forms.read(path).form == "hoverfly"


@pytest.mark.parametrize(
    ("content", "step"),
    [
        ("", "the file is empty"),
        ('{"mappings": []}', "WireMock"),
        ("1234:4:type;4:http;", "mitmdump -nr FILE --set hardump"),
        ("hello", "recordings list"),
    ],
)
def test_another_file_is_named_with_what_to_do(tmp_path, content, step):
    path = tmp_path / "a.json"
    path.write_text(content)

    with pytest.raises(RecordingError) as caught:
        forms.read(path)

    assert "is no recording" in str(caught.value)
    assert step in str(caught.value)
