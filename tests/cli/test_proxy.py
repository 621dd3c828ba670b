import pytest


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 2, "--upstream https://api.example.com"),
        (["--upstream", "ftp://a"], 3, "not an http:// or https:// address"),
        (["--upstream", "http://no-such-host.invalid"], 5, "has no address"),
        (["--mode", "sideways", "--upstream", "http://127.0.0.1:9"], 3, "socks5"),
        (["--offline", "--upstream", "http://127.0.0.1:9"], 3, "contacts nobody"),
        (["--record-ack", "later", "--upstream", "http://127.0.0.1:9"], 3, "commit"),
        (["--max-body", "huge", "--upstream", "http://127.0.0.1:9"], 3, "64MB"),
        (["--lane", "fast", "--upstream", "http://127.0.0.1:9"], 3, "mitmproxy"),
        (["--up", "x"], 2, "--up"),
        (
            [
                "--upstream",
                "http://127.0.0.1:9",
                "--no-check-upstream",
                "--client-cert",
                "no.pem",
            ],
            3,
            "no such file",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, list) and value else None,
)
def test_what_cannot_be_done_is_told_with_the_next_step(ran, words, code, told):
    found, out, err = ran("proxy", *words)

    assert (found, out) == (code, "")
    assert told in err
    assert "Traceback" not in err


def test_help_tells_what_to_do(ran):
    code, out, _ = ran("proxy", "--help")

    assert code == 0
    assert "--upstream URL" in out
    assert "Ctrl-C" in out
