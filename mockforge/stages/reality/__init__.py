"""Reality: how much of an answer is real, and which source a request gets."""
