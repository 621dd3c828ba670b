"""The shapes in which a language model is described, each in full."""

import pytest

from mockforge.config import load

RAG = """
rag:
  enabled: true
  provider: openai
  api_key: ${OPENAI_API_KEY}
  model: gpt-4
  max_tokens: 2048
  temperature: 0.7
  embedding_provider: openai
  embedding_model: text-embedding-ada-002
  caching: true
  cache_ttl_secs: 3600
  timeout_secs: 60
  max_retries: 5
"""
LOCAL = """
rag:
  provider: ollama
  model: llama2
  api_endpoint: http://localhost:11434
"""


def read(tmp_path, text):
    path = tmp_path / "mockforge.yaml"
    path.write_text(text)
    return load(path, environ={"OPENAI_API_KEY": "k"}).rag


def test_what_may_be_written_is_read_completely(tmp_path):
    rag, local = read(tmp_path, RAG), read(tmp_path, LOCAL)

    assert (rag.model, rag.timeout_secs, rag.max_retries) == ("gpt-4", 60.0, 5)
    assert (local.provider, local.api_endpoint) == ("ollama", "http://localhost:11434")


@pytest.mark.parametrize(
    "provider",
    ["none", "openai", "anthropic", "ollama", "openai-compatible", "openai_compatible"],
)
def test_a_provider_is_known_in_both_spellings(tmp_path, provider):
    assert read(tmp_path, f"rag: {{provider: {provider}}}\n").provider == provider
