"""What kitchens of different countries, and places to eat, have on their menus."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.synthesis.lexicons.sheets import joined_lines, parts

_TEXT = """
italian italy trattoria pizzeria osteria: Margherita Pizza, tomato, mozzarella and basil
  | Tagliatelle al Ragù, slow-cooked beef and pork | Risotto ai Funghi, porcini and
  parmesan | Caprese, tomatoes, buffalo mozzarella, basil | Lasagne, layers of ragù and
  béchamel | Tiramisù, mascarpone, coffee and cocoa | Panna Cotta, with berries |
  Saltimbocca, veal with ham and sage | Minestrone, vegetables and beans
japanese japan sushi ramen izakaya: Salmon Nigiri, two pieces | Spicy Miso Ramen, pork
  and soft egg | Tonkatsu, breaded pork with cabbage | Chicken Katsu Curry, rice and
  pickles | Gyoza, six pan-fried dumplings | Tempura Udon, prawns in broth | Edamame,
  with sea salt | Matcha Ice Cream, two scoops
mexican mexico taqueria taco: Fish Tacos, slaw and lime | Chicken Enchiladas, green
  salsa and cream | Carnitas Burrito, beans and rice | Guacamole, with corn chips |
  Quesadilla, cheese and peppers | Pozole, pork and hominy | Churros, with chocolate
  sauce
indian india curry tandoori: Butter Chicken, tomato and cream | Chickpea Curry,
  coriander and ginger | Lamb Biryani, saffron rice | Palak Paneer, spinach and cheese |
  Samosas, potato and peas | Garlic Naan, from the clay oven | Mango Lassi, sweet
thai thailand: Pad Thai, rice noodles, peanuts and lime | Green Curry, chicken and
  aubergine | Tom Yum, hot and sour prawn soup | Green Papaya Salad, chili and fish
  sauce | Massaman Curry, beef and potatoes | Mango Sticky Rice, coconut milk
french france bistro brasserie: Onion Soup, gratinated | Steak Frites, with béarnaise |
  Coq au Vin, mushrooms and bacon | Ratatouille, Provençal vegetables | Moules
  Marinières, white wine and parsley | Crème Brûlée, vanilla | Tarte Tatin, warm apples
german germany austrian beer brauhaus: Wiener Schnitzel, potato salad | Käsespätzle,
  fried onions | Sauerbraten, red cabbage and dumpling | Bratwurst, with sauerkraut |
  Goulash Soup, with rye bread | Apple Strudel, vanilla sauce | Pretzel, with Obatzda
greek greece taverna: Moussaka, aubergine and lamb | Souvlaki, pork skewers with pita |
  Greek Salad, feta and olives | Tzatziki, yoghurt and cucumber | Grilled Octopus, lemon
  and oregano | Baklava, honey and nuts
spanish spain tapas: Patatas Bravas, spicy tomato sauce | Tortilla Española, potato and
  onion | Gambas al Ajillo, garlic prawns | Paella, seafood and saffron | Pan con
  Tomate, olive oil | Croquetas, ham and béchamel | Crema Catalana, cinnamon
chinese china dim sum: Mapo Tofu, minced pork and Sichuan pepper | Kung Pao Chicken,
  peanuts and chili | Spring Rolls, four pieces | Fried Rice, egg and vegetables |
  Peking Duck, pancakes and leek | Wonton Soup, prawn dumplings
american burger diner grill steakhouse bbq: Cheeseburger, pickles and house sauce |
  Pulled Pork Sandwich, coleslaw | Mac and Cheese, three cheeses | Ribeye Steak, 300 g
  with herb butter | Caesar Salad, chicken and croutons | Sweet Potato Fries, with aioli
  | Brownie, vanilla ice cream
cafe coffee breakfast brunch bakery: Flat White, double shot | Avocado Toast, poached
  egg | Granola Bowl, yoghurt and berries | Pancakes, maple syrup | Croissant, butter
  and jam | Carrot Cake, cream cheese icing | Shakshuka, eggs in tomato sauce
vegan vegetarian plant: Mushroom Gnocchi, sage and walnut | Lentil Dal, rice and
  coriander | Falafel Plate, hummus and salad | Cauliflower Steak, tahini | Beetroot
  Burger, sweet potato bun | Coconut Panna Cotta, mango
seafood fish harbour: Grilled Sea Bass, lemon and fennel | Clam Chowder, with crackers |
  Fish and Chips, tartare sauce | Oysters, half a dozen | Prawn Linguine, garlic and
  chili | Smoked Salmon, dill and rye bread
ice gelato parlour dessert: Stracciatella, two scoops | Lemon Sorbet, dairy-free |
  Pistachio Gelato, from Sicilian nuts | Banana Split, three scoops and cream |
  Affogato, espresso and vanilla | Hazelnut Sundae, warm chocolate
"""


class Dish(NamedTuple):
    """Something to eat."""

    name: str
    made_of: str


class Cuisine(NamedTuple):
    """What is cooked, by words that tell where."""

    signs: frozenset[str]
    dishes: tuple[Dish, ...]


def _cuisines() -> tuple[Cuisine, ...]:
    found = []
    for row in joined_lines(_TEXT):
        signs, _, told = row.partition(": ")
        dishes = tuple(Dish(*one.partition(", ")[::2]) for one in parts(told))
        found.append(Cuisine(frozenset(signs.split()), dishes))
    return tuple(found)


CUISINES = _cuisines()
