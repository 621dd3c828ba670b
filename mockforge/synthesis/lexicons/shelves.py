"""Lines of products of shops that have one sort of thing only, in short.

    = Furniture | furniture desk sofa        the category, and words that ask for it
    by: Fjordhus | Alder                     who makes them
    in: Studio | Nordic                      series
    of: Desk $189-690 | Sofa $590-2400       what there is, with what it costs
    has: solid oak legs @ desk, table        what things can do
    for: small flats                         what they are for

A line that is set in goes on the line before.
"""

from __future__ import annotations

from mockforge.synthesis.lexicons.counters import COUNTERS
from mockforge.synthesis.lexicons.lexicon import Goods
from mockforge.synthesis.lexicons.sheets import joined_lines, parts

_TEXT = """
= Furniture | furniture furnishing furnishings ikea sofa sofas couch chair chairs desk
  desks shelf shelves wardrobe
by: Fjordhus | Alder | Mira Living | Casa Lina | Nordhem | Oak & Linen
in: Studio | Nordic | Loft | Classic | Malmo | Harbour
of: Three-Seat Sofa $590-2400 | Armchair $249-890 | Dining Table $299-1490 | Dining
  Chair $79-290 | Writing Desk $189-690 | Bookshelf $129-590 | Wardrobe $290-1290 |
  Bed Frame $249-1190 | Bedside Table $69-249 | TV Bench $149-590 | Coffee Table
  $99-490 | Chest of Drawers $179-690 | Office Chair $149-690
has: solid oak legs @ sofa, armchair, table, desk, chair, bench | a removable, washable
  cover @ sofa, armchair | soft-closing drawers @ desk, drawers, bedside, bench,
  wardrobe | an oiled surface @ table, desk, shelf, bench, drawers | a high, curved back
  @ chair, armchair | adjustable shelves @ bookshelf, wardrobe | slats of birch @ bed |
  a ten-year guarantee | wood from managed forests | assembly in under an hour | felt
  pads that spare the floor
for: small flats | large living rooms @ sofa, armchair, table, bench | a home office @
  desk, chair, bookshelf | guest rooms @ bed, wardrobe, bedside, drawers | family homes
= Garden | garden gardening gardens tool tools lawn yard nursery greenhouse seed seeds
  mower
by: Greenthumb | Rowan & Sons | Terrafarm | Heckenmeister | Oakleaf
in: Classic | Pro | Comfort | Heritage | Light
of: Garden Spade $24-79 | Pruning Shears $15-69 | Hand Trowel $9-29 | Leaf Rake $17-49 |
  Hedge Trimmer $69-249 | Lawn Mower $149-690 | Watering Can $14-59 | Garden Hose
  $24-89 | Wheelbarrow $59-189 | Garden Fork $24-79 | Raised Bed $49-229 | Compost Bin
  $39-149 | Plant Pot $9-79
has: a handle of ash wood @ spade, trowel, rake, fork | forged steel that holds an edge
  @ spade, shears, trowel, fork | a rubber grip @ shears, trimmer, mower, wheelbarrow |
  a fine brass rose @ can | a quiet battery motor @ trimmer, mower | frost-proof clay @
  pot | untreated larch @ bed, bin | rust-free fittings | a five-year guarantee | spare
  parts for ten years | a weatherproof finish
for: vegetable beds @ spade, trowel, rake, fork, hose, can, bed | small gardens |
  balconies @ can, trowel, pot, bed | spring planting | hedges and shrubs @ shears,
  trimmer
= Tools | tool tools diy hardware workshop drill saw hammer construction
by: Kraftwerk | Boltmann | Ironside | Torqa | Handel Tools
in: Pro | Compact | 18V | Heavy Duty | Select
of: Cordless Drill $69-249 | Circular Saw $89-290 | Claw Hammer $14-49 | Screwdriver Set
  $15-69 | Socket Set $39-189 | Orbital Sander $49-159 | Laser Level $49-229 | Angle
  Grinder $49-189 | Tape Measure $7-29 | Tool Box $24-119 | Jigsaw $49-189 | Workbench
  $89-390
has: a brushless motor @ drill, saw, sander, grinder | two batteries and a charger @
  drill, saw | chrome-vanadium steel @ screwdriver, socket, hammer | an LED work light @
  drill, saw, jigsaw | a soft, non-slip grip | a sturdy carrying case | a three-year
  warranty | markings that do not wear off @ tape, level
for: home repairs | building sites | the workshop | first-time owners
= Jewellery | jewellery jewelry jeweller jeweler ring rings necklace necklaces
  bracelet earring earrings
by: Aurelie | Maison Claire | Northlight | Opaline | Sol & Luna
in: Petite | Signature | Heirloom | Celeste | Daily
of: Gold Ring $149-1290 | Silver Necklace $49-390 | Pearl Earrings $69-490 | Charm
  Bracelet $59-390 | Hoop Earrings $39-290 | Signet Ring $129-690 | Pendant Necklace
  $59-590 | Diamond Studs $290-2900 | Silver Bangle $49-290
has: recycled 14-karat gold @ gold, signet, hoop, diamond | sterling silver @ silver,
  charm, pendant | freshwater pearls @ pearl | an adjustable chain @ necklace,
  bracelet | hypoallergenic posts @ earrings, studs | a hand-polished finish | a gift
  box of recycled paper | free engraving @ ring, bangle, pendant | a certificate of
  origin
for: weddings | every day | birthdays | anniversaries
= Watches | watch watches timepiece chronograph
by: Meridian | Halden & Co | Tidewater | Kairos | Solheim
in: Heritage | Aviator | Diver | Classic | Field
of: Automatic Watch $290-2900 | Chronograph $190-1900 | Dive Watch $249-2400 | Dress
  Watch $149-1490 | Field Watch $129-690
has: a sapphire crystal | a stainless-steel case | water resistance to 100 m | a leather
  strap that ages well | luminous hands | a two-year warranty
for: the office | travel | the weekend
= Pet Supplies | pet pets dog dogs cat cats puppy kitten aquarium
by: Happy Paws | Wolf & Whisker | Barkley | Purrfect | Fellnase
in: Natural | Comfort | Active | Senior | Puppy
of: Dry Dog Food $14-69 | Wet Cat Food $9-49 | Dog Leash $12-39 | Cat Tree $49-189 | Dog
  Bed $29-119 | Chew Toy $6-19 | Litter Box $19-89 | Cat Litter $8-29 | Travel Crate
  $39-149 | Grooming Brush $9-29 | Food Bowl $8-29
has: meat from free-range farms @ food | no added sugar or grain @ food | a cover for
  the washing machine @ bed | natural sisal @ tree | reflective stitching @ leash |
  non-toxic materials | an easy-to-clean surface @ bowl, box, crate, tree, bed | a
  recommendation by vets | recyclable packaging | proof against stubborn pets
for: large dogs @ dog, chew, crate, bowl | indoor cats @ cat, litter, tree | puppies @
  dog, chew | sensitive stomachs @ food | every day
= Stationery | stationery office pen pens notebook notebooks printer
by: Papeterie | Linden | Inkwell | Folio & Co | Graphia
in: Classic | Studio | Executive | Daily | Recycled
of: Hardcover Notebook $9-29 | Fountain Pen $19-149 | Gel Pen Set $6-19 | Copy Paper
  $5-39 | Desk Organizer $14-49 | Sticky Notes $3-12 | Ring Binder $4-15 | Weekly
  Planner $12-39 | Stapler $7-29 | Whiteboard $29-189 | Highlighter Set $5-15 | Envelope
  Pack $4-19
has: paper that does not bleed through @ notebook, paper, planner | a smooth steel nib @
  fountain | quick-drying ink @ pen, highlighter | a lay-flat binding @ notebook,
  planner | recycled materials | acid-free quality | colours that stay bright | a
  money-back guarantee
for: the office | students | daily notes @ notebook, pen, planner, notes | meetings
= Bakery | bakery baker bread breads pastry pastries cake cakes cookies patisserie
  croissant
by: Kornblume | Sunday Oven | Maison Blé | The Flour Mill | Hearthstone
in: Classic | Rustic | Whole-Grain | House | Seasonal
of: Sourdough Loaf $4-9 | Butter Croissant $2-4 | Rye Bread $3-8 | Cinnamon Roll $2-5 |
  Almond Tart $4-29 | Carrot Cake $4-39 | Chocolate Éclair $3-6 | Bagel $1-4 | Baguette
  $2-5 | Apple Strudel $3-24 | Chocolate Chip Cookie $1-4
has: flour from a local mill | a 24-hour rise @ loaf, bread, baguette, bagel | a crisp
  crust @ loaf, bread, baguette, croissant | real butter @ croissant, roll, tart,
  cookie, strudel | no preservatives | free-range eggs @ cake, tart, éclair, cookie | a
  recipe of the house
for: breakfast | a coffee break | Sunday mornings | birthdays @ cake, tart
= Musical Instruments | instrument instruments guitar guitars piano pianos violin
  drums
by: Lyra | Brandt | Silvertone | Maple & Sons | Corelli
in: Studio | Stage | Student | Concert | Vintage
of: Acoustic Guitar $149-1490 | Electric Guitar $249-1990 | Digital Piano $390-2400 |
  Violin $149-2900 | Drum Kit $349-1990 | Ukulele $39-249 | Alto Saxophone $590-2900 |
  Flute $190-1490 | Bass Guitar $229-1690 | Trumpet $249-1890 | Cajon $79-290
has: a solid spruce top @ acoustic, violin, ukulele | weighted keys @ piano | maple
  shells @ drum | two humbucking pickups @ electric, bass | a warm, balanced tone |
  a padded case | a setup by hand before shipping | a finish of thin lacquer
for: beginners | the stage | practice at home | students
= Bicycles | bicycle bicycles bike bikes cycling cycle ebike ebikes
by: Velora | Ridgeback & Co | Stadtrad | Northwheel | Kettle Cycles
in: Urban | Gravel | Trail | Tour | Sport
of: City Bike $390-1490 | Gravel Bike $890-3900 | Mountain Bike $590-4900 | E-Bike
  $1290-4900 | Kids' Bike $149-490 | Folding Bike $390-1690 | Bike Helmet $39-189 |
  Bike Lock $24-129 | Bike Light $14-89 | Pannier $39-149
has: an aluminium frame @ city, gravel, mountain, kids, folding | hydraulic disc brakes
  @ gravel, mountain, e-bike, city | a 500 Wh battery @ e-bike | a belt in place of a
  chain @ city, e-bike, folding | hardened steel @ lock | a USB-C port @ light | a
  waterproof roll top @ pannier | a dial to fit any head @ helmet | a five-year
  guarantee | reflective details
for: commuting | weekend tours | forest tracks @ mountain, gravel | every season
"""


_SPECS = {
    "origin": ("Germany", "Portugal", "Denmark", "Italy", "Poland", "France"),
    "packaging": ("recycled cardboard", "paper", "reusable box"),
}


def _goods(rows: list[str]) -> Goods:
    category, signs = parts(rows[0][1:])
    told = {key: parts(rest) for key, _, rest in
            (row.partition(": ") for row in rows[1:])}  # fmt: skip
    return Goods(
        category,
        signs,
        brands=told["by"],
        series=told["in"],
        things=told["of"],
        price=(5, 100),
        features=told["has"],
        specs=_SPECS,
        uses=told["for"],
    )


def _shelves() -> tuple[Goods, ...]:
    found: list[list[str]] = []
    for line in joined_lines(_TEXT + COUNTERS):
        if line.startswith("="):
            found.append([])
        found[-1].append(line)
    return tuple(map(_goods, found))


SHELVES = _shelves()
"""Lines that are taken only where something asks for them."""
