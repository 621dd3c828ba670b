"""Lines of products: for home, table, leisure and the body."""

from mockforge.synthesis.lexicons.lexicon import Goods, bars

HOUSEHOLD = (
    Goods(
        "Home & Kitchen",
        "home kitchen household cookware decor appliance retail",
        bars("Hearth & Oak|Mira|Alder|Casa Lina|Fjordhus|Stonewell"),
        bars("Classic|Heritage|Studio|Everyday|Nordic|Loft"),
        bars("""Cast-Iron Skillet $29-119|Ceramic Dutch Oven $69-289|Pour-Over Kettle
            $39-149|Chef's Knife $39-189|Linen Duvet Cover $89-249|Oak Side Table
            $119-389|Table Lamp $39-189|Wool Throw $49-159|Espresso Machine
            $189-389"""),
        (18, 389),
        bars("""a finish that gets better with use @ skillet, side|a lifetime guarantee
            @ skillet, oven, knife|a dishwasher-safe body @ oven|sustainably
            sourced oak @ side|a weight that feels right in the hand @ skillet,
            kettle, knife|pre-washed, breathable fabric @ duvet|hidden buttons @
            duvet|a dimmable warm light @ lamp|a fabric-covered cord @ lamp|a
            stable, weighted base @ lamp|a precise gooseneck spout @ kettle|a
            thermometer in the lid @ kettle|a lid that keeps moisture in @ oven|a
            full tang and a riveted handle @ knife|a hand-finished edge @ knife,
            side|a drawer on wooden runners @ side|fringed edges @ throw|fabric
            from a family-run mill @ throw, duvet|undyed natural colours @ throw,
            duvet|a 15-bar pump @ espresso|a steam wand for milk foam @ espresso|
            a removable water tank @ espresso|even heat right to the rim @ skillet,
            oven"""),
        {
            "material": bars("""
                cast iron @ skillet|stoneware @ oven|solid oak @ side|linen @
                duvet|stainless steel @ kettle, knife, espresso|lambswool @ throw|
                brass and linen @ lamp
            """),
            "dimensions": bars("""
                28 x 28 x 6 cm @ skillet|28 x 22 x 16 cm @ oven|40 x 40 x 52 cm @
                side|200 x 220 cm @ duvet|130 x 180 cm @ throw|30 x 30 x 48 cm @
                lamp|20 cm blade @ knife|26 x 34 x 30 cm @ espresso|29 x 14 x 18
                cm @ kettle
            """),
            "care": bars("""
                hand wash @ skillet, knife, kettle|dishwasher safe @ oven|machine
                wash at 40 °C @ duvet|wool cycle @ throw|wipe with a damp cloth @
                side, lamp, espresso
            """),
        },
        bars("""Sunday cooking @ skillet, oven, knife|small kitchens @ skillet, kettle,
            knife, espresso|slow mornings @ kettle, espresso, duvet|a
            housewarming|cool evenings @ throw, lamp|reading corners @ lamp, side,
            throw"""),
    ),
    Goods(
        "Clothing",
        "clothing clothes apparel fashion wear garment outfit shirt retail boutique",
        bars("Marlowe|Northfold|Sable & Thread|Evermoor|Paloma|Wren"),
        bars("Relaxed|Slim|Organic|Merino|Everyday|Vintage|Weekend"),
        bars("""Oxford Shirt $49-129|Crewneck Sweater $59-169|Straight Jeans $59-149|
            Linen Dress $79-189|Rain Jacket $89-249|Chino Trousers $49-119|Cotton
            T-Shirt $19-45|Wool Coat $179-389|Pleated Skirt $49-129"""),
        (19, 289),
        bars("""organic cotton @ oxford, jeans, chino, t-shirt|a relaxed fit|
            mother-of-pearl buttons @ oxford, dress|a water-repellent finish @
            rain|taped seams @ rain|a hood that packs away @ rain|deep pockets @
            jeans, dress, rain, chino, coat, skirt|fabric that softens with every
            wash @ oxford, jeans, dress, chino, t-shirt|ribbed cuffs @ sweater|
            flatlock seams @ sweater, t-shirt|a full lining @ coat, skirt|horn
            buttons @ coat|a hidden side zip @ skirt, dress|fine-gauge knit @
            sweater"""),
        {
            "material": bars("""
                100 % organic cotton @ oxford, t-shirt, chino|merino wool @
                sweater|linen blend @ dress|denim @ jeans|virgin wool @ coat|
                recycled polyester @ rain, skirt
            """),
            "fit": bars("""
                regular|slim @ oxford, jeans, chino|relaxed|oversized @ sweater,
                coat, t-shirt
            """),
            "care": bars("""
                machine wash cold @ oxford, jeans, dress, rain, chino, t-shirt|dry
                clean only @ coat, skirt|hand wash @ sweater
            """),
        },
        bars("""the office @ oxford, chino, skirt, coat, dress|weekends|layering @
            oxford, sweater, t-shirt|cool evenings @ sweater, coat, jeans|wet
            mornings @ rain"""),
    ),
    Goods(
        "Sports & Outdoors",
        "sport sports outdoor outdoors fitness camping hiking bike cycling gear",
        bars("Ridgeline|Torrent|Basecamp Co.|Velora|Summit North"),
        bars("Trail|Alpine|Pro|Ultralight|Explorer|Tour"),
        bars("""Hiking Boots $89-289|Two-Person Tent $149-459|Running Shoes $79-189|
            Yoga Mat $25-99|Down Sleeping Bag $149-429|Trekking Poles $39-159|
            Hydration Pack $49-149|Road Bike Helmet $59-229"""),
        (25, 459),
        bars("""a waterproof membrane @ boots|a grippy rubber sole @ boots, shoes|a
            cushioned heel @ boots, shoes|a breathable knit upper @ shoes|a packed
            weight under two kilograms @ tent|sealed seams @ tent|two vestibules @
            tent|a surface that grips when wet @ mat|6 mm of cushioning @ mat|a
            strap to carry it @ mat|ethically sourced down @ sleeping|a draught
            collar @ sleeping|a two-way zip @ sleeping|cork grips @ poles|
            quick-lock sections @ poles|carbide tips @ poles|a two-litre reservoir
            @ pack|a ventilated back panel @ pack|reflective details @ shoes,
            pack, helmet|sixteen vents @ helmet|a dial to adjust the fit @ helmet"""),
        {
            "weight": bars("""
                1.2 kg @ boots|1.8 kg @ tent|640 g @ shoes, pack|980 g @ mat,
                sleeping|460 g @ poles|280 g @ helmet
            """),
            "material": bars("""
                full-grain leather @ boots|ripstop nylon @ tent, sleeping, pack|
                recycled polyester @ shoes, pack|natural rubber @ mat|carbon fibre
                @ poles|polycarbonate @ helmet
            """),
            "season": bars("""
                3-season @ tent, sleeping, boots|4-season @ tent, sleeping|summer
                @ sleeping
            """),
        },
        bars("""weekend hikes @ boots, tent, poles, pack, sleeping|long-distance trails
            @ boots, tent, shoes, poles, pack, sleeping|wet weather @ boots, tent|
            daily training @ shoes, mat, helmet|morning practice @ mat|club rides
            @ helmet"""),
    ),
    Goods(
        "Beauty",
        "beauty cosmetics skincare makeup personal care health",
        bars("Solenne|Botanica|Halo Skin|Terra & Tide|Maven"),
        bars("Hydrating|Gentle|Daily|Overnight|Radiance|Sensitive"),
        bars("""Face Serum|Cleansing Balm|SPF 50 Sunscreen $12-48|Night Cream|Lip
            Balm $9-19|Vitamin C Drops|Hand Cream $9-32"""),
        (9, 98),
        bars("""a fragrance-free formula|hyaluronic acid and ceramides @ serum, cream,
            drops|a refillable glass bottle @ serum, drops|a texture that sinks in
            quickly @ serum, sunscreen, cream, drops|dermatologist testing|no
            white cast @ sunscreen|oils that melt make-up away @ cleansing|beeswax
            and shea butter @ lip, cleansing"""),
        {
            "volume": bars("""
                30 ml @ serum, drops|50 ml @ sunscreen, cream|100 ml @ cleansing,
                sunscreen|75 ml @ cream|12 ml @ lip
            """),
            "skin_type": bars(
                "dry|oily @ serum, sunscreen, drops|combination|all skin types"
            ),
        },
        bars("""sensitive skin|dry winters|morning routines @ serum, sunscreen, drops|
            evening routines @ cleansing, night"""),
    ),
    Goods(
        "Books",
        "book books bookstore bookshop novel library",
        bars("Penrose Press|Lantern Books|Harrow & Vale|Blue Heron"),
        bars("Hardcover|Paperback|Illustrated Edition|Anniversary Edition"),
        bars("""The Salt Road|A Quiet Orchard|Letters from Lisbon|The Cartographer's
            Daughter|Winter Light|How Rivers Remember|The Last Ferry"""),
        (8, 42),
        bars("""a story told in two voices|new maps and notes|an afterword by the
            author|a prize-winning translation"""),
        {
            "pages": bars("214|288|356|412|540"),
            "language": bars("English|Spanish|French|German"),
            "format": bars("Hardcover|Paperback"),
        },
        bars("a long weekend|book clubs|readers of family sagas"),
    ),
    Goods(
        "Toys & Games",
        "toy toys game games kids children puzzle hobby",
        bars("Little Fox|Tumblewood|Brightblock|Meeple House"),
        bars("Deluxe|Junior|Starter|Family|Explorer"),
        bars("""Wooden Train Set|Building Blocks|Strategy Board Game $24-79|
            1000-Piece Puzzle $12-29|Plush Bear $14-39|Science Kit"""),
        (12, 89),
        bars("""smooth edges and water-based paint @ train, blocks|rules you learn in
            ten minutes @ game|a solo mode @ game|an illustrated rule book @ game|
            pieces that fit other sets @ train, blocks|a sturdy box for the shelf @
            game, puzzle, kit|pieces that click into place @ puzzle|art by an
            independent illustrator @ puzzle, game|machine-washable plush @ plush|
            hand-stitched details @ plush|filling from recycled bottles @ plush|
            twelve experiments @ kit|a notebook for results @ kit|birch wood from
            managed forests @ train, blocks"""),
        {
            "age": bars("3+ @ train, blocks, plush|8+ @ game, kit|12+ @ game, puzzle"),
            "players": bars("1-4 @ game|2-5 @ game"),
            "pieces": bars("48 @ train, blocks|120 @ blocks|1000 @ puzzle"),
            "height": bars("28 cm @ plush|42 cm @ plush"),
        },
        bars("""family evenings @ game, puzzle|curious kids @ train, blocks, kit|
            birthdays|rainy afternoons"""),
    ),
    Goods(
        "Groceries",
        "grocery groceries food organic pantry drink beverage snack supermarket",
        bars("Green Acre|Old Mill|Casa Lina|Sunday Market|Tidewater"),
        bars("Organic|Stone-Ground|Small-Batch|Wild|Cold-Pressed|Farmhouse"),
        bars("""Olive Oil $8-34|Sourdough Loaf $3.5-8|Dark Roast Coffee $8-22|Raw
            Honey $6-18|Granola $4-11|Aged Cheddar $5-16|Oat Milk $2.5-5|Tomato
            Passata $2.5-6"""),
        (2.5, 34),
        bars("""ingredients you can pronounce|a single-origin harvest @ oil, coffee,
            honey|no added sugar @ granola, milk, passata|a resealable pouch @
            coffee, granola|beans roasted the same week @ coffee|notes of cocoa
            and hazelnut @ coffee|a peppery finish @ oil|olives pressed within a
            day @ oil|a 24-hour rise @ sourdough|a crisp, dark crust @ sourdough|
            flour from a local mill @ sourdough|a jar that goes back to the
            beekeeper @ honey|wildflower nectar @ honey|toasted hazelnuts @
            granola|eighteen months in the cave @ cheddar|milk from grass-fed cows
            @ cheddar|a foam that holds @ milk|added calcium @ milk|sun-ripened
            tomatoes @ passata|nothing but tomatoes and salt @ passata"""),
        {
            "weight": bars("""
                250 g @ coffee, cheddar, honey|500 g @ coffee, granola, honey,
                sourdough|750 g @ sourdough|340 g @ granola
            """),
            "volume": bars("500 ml @ oil|750 ml @ oil|1 l @ milk|690 ml @ passata"),
            "origin": bars("""
                Italy @ oil, passata|Portugal @ oil|Ethiopia @ coffee|Colombia @
                coffee|France @ honey, cheddar|Sweden @ milk
            """),
            "storage": bars("""
                cool and dry @ oil, sourdough, coffee, honey, granola, passata|
                refrigerate @ cheddar|refrigerate after opening @ milk
            """),
        },
        bars("""weekday breakfasts @ coffee, honey, granola, milk, sourdough|slow
            lunches @ oil, sourdough, cheddar, passata|a full pantry @ oil, honey,
            coffee, passata, granola"""),
    ),
)
