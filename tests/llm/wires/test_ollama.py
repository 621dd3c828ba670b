from mockforge.llm.wires import Dialect, Ollama, Spoken


def test_a_schema_is_the_format():
    schema = {"type": "object", "properties": {"id": {"type": "integer"}}}
    spoken = Spoken("m", "I", (("user", "U"),), schema, 0.5, 9)
    told = Ollama.payload(spoken, Dialect())
    assert told["format"]["required"] == ["id"]
    assert told["options"] == {"temperature": 0.5, "num_predict": 9}
    assert Ollama.payload(spoken, Dialect("json"))["format"] == "json"


def test_its_counts_are_read():
    said = Ollama.saying({"message": {"content": "{}"}, "prompt_eval_count": 3,
                          "eval_count": 4, "done_reason": "length"})  # fmt: skip
    assert (said.text, said.tokens_in, said.tokens_out) == ("{}", 3, 4)
    assert said.is_cut


def test_a_call_is_what_is_said_where_there_is_no_text():
    call = {"function": {"name": "answer", "arguments": {"id": 1}}}
    said = Ollama.saying({"message": {"content": "", "tool_calls": [call]}})
    assert said.text == '{"id": 1}'
