import json


def test_a_file_and_its_schema_are_written(ran, nowhere):
    code, out, err = ran("init", "--upstream", "https://api.example.com")

    assert (code, out) == (0, "mockforge.yaml\n")
    assert "next: mockforge proxy" in err
    first = (nowhere / "mockforge.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=./mockforge.schema.json"
    assert (
        json.loads((nowhere / "mockforge.schema.json").read_text())["type"] == "object"
    )
    assert ran("config", "get", "proxy.upstream")[1] == "https://api.example.com\n"


def test_a_file_that_is_there_stays(ran, nowhere):
    (nowhere / "mockforge.yaml").write_text("seed: 1\n")

    code, _, err = ran("init")

    assert code == 1
    assert "'mockforge.yaml' is there already" in err
    assert (nowhere / "mockforge.yaml").read_text() == "seed: 1\n"
    assert ran("init", "--force")[0] == 0


def test_an_address_that_is_none_is_refused(ran, nowhere):
    code, _, err = ran("init", "--upstream", "ftp://x")

    assert code == 3
    assert "'ftp://x' is not an http:// or https:// address" in err
    assert not list(nowhere.iterdir())


def test_a_directory_that_is_not_there_is_told(ran):
    code, _, err = ran("init", "none")

    assert code == 3
    assert "cannot be written: No such file or directory" in err
