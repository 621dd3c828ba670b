import platform

from mockforge.load.machine import machine, versions


def test_what_it_ran_on_is_told_and_not_whose_it_is():
    told = machine(1.5)

    assert told["load_before"] == 1.5
    assert told["cores"]
    assert platform.node() not in str(told) or not platform.node()


def test_what_took_part_has_a_version():
    assert {"mockforge", "python", "uvloop", "httptools"} == set(versions())
