from mockforge.llm.wires import OpenAI


def saying(message, **more):
    choice = {"message": message, "finish_reason": "stop", **more}
    return OpenAI.saying({"choices": [choice]})


def test_what_is_said_is_in_parts_or_a_call_or_a_refusal():
    assert saying({"content": "a"}).text == "a"
    parts = [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]
    assert saying({"content": parts}).text == "ab"
    call = {"function": {"name": "answer", "arguments": "{}"}}
    assert saying({"content": None, "tool_calls": [call]}).text == "{}"
    assert saying({"content": None, "refusal": "No."}).text == "No."
    assert saying({"content": None}).text == ""


def test_an_answer_that_is_cut_off_says_so():
    assert saying({"content": "a"}, finish_reason="length").is_cut
    assert not saying({"content": "a"}).is_cut
