from mockforge.llm.wires import Anthropic, Dialect, Spoken


def test_a_schema_is_that_of_a_tool_that_has_to_be_used():
    schema = {"type": "object", "properties": {"id": {"type": "integer"}}}
    told = Anthropic.payload(
        Spoken("m", "I", (("user", "U"),), schema, 1.5, 9), Dialect()
    )
    assert told["tool_choice"]["name"] == told["tools"][0]["name"]
    assert told["tools"][0]["input_schema"]["required"] == ["id"]
    assert told["temperature"] == 1.0


def test_the_use_of_the_tool_is_what_is_said():
    blocks = [{"type": "text", "text": "Well:"},
              {"type": "tool_use", "input": {"id": 1}}]  # fmt: skip
    said = Anthropic.saying(
        {"content": blocks, "stop_reason": "max_tokens", "usage": {"input_tokens": 3}}
    )
    assert (said.text, said.tokens_in, said.tokens_out) == ('{"id": 1}', 3, None)
    assert said.is_cut
    assert Anthropic.saying({"content": blocks[:1]}).text == "Well:"
