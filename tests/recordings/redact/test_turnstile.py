import threading

from mockforge.recordings.redact.turnstile import Turnstile


def test_who_pauses_lets_in_who_waits():
    turn, order = Turnstile(), []
    waits = threading.Event()

    def second():
        waits.set()
        with turn:
            order.append("second")

    other = threading.Thread(target=second)
    with turn:
        other.start()
        waits.wait(10)
        while "second" not in order:
            turn.pause()
        order.append("first")
    other.join(10)

    assert order == ["second", "first"]


def test_a_pause_nobody_uses_comes_back():
    turn = Turnstile()

    with turn:
        turn.pause()
    with turn:
        turn.pause()
