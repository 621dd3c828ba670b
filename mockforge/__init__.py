"""Record a real API, replay it, and answer in its place."""

from pathlib import Path as _Path

__version__ = "0.1.0"

# In a checkout addons/ and migrations/ stand beside this package; in a wheel they
# are inside it. With the checkout's root on the path, mockforge.addons is found
# either way, and an installed copy never takes this branch.
_here = _Path(__file__).parent
if not (_here / "addons").is_dir() and (_here.parent / "addons/__init__.py").is_file():
    __path__.append(str(_here.parent))

__all__ = ["__version__"]
