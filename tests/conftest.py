"""Settings for every test."""

import os

from hypothesis import settings

# The suite tries the same cases each time, so that a red run is somebody's change.
# `HYPOTHESIS_PROFILE=explore pytest` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
