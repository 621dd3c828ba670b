import pytest

from mockforge.errors import ConfigError
from mockforge.llm.addresses import address, require_key
from mockforge.llm.options import RagOptions

OPENAI = "https://api.openai.com/v1/chat/completions"


def url(provider, given=None):
    options = RagOptions(provider=provider, api_endpoint=given, model="m")
    return address(options).url


@pytest.mark.parametrize(
    ("provider", "given", "want"),
    [
        ("openai", None, OPENAI),
        ("openai", "https://api.openai.com", OPENAI),
        ("openai", "https://api.openai.com/v1/", OPENAI),
        ("openai", OPENAI, OPENAI),
        ("openai-compatible", "http://h:1", "http://h:1/v1/chat/completions"),
        ("openai_compatible", "h:1/v1", "http://h:1/v1/chat/completions"),
        ("openai-compatible", "https://h/openai/v1beta",
         "https://h/openai/v1beta/chat/completions"),
        ("openai-compatible", "https://u:p@h/v1?api-version=2",
         "https://u:p@h/v1/chat/completions?api-version=2"),
        ("anthropic", None, "https://api.anthropic.com/v1/messages"),
        ("anthropic", "http://h/proxy", "http://h/proxy/v1/messages"),
        ("ollama", None, "http://127.0.0.1:11434/api/chat"),
        ("ollama", "http://localhost:11434", "http://localhost:11434/api/chat"),
        ("ollama", "0.0.0.0", "http://127.0.0.1:11434/api/chat"),
        ("ollama", "gpu:8000", "http://gpu:8000/api/chat"),
        ("ollama", "[::1]:9", "http://[::1]:9/api/chat"),
        ("ollama", "https://there/api/generate", "https://there/api/chat"),
    ],
)  # fmt: skip
def test_an_address_is_understood_however_it_is_written(provider, given, want):
    assert url(provider, given) == want


def test_what_is_missing_or_wrong_is_told_with_the_key():
    for options, key in (
        (RagOptions(provider="openai-compatible"), "rag.api_endpoint"),
        (RagOptions(provider="openai-compatible", api_endpoint="http://h"),
         "rag.model"),
        (RagOptions(provider="openai", api_endpoint="ftp://h"), "rag.api_endpoint"),
        (RagOptions(provider="openai", api_endpoint="http://h:x"),
         "rag.api_endpoint"),
    ):  # fmt: skip
        with pytest.raises(ConfigError) as failed:
            address(options)
        assert key in str(failed.value)


def test_the_origin_tells_no_password():
    options = RagOptions(provider="openai", api_endpoint="https://u:pass@h/v1")
    assert address(options).origin == "https://h"


@pytest.mark.parametrize(
    ("name", "provider"),
    [("OPENAI_API_KEY", "openai"), ("ANTHROPIC_API_KEY", "anthropic")],
)
def test_a_key_that_is_missing_is_told_with_every_way_out(name, provider):
    with pytest.raises(ConfigError) as failed:
        require_key(RagOptions(provider=provider, api_key=""))
    text = str(failed.value)
    assert text.startswith("RAG is enabled but no API key is configured")
    for way in (f"export {name}=", "--rag-api-key", "--llm none"):
        assert way in text


@pytest.mark.parametrize(
    "changes",
    [{"calls": "none"}, {"calls": "frozen"}, {"when": "never"}, {"enabled": False},
     {"provider": "ollama"}, {"provider": "none"}, {"api_key": "k"},
     {"api_endpoint": "http://127.0.0.1:1"}],
)  # fmt: skip
def test_no_key_is_needed_where_nobody_wants_one(changes):
    require_key(RagOptions(**({"provider": "openai"} | changes)))
    require_key(RagOptions(provider="openai"), offline=True)


@pytest.mark.parametrize("key", ["planted key", "planted-k\u00e9y", "planted\nkey"])
def test_a_key_that_can_be_none_is_told_without_it(key):
    with pytest.raises(ConfigError) as failed:
        require_key(RagOptions(provider="openai", api_key=key))
    assert "planted" not in str(failed.value)
    require_key(RagOptions(provider="openai", api_key=" key\n"))
