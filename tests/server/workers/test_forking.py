"""Starting workers, in a process of its own: a copy of this one has its threads."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def ran(script):
    """Return what *script* says, run with every warning an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def test_each_has_its_own_sockets_and_a_line_to_the_first():
    said = ran(
        """
        import os
        from mockforge.server.run import listen
        from mockforge.server.workers import ports
        from mockforge.server.workers.forking import start

        def work(number, line, sockets):
            held = len(os.listdir("/proc/self/fd"))
            line.send(f"{number} {len(sockets)} {held}".encode())
            assert line.recv(9) == b"stop"

        places = ports.spread(listen("127.0.0.1", 0), 3)
        before = len(os.listdir("/proc/self/fd")) - 3
        for each in start(places, work):
            number, sockets, held = map(int, each.line.recv(99).split())
            assert sockets == 1
            each.line.send(b"stop")
            each.line.close()
            _, status = os.waitpid(each.pid, 0)
            print(each.number == number, held - before, status)
        """
    )

    # Beside what it began with: one socket to listen on, and the line.
    assert said.splitlines() == ["True 2 0"] * 3


def test_it_waits_for_threads_that_are_ending():
    """Python warns, and that is an error here, of a copy made among threads."""
    said = ran(
        """
        import os, threading
        from mockforge.server.workers.forking import start

        thread = threading.Thread(target=threading.Event().wait, args=(0.2,))
        thread.start()
        (one,) = start([[]], lambda *given: None)
        one.line.close()
        print(os.waitpid(one.pid, 0)[1], threading.active_count())
        """
    )

    assert said == "0 1\n"


def test_what_a_worker_fails_of_ends_it_alone():
    said = ran(
        """
        import os
        from mockforge.errors import ConfigError
        from mockforge.server.workers.forking import start

        def work(number, line, sockets):
            raise ConfigError("nothing works")

        try:
            (one,) = start([[]], work)
        finally:
            print("once")
        one.line.close()
        print(os.waitstatus_to_exitcode(os.waitpid(one.pid, 0)[1]))
        """
    )

    assert said == "once\n1\n"
