"""Games that are played on screens, auctions, drinks."""

from mockforge.synthesis.lexicons.sheets import sheet

_GAMES = sheet(
    "gaming",
    """game games gaming player players quest quests character characters guild guilds
    level xp achievement achievements leaderboard score inventory item items weapon
    fantasy rpg dungeon dragon hero monster loot mana spell clan""",
    """
= quest | mission | side quest
: id title description difficulty level_required:i xp_reward:i gold_reward:i location
  status
name: The Lost Lantern | Shadows over {realm} | A Debt to the Smith | Wolves at the
  Gate | The Drowned Bell | Embers of {realm} | The Miller's Secret | Song of the Deep
description: Find the lantern keeper in {realm} and bring back the flame. | Drive the
  wolves from the northern road before nightfall. | Escort the caravan safely to
  {realm}. | Collect seven moonflowers for the healer. | Discover what sleeps below the
  old mill.
difficulty: easy | normal | normal | hard | legendary
type: main | side | side | daily | bounty
status: available | available | in_progress | completed | locked
reward: {small} gold | Silver Amulet | Potion of Haste | Rune of {realm}
location: {realm} | The Sunken Keep | Thornwood | Ashen Pass | Moonwell
= character | hero | npc | champion
? class level hp guild quest race
: id name class race level:i hp:i mana:i strength:i gold:i guild status
> name | class | race
- Thalia Emberfall | mage | elf
- Borin Stonehand | warrior | dwarf
- Kestrel Vane | ranger | human
- Mirelle Duskwood | rogue | half-elf
- Orrin Brightshield | paladin | human
- Sable Nightreed | warlock | tiefling
- Pim Underbough | bard | halfling
- Grukk Ironjaw | barbarian | orc
- Ysolde Fenn | druid | elf
- Tobias Kettle | alchemist | gnome
status: alive | alive | resting | fallen
guild: Order of the Ember | Silver Wardens | Thornwood Rangers | Night Lanterns
= game item | item | weapon | loot | equipment
? rarity damage level hero dungeon
: id name type rarity level_required:i damage:i durability:i value:i
> name | type | rarity
- Emberfang Blade | sword | epic
- Oakheart Shield | shield | common
- Whisperwind Bow | bow | rare
- Ring of Quiet Steps | ring | uncommon
- Stormcaller Staff | staff | legendary
- Traveller's Cloak | armor | common
- Potion of Haste | consumable | uncommon
- Dwarven War Axe | axe | rare
- Moonlit Dagger | dagger | rare
- Helm of the Watch | armor | uncommon
= achievement | badge | trophy
? points unlocked player game
: id name description points:i rarity unlocked:b unlocked_at?
name: First Steps | Night Owl | Dragon Slayer | Collector | Untouchable | Speedrunner
description: Finish the tutorial. | Win {digit} matches in a row. | Collect all runes. |
  Complete a level without taking damage. | Play {small} hours in total.
= leaderboard entry | leaderboard | high score | ranking
: rank:i username score:i level:i country
= guild | clan
: id name description members_count:i level:i leader created_at
name: Order of the Ember | Silver Wardens | Thornwood Rangers | Night Lanterns | The
  Last Anvil | Crimson Tide
=
genre | category: RPG | Strategy | Puzzle | Action | Adventure | Simulation | Racing
developer | studio: Nightowl Games | Lanternfish Studio | Copper Kite | Tidepool
  Interactive
publisher: Northstar Interactive | Brightforge | Meridian Play
platform | platforms: PC | PlayStation 5 | Xbox Series X | Nintendo Switch
rarity: common | common | uncommon | rare | epic | legendary
game: Emberfall | Starlane Racers | Deep Quarry | Castle of Cards | Skybound
# realm: Thornwood | the Ashen Pass | Moonwell | Greyharbor | the Sunken Keep
""",
)

_AUCTION = sheet(
    "auction",
    """auction auctions bid bids bidder bidders lot lots hammer reserve estimate seller
    collectible collectibles antique bidding""",
    """
= auction
: id title category start_time end_time lots_count:i highest_bid:n currency bids_count:i
  location status
name: Fine Watches & Jewellery | Modern Design | Old Master Prints | Vintage Cars | Rare
  Books & Maps | Estate Sale {city}
status: upcoming | live | live | ended
= auction lot | lot
? bid bids bidder estimate reserve auction
: id lot_number title description category estimate_low:i estimate_high:i starting_bid:i
  current_bid:i bids_count:i currency ends_at status
> title/name/item | category
- Art Deco Table Lamp | Decorative arts
- Omega Seamaster, 1968 | Watches
- Oak Writing Desk | Furniture
- Leica M3 Camera | Cameras
- Silver Tea Set | Silver
- First Edition Atlas | Books
- Persian Rug | Decorative arts
- Bauhaus Chess Set | Decorative arts
- Bronze Horse | Sculpture
- Sapphire Brooch | Jewellery
- Walnut Longcase Clock | Furniture
- Gold Signet Ring | Jewellery
- Marine Chronometer | Watches
description: Light wear consistent with age; working order. | From a private collection
  in {city}. | Signed on the base, with original case. | Minor restoration to one
  corner.
condition: excellent | very good | good | fair
status: open | open | sold | unsold | withdrawn
= bid
: id lot_id bidder{id username} amount:n currency placed_at status
status: leading | outbid | outbid | won | rejected
""",
)

