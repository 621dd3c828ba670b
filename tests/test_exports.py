"""What `import mockforge` offers is what it says it offers."""

import mockforge


def test_every_public_name_exists_and_the_list_is_sorted():
    assert mockforge.__all__ == sorted(mockforge.__all__)
    assert all(hasattr(mockforge, name) for name in mockforge.__all__)
