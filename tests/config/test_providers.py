import pytest

from mockforge.config import examine, load
from mockforge.config.listing import secrets, settings

KEY = "planted-key-4711"


def loaded(text, tmp_path, environ, **flags):
    file = tmp_path / "mockforge.yaml"
    file.write_text(text)
    given = {f"rag.{name}": (value, "--flag") for name, value in flags.items()}
    return load(file, environ=environ, flags=given, here=tmp_path)


@pytest.mark.parametrize(
    ("provider", "name"),
    [("openai", "OPENAI_API_KEY"), ("anthropic", "ANTHROPIC_API_KEY")],
)
def test_the_key_of_a_provider_is_taken_from_its_variable(tmp_path, provider, name):
    text = f"rag: {{provider: {provider}}}"
    assert loaded(text, tmp_path, {name: KEY}).rag.api_key == KEY


@pytest.mark.parametrize("written", ["${OPENAI_API_KEY}", '"${OPENAI_API_KEY}"'])
def test_a_key_that_is_not_there_is_no_key(tmp_path, written):
    text = f"rag:\n  provider: openai\n  api_key: {written}\n"
    assert not loaded(text, tmp_path, {}).rag.api_key
    assert loaded(text, tmp_path, {"OPENAI_API_KEY": KEY}).rag.api_key == KEY


def test_what_is_written_wins_over_a_variable_and_a_flag_over_both(tmp_path):
    text = "rag: {provider: openai, api_key: written-key}"
    environ = {"OPENAI_API_KEY": KEY}
    assert loaded(text, tmp_path, environ).rag.api_key == "written-key"
    assert loaded(text, tmp_path, environ, api_key="flag").rag.api_key == "flag"


def test_a_key_is_for_its_own_provider_alone(tmp_path):
    environ = {"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": "other"}
    for provider in ("none", "ollama", "openai-compatible", "openai_compatible"):
        text = f"rag: {{provider: {provider}}}"
        assert loaded(text, tmp_path, environ).rag.api_key is None
    assert loaded("{}", tmp_path, environ).rag.api_key is None


def test_ollama_is_where_its_variable_says(tmp_path):
    environ = {"OLLAMA_HOST": "0.0.0.0:1234"}
    rag = loaded("rag: {provider: ollama}", tmp_path, environ).rag
    assert rag.api_endpoint == "0.0.0.0:1234"
    text = "rag: {provider: ollama, api_endpoint: http://there}"
    assert loaded(text, tmp_path, environ).rag.api_endpoint == "http://there"


def test_an_endpoint_with_a_provider_of_its_own_has_its_key(tmp_path):
    text = """
rag: {provider: openai}
endpoints:
  - path: /a
    response: {mode: intelligent, prompt: x, rag_config: {provider: anthropic}}
  - path: /b
    response: {mode: intelligent, prompt: x, rag_config: {model: y}}
"""
    environ = {"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": "other"}
    config = loaded(text, tmp_path, environ)
    first, second = (one.response.rag_config for one in config.endpoints)
    assert first.api_key == "other"
    assert "api_key" not in second.model_fields_set


def test_a_key_of_the_environment_is_shown_nowhere(tmp_path):
    file = tmp_path / "mockforge.yaml"
    file.write_text("rag: {provider: openai, embedding_provider: openai}")
    found = examine(file, environ={"OPENAI_API_KEY": KEY}, here=tmp_path)
    assert found.config is not None
    listed = settings(found.config, found.layers.root)

    assert KEY in secrets(found.layers.root)
    assert KEY not in str([(one.path, one.value) for one in listed])
    origins = {one.path: str(one.origin) for one in listed}
    assert origins[("rag", "api_key")] == "OPENAI_API_KEY"


def test_the_embedder_of_rag_is_that_of_recall(tmp_path):
    text = "rag: {embedding_provider: openai, embedding_model: big}"
    recall = loaded(text, tmp_path, {"OPENAI_API_KEY": KEY}).recall
    assert (recall.embedder, recall.model, recall.api_key) == ("openai", "big", KEY)

    text = """
rag:
  provider: openai_compatible
  api_endpoint: http://there/v1
  api_key: its-own-key
  embedding_provider: openai-compatible
"""
    recall = loaded(text, tmp_path, {}).recall
    assert (recall.embedder, recall.base_url) == ("openai", "http://there/v1")
    assert recall.api_key == "its-own-key"


def test_what_recall_says_itself_wins(tmp_path):
    text = "rag: {embedding_provider: openai}\nrecall: {embedder: hashed}"
    recall = loaded(text, tmp_path, {"OPENAI_API_KEY": KEY}).recall
    assert (recall.embedder, recall.api_key) == ("hashed", None)


def test_a_key_goes_to_no_other_provider_for_embeddings(tmp_path):
    text = """
rag: {provider: openai, api_key: its-key, embedding_provider: ollama}
"""
    recall = loaded(text, tmp_path, {}).recall
    assert (recall.embedder, recall.api_key, recall.base_url) == ("ollama", None, "")
