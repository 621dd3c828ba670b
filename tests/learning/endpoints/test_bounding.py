from mockforge.learning.endpoints.bounding import fold, narrow
from mockforge.learning.endpoints.evidence import Scene
from mockforge.learning.endpoints.trie import FOLDED, End, Node


def grown(width, depth):
    whole = Node()
    end = whole.ends["GET"] = End()
    end.count = 1
    if depth:
        for number in range(width):
            word = f"word{chr(97 + number % 26)}{chr(97 + number // 26)}"
            whole.children[word] = grown(width, depth - 1)
    return whole


def test_folding_leaves_the_most_frequent_words_and_all_counts():
    node = grown(40, 1)
    node.children["often"] = grown(0, 0)
    node.children["often"].ends["GET"].count = 100
    before, size = node.count(), node.size()

    fewer = fold(node, 8, Scene("", 0))

    assert "often" in node.children
    assert len(node.names()) <= 8
    assert node.count() == before
    assert node.size() == size - fewer
    assert node.children[FOLDED].values


def test_a_tree_is_brought_down_to_its_size():
    tree = grown(6, 5)
    before = tree.count()

    left = narrow(tree, 500, lambda text: False)

    assert left == tree.size() <= 500
    assert tree.count() == before


def test_a_small_tree_is_left_alone():
    tree = grown(3, 2)

    assert narrow(tree, 500, lambda text: False) == 13
    assert FOLDED not in tree.children
