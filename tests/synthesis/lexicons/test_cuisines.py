"""Each kitchen has dishes, and says what they are made of."""

from mockforge.synthesis.lexicons.cuisines import CUISINES


def test_every_dish_is_made_of_something():
    for one in CUISINES:
        assert one.signs
        assert len(one.dishes) > 5
        assert all(name and made_of for name, made_of in one.dishes)
