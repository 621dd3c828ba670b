"""The shapes in which behaviour is described, each in full and in both spellings."""

import pytest

SHOP = """
intelligent_behavior:
  enabled: true
  session_tracking: cookie  # or header, query_param

  behavior_model:
    llm_provider: openai
    model: gpt-4
    system_prompt: |
      A shop:
      - a cart is kept
    schemas:
      CartItem:
        type: object
        properties:
          product_id: { type: string }
          quantity: { type: integer }
    consistency_rules:
      - name: require_auth
        condition: "path starts_with '/api/cart' OR path starts_with '/api/orders'"
        action:
          error:
            status: 401
            message: "Log in first"
      - name: cart_to_order
        condition: "method == 'POST' AND path == '/api/orders'"
        action:
          transform: "Create order from cart, clear cart, update stock"
      - name: pay
        condition: "path == '/api/pay'"
        action:
          execute_chain: payment
    state_transitions:
      order_status:
        states: [pending, processing, shipped, delivered, cancelled]
        initial: pending
        transitions:
          - from: pending
            to: processing
            probability: 0.8
          - from: processing
            to: shipped
      other:
        initial_state: new

  vector_store:
    enabled: true
    embedding_provider: openai
    embedding_model: text-embedding-ada-002
"""
UNDER_RULES = """
intelligent_behavior:
  enabled: true
  session_tracking:
    method: query_param
    cookie_name: "mockforge_session"
    header_name: X-Session-ID
    query_param: session_id
    auto_create: true
  behavior_model:
    llm_provider: openai-compatible
    model: gpt-3.5-turbo
    api_key: ${OPENAI_API_KEY}
    api_endpoint: http://localhost:1
    temperature: 0.7
    max_tokens: 1024
    rules:
      system_prompt: A plain API.
      schemas:
        User: {type: object, properties: {id: {type: string}}}
      consistency_rules:
        - name: require_auth
          condition: "path starts_with '/api/protected'"
          action:
            type: require_auth
            message: "Log in first"
      state_transitions: {}
  vector_store:
    enabled: true
    embedding_provider: openai
    embedding_model: text-embedding-ada-002
    storage_path: ./memory
    semantic_search_limit: 10
    similarity_threshold: 0.7
  performance:
    cache_ttl_seconds: 300
    max_history_length: 50
    semantic_search_limit: 10
    session_timeout_seconds: 3600
    enable_response_cache: true
"""


@pytest.mark.parametrize("text", [SHOP, UNDER_RULES], ids=["direct", "under rules"])
def test_what_may_be_written_is_known_completely(refused_as_not_yet, text):
    assert refused_as_not_yet(text)


@pytest.mark.parametrize("method", ["cookie", "header", "query_param"])
def test_tracking_is_a_word_or_a_mapping(refused_as_not_yet, method):
    block = "intelligent_behavior: {session_tracking: "

    assert refused_as_not_yet(f"{block}{method}}}\n")
    assert refused_as_not_yet(f"{block}{{method: {method}}}}}\n")


def test_a_wrong_word_for_tracking_is_told_where_it_stands(told):
    said = told("intelligent_behavior:\n  session_tracking: cooky\n")

    assert said[1].startswith(
        "mockforge.yaml:2:21: intelligent_behavior.session_tracking: 'cooky' is none"
    )


def test_an_action_has_only_the_keys_of_actions(told):
    said = told(SHOP.replace("transform: ", "transfrom: "))

    assert "action.transfrom: unknown key; did you mean 'transform'?" in said[1]
