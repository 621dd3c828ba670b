"""The house is kept: who may import whom, who may know which library, sizes, mirror."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS = [
    {"errors"},
    {"clock", "chance", "options", "http", "event", "codings"},
    {"arithmetic"},
    {"endpoint", "provenance", "bodies", "templates", "conditions"},
    {"exchange"},
    {"learning"},  # and personas
    {"stages", "synthesis"},
    {"store"},
    {"recordings"},
    {"recall", "llm"},
    {"sources"},
    {"stubs"},
    {"engine"},
    {"flows", "report"},
    {"config", "logs"},
    {"applying", "remembering"},
    {"stubbing"},
    {"app"},
    {"mixed"},
    {"server", "demo", "addons", "load", "simulation"},
    {"cli"},
]
LAYER_OF = {name: depth for depth, names in enumerate(LAYERS) for name in names}

# Surfaces may stand on one another: the demonstration starts a server and a proxy, and
# the proxy's port gives answers again as the server does. Simulated users have the
# connections of the load.
SIDEWAYS = {
    ("demo", "server"),
    ("demo", "addons"),
    ("addons", "server"),
    ("simulation", "load"),
}

ONLY_IN = {
    "mitmproxy": {"flows", "addons"},
    "sqlalchemy": {"store", "migrations"},
    "alembic": {"store", "migrations"},
    "httpx": {"server", "demo", "recall.embedder", "llm"},
    "faiss": {"recall.index"},
    "model2vec": {"recall.embedder"},
    "psycopg": {"store"},
    "redis": {"sources"},
    "faker": {"templates", "synthesis"},
    "h2": {"server"},
    "jinja2": {"templates"},
    "json_repair": {"llm"},
    "jsonschema_rs": {"synthesis", "stages.blend.validity"},
    "lark": {"conditions"},
    "cryptography": {"server"},
}
FILE_WALL = 330
FUNCTION_WALL = 60


def sources():
    """Every Python file of the package, with its dotted name below mockforge."""
    for top, prefix in (
        ("mockforge", ""),
        ("addons", "addons."),
        ("migrations", "migrations."),
    ):
        for path in sorted((ROOT / top).rglob("*.py")):
            inside = path.relative_to(ROOT / top).with_suffix("").as_posix()
            yield path, (prefix + inside.replace("/", ".")).removesuffix(".__init__")


SOURCES = [
    (path, name) for path, name in sources() if name not in ("__init__", "__main__")
]


def department(name):
    return name.split(".")[0]


def imports(path):
    """Yield every absolute module name that *path* imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("path", "name"), SOURCES, ids=[name for _, name in SOURCES])
def test_a_layer_imports_only_lower_layers(path, name):
    here = department(name)
    if here == "migrations":
        return
    assert here in LAYER_OF, f"{here} has no layer: give it one in this test"

    for module in imports(path):
        if not module.startswith("mockforge."):
            continue
        there = department(module.removeprefix("mockforge."))
        if there in (here, "__version__", "migrations") or (here, there) in SIDEWAYS:
            continue
        assert there in LAYER_OF, f"{path}: {module} has no layer"
        assert LAYER_OF[there] < LAYER_OF[here], f"{path} must not import {module}"


@pytest.mark.parametrize(("path", "name"), SOURCES, ids=[name for _, name in SOURCES])
def test_a_library_is_known_in_its_own_room_only(path, name):
    for module in imports(path):
        rooms = ONLY_IN.get(module.split(".")[0])
        known = rooms is None or {department(name), name} & rooms
        assert known, f"{path} imports {module}"


@pytest.mark.parametrize(("path", "name"), SOURCES, ids=[name for _, name in SOURCES])
def test_files_and_functions_stay_readable(path, name):
    text = path.read_text()
    assert text.count("\n") <= FILE_WALL, f"{path}: make it a package"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= FUNCTION_WALL, f"{path}: {node.name} has {lines} lines"


def test_every_test_file_mirrors_a_module():
    """tests/X/test_Y.py tests mockforge/X/Y.py; a part of it is test_Y_word.py."""
    known = {name.replace(".", "/") for _, name in SOURCES}
    free = {
        "test_architecture",
        "test_packaging",
        "test_exports",
        "test_docs",
        "test_tutorial",
    }
    strays = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        inside = path.relative_to(ROOT / "tests")
        if inside.parts[0] in ("journeys", "bench") or path.stem in free:
            continue
        room, words = (
            inside.parent.as_posix(),
            path.stem.removeprefix("test_").split("_"),
        )
        names = {
            "/".join(filter(None, [room.removeprefix("."), "_".join(words[:n])]))
            for n in range(1, len(words) + 1)
        }
        if not names & known:
            strays.append(inside.as_posix())

    assert strays == []


def test_every_module_with_code_has_its_test():
    tests = {
        path.relative_to(ROOT / "tests").as_posix().removesuffix(".py")
        for path in (ROOT / "tests").rglob("test_*.py")
    }
    missing = []
    for path, name in SOURCES:
        if path.name == "__init__.py" or name.startswith("migrations."):
            continue
        room, _, stem = name.replace(".", "/").rpartition("/")
        wanted = f"{room}/test_{stem}".removeprefix("/")
        if not any(test == wanted or test.startswith(wanted + "_") for test in tests):
            missing.append(name)

    assert missing == []
