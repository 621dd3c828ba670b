"""Record a real API, replay it, and answer in its place."""

import os as _os

__version__ = "0.1.0"

# In a checkout addons/ and migrations/ stand beside this package; in a wheel they
# are inside it. With the checkout's root on the path, mockforge.addons is found
# either way, and an installed copy never takes this branch.
_here = _os.path.dirname(__file__)
_root = _os.path.dirname(_here)
if not _os.path.isdir(_os.path.join(_here, "addons")) and _os.path.isfile(
    _os.path.join(_root, "addons", "__init__.py")
):
    __path__.append(_root)

__all__ = ["__version__"]
