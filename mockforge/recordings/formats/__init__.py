"""Text forms of recordings: our own, and those other tools write.

Each module is one form: `recognises(head)` tells it by content, `read(path)` returns
its exchanges, and `write(exchanges, path)` is there where we write it too.
"""
