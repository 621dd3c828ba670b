from mockforge.store.kept import STATE


def test_what_cannot_be_kept_is_an_error_and_not_a_success(ran, nowhere):
    (nowhere / STATE).write_bytes(b"no database" * 50)
    (nowhere / "a.jsonl").write_text("")
    code, _, err = ran("llm", "cache", "list")
    assert code == 1
    assert "SQLite" in err