_DRINKS = sheet(
    "drinks",
    """beer beers brewery brewing wine wines winery vineyard coffee roast roaster tea
    cocktail cocktails spirits abv ibu hops grape vintage tasting bar barista cellar
    whisky""",
    """
= beer | craft beer | brew
: id name style brewery abv:n ibu:i description price:n available:b
> name | style | abv | ibu | description
- Harbor Light | Pale Ale | 5.2 | 38 | Citrus and a dry finish.
- Foggy Pier | Hazy IPA | 6.4 | 45 | Cloudy, soft and full of mango.
- Black Kettle | Stout | 5.8 | 35 | Dark chocolate and roasted malt.
- Golden Meadow | Pilsner | 4.9 | 32 | Light, crisp and easy to drink.
- Monk's Detour | Tripel | 8.6 | 28 | Honey, pear and a warm finish.
- Copper Road | Amber Ale | 5.4 | 30 | Caramel malt with a hint of toast.
- Cloud Weaver | Hefeweizen | 5.1 | 14 | Banana and clove, cloudy and soft.
- Night Shift | Porter | 6.0 | 33 | Coffee and brown sugar.
- Sour Cherry Lane | Fruited Sour | 4.6 | 8 | Tart, with cherries from the region.
- Two Pines | West Coast IPA | 6.9 | 65 | Pine and grapefruit, clean and bitter.
- Easy Monday | Session IPA | 4.2 | 36 | Full of hops, light in alcohol.
- Old Barn | Saison | 6.2 | 26 | Dry and peppery, with a rustic nose.
status: available | available | sold_out | seasonal
brewery: Harbor Brewing Co. | Old Barn Brewery | Two Pines Brewing | Kettle & Mash
= wine
: id name producer grape region country vintage:i type abv:n price:n description
> name | grape | region | country | type
- Château Belrive | Merlot | Bordeaux | France | red
- Kloster Eberhof Riesling | Riesling | Rheingau | Germany | white
- Tenuta Colle Verde | Sangiovese | Tuscany | Italy | red
- Bodega Los Olmos Reserva | Tempranillo | Rioja | Spain | red
- Quinta do Vale | Touriga Nacional | Douro | Portugal | red
- Stonebank Sauvignon | Sauvignon Blanc | Marlborough | New Zealand | white
- Weingut Sonnberg | Grüner Veltliner | Wachau | Austria | white
- Andes Alta Malbec | Malbec | Mendoza | Argentina | red
- Domaine des Lys Rosé | Grenache | Provence | France | rosé
- Silver Creek Chardonnay | Chardonnay | Sonoma | United States | white
description: Ripe plum and cedar with soft tannins. | Green apple and slate, bone dry. |
  Cherry, leather and a long finish. | Fresh and floral, good with fish.
status: in_stock | in_stock | low_stock | sold_out
= coffee | coffee bean | roast | blend
: id name origin process roast_level tasting_notes:t altitude_m:i price:n
> name | origin | process | roast level
- Yirgacheffe Kochere | Ethiopia | washed | light
- Huila Reserva | Colombia | washed | medium
- Cerrado Sunrise | Brazil | natural | medium
- Kirinyaga AA | Kenya | washed | light
- Antigua Volcán | Guatemala | washed | medium
- Mandheling | Indonesia | wet-hulled | dark
- Tarrazú Honey | Costa Rica | honey | medium
tasting notes | flavor notes | flavour notes: citrus | chocolate | jasmine | berries |
  caramel | hazelnut | stone fruit
= cocktail | drink
: id name category glass ingredients:t instructions alcoholic:b
> name | glass | category
- Negroni | rocks | classic
- Daiquiri | coupe | classic
- Mojito | highball | long drink
- Espresso Martini | coupe | modern
- Old Fashioned | rocks | classic
- Aperol Spritz | wine | aperitif
ingredients | ingredient: gin | sweet vermouth | lime juice | white rum | mint | soda
  water | sugar syrup | Campari | bourbon
""",
)

LEXICONS = (_GAMES, _AUCTION, _DRINKS)
