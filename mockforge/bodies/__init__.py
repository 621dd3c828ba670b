"""Bodies and messages: of which kind they are, what they hold, and edits in place."""
