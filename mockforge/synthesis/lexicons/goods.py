"""Lines of products."""

from mockforge.synthesis.lexicons.lexicon import Goods, bars

_TECH = "tech technology electronic electronics gadget device digital hardware "
_LETTERS = bars("X1|X2 Pro|S3|M5|Lite|Max|Air|Plus|Mini|Ultra|One|Go|Neo|Edge|Pro 2")

GOODS = (
    Goods(
        "Audio",
        _TECH + "audio headphones speaker sound music",
        bars("Aurelo|Sonarra|Halden|Kyto|Boreal Audio|Nuvo"),
        _LETTERS,
        bars("""Wireless Headphones|Noise-Cancelling Earbuds|Bluetooth Speaker|Soundbar|
             USB Microphone|Studio Monitors"""),
        (39, 449),
        bars("""active noise cancellation|up to 38 hours of playback|a quick ten-minute
             charge for five hours of listening|multipoint pairing with two devices|
             memory-foam ear cushions|a fold-flat design with a hard travel case|
             clear calls from three beamforming microphones|IPX5 splash resistance"""),
        {
            "battery_life": bars("24 hours|30 hours|38 hours|8 hours|12 hours"),
            "connectivity": bars("Bluetooth 5.3|Bluetooth 5.2 + AUX|USB-C"),
            "weight": bars("254 g|218 g|310 g|48 g|1.2 kg"),
            "driver_size": bars("40 mm|32 mm|11 mm|10 mm"),
        },
        bars("commuting|long flights|the home office|the gym|late-night listening"),
    ),
    Goods(
        "Laptops",
        _TECH + "laptop laptops notebook computer computers computing pc",
        bars("Norvik|Tessera|Corvid|Lumen Labs|Arkadia"),
        bars("Atlas 13|Atlas 16|Slate 14|Forge 15|Pilot 14|Orion 17|Swift 13"),
        bars("Laptop|Ultrabook|Gaming Laptop|2-in-1 Convertible|Mobile Workstation"),
        (599, 2899),
        bars("""a bright 2.8K display|all-day battery life|a backlit keyboard with 1.5
            mm
             travel|a fanless aluminium body|a fingerprint reader in the power button|
             two Thunderbolt ports|a user-replaceable SSD"""),
        {
            "processor": bars(
                "Intel Core Ultra 7|AMD Ryzen 7 8840U|Snapdragon X Elite"
            ),
            "memory": bars("16 GB LPDDR5x|32 GB DDR5|64 GB DDR5"),
            "storage": bars("512 GB NVMe SSD|1 TB NVMe SSD|2 TB NVMe SSD"),
            "display": bars("14-inch 2.8K OLED|16-inch QHD+ 165 Hz|13.4-inch FHD+ IPS"),
            "weight": bars("1.19 kg|1.36 kg|1.84 kg|2.3 kg"),
        },
        bars("developers|students|photo editing|work on the road|demanding games"),
    ),
    Goods(
        "Smartphones",
        _TECH + "phone phones smartphone smartphones mobile tablet tablets",
        bars("Kyto|Lumen Labs|Vanta|Helio|Corvid"),
        bars("Pixelon 8|Nova 12|Edge 50|One 11|Fold 3|Note 9|Aria 5"),
        bars("Smartphone|5G Smartphone|Compact Phone|Foldable Phone|Tablet"),
        (249, 1299),
        bars("""a 120 Hz OLED display|a 50-megapixel main camera with optical
             stabilisation|seven years of security updates|80 W fast charging|
             IP68 dust and water resistance|satellite emergency messaging"""),
        {
            "display": bars('6.1" OLED 120 Hz|6.7" AMOLED 120 Hz|8.0" foldable OLED'),
            "storage": bars("128 GB|256 GB|512 GB"),
            "battery": bars("4,500 mAh|5,000 mAh|5,400 mAh"),
            "camera": bars("50 MP + 12 MP|108 MP + 8 MP|48 MP triple"),
        },
        bars("everyday photos|travel|people who keep a phone for years"),
    ),
    Goods(
        "Smart Home",
        _TECH + "smart home iot thermostat camera lighting",
        bars("Nestora|Hearthway|Lumio|Senso|Brightloop"),
        bars("Gen 2|Mini|Pro|Duo|Outdoor|Hub|Plus"),
        bars("""Smart Thermostat|Video Doorbell|Security Camera|Smart Plug|LED Bulb Kit|
             Robot Vacuum|Air Quality Monitor|Door Sensor"""),
        (19, 399),
        bars("""setup in under five minutes|support for Matter and HomeKit|schedules
            that
             follow your routine|two-way audio|local storage without a subscription|
             energy reports by room"""),
        {
            "connectivity": bars("Wi-Fi 6|Thread|Zigbee 3.0|Wi-Fi + Bluetooth"),
            "power": bars("USB-C|2 x AA|hard-wired|rechargeable"),
            "compatibility": bars("Matter|Alexa, Google Home|HomeKit, Matter"),
        },
        bars("renters|small flats|family homes|the front door"),
    ),
    Goods(
        "Wearables",
        _TECH + "wearable wearables watch smartwatch tracker fitness",
        bars("Pulsera|Kyto|Strida|Helio|Tempo"),
        bars("Active|Trail|Sport 2|Fit 3|Pro|Lite|Venture"),
        bars("Smartwatch|GPS Running Watch|Fitness Tracker|Sleep Ring"),
        (59, 549),
        bars("""heart-rate and blood-oxygen tracking|dual-band GPS|up to 14 days of
             battery life|more than 100 sport profiles|5 ATM water resistance|
             sleep stages with a morning summary"""),
        {
            "battery_life": bars("7 days|10 days|14 days|36 hours"),
            "display": bars('1.4" AMOLED|1.3" transflective|1.9" OLED'),
            "water_resistance": bars("5 ATM|10 ATM|IP68"),
        },
        bars("trail runners|swimmers|better sleep|first marathons"),
    ),
    Goods(
        "Accessories",
        _TECH + "accessory accessories keyboard mouse monitor cable peripheral",
        bars("Keyforge|Arkadia|Tessera|Clutch|Portwell"),
        bars("K75|M3|Q27|Pro|Slim|Dock 9|G2"),
        bars("""Mechanical Keyboard|Wireless Mouse|27-inch Monitor|USB-C Dock|
             Portable SSD|Webcam|Laptop Stand|65 W GaN Charger"""),
        (24, 529),
        bars("""hot-swappable switches|a braided two-metre cable|plug-and-play setup|
             a three-year warranty|a machined aluminium frame|quiet clicks|
             per-key lighting"""),
        {
            "connectivity": bars("USB-C|Bluetooth + 2.4 GHz|Thunderbolt 4"),
            "compatibility": bars("Windows, macOS, Linux|macOS, iPadOS|Windows, macOS"),
            "warranty": bars("2 years|3 years|1 year"),
        },
        bars("tidy desks|programmers|hot-desking|video calls"),
    ),
    Goods(
        "Home & Kitchen",
        "home kitchen household cookware furniture decor appliance retail",
        bars("Hearth & Oak|Mira|Alder|Casa Lina|Fjordhus|Stonewell"),
        bars("Classic|Heritage|Studio|Everyday|Nordic|Loft"),
        bars("""Cast-Iron Skillet|Ceramic Dutch Oven|Pour-Over Kettle|Chef's Knife|
             Linen Duvet Cover|Oak Side Table|Table Lamp|Wool Throw|Espresso
             Machine"""),
        (18, 389),
        bars("""a finish that gets better with use|a lifetime guarantee|dishwasher-safe
             parts|sustainably sourced oak|a weight that feels right in the hand|
             pre-washed, breathable fabric"""),
        {
            "material": bars("cast iron|stoneware|solid oak|linen|stainless steel"),
            "dimensions": bars("28 x 28 x 6 cm|40 x 40 x 52 cm|200 x 220 cm"),
            "care": bars("hand wash|dishwasher safe|machine wash at 40 °C"),
        },
        bars("Sunday cooking|small kitchens|slow mornings|a housewarming"),
    ),
    Goods(
        "Clothing",
        "clothing clothes apparel fashion wear garment outfit shirt retail boutique",
        bars("Marlowe|Northfold|Sable & Thread|Evermoor|Paloma|Wren"),
        bars("Relaxed|Slim|Organic|Merino|Everyday|Vintage|Weekend"),
        bars("""Oxford Shirt|Crewneck Sweater|Straight Jeans|Linen Dress|Rain Jacket|
             Chino Trousers|Cotton T-Shirt|Wool Coat|Pleated Skirt"""),
        (19, 289),
        bars("""organic cotton|a relaxed fit|mother-of-pearl buttons|a water-repellent
             finish|deep pockets|fabric that softens with every wash"""),
        {
            "material": bars("100 % organic cotton|merino wool|linen blend|denim"),
            "fit": bars("regular|slim|relaxed|oversized"),
            "care": bars("machine wash cold|dry clean only|hand wash"),
        },
        bars("the office|weekends|layering|cool evenings"),
    ),
    Goods(
        "Sports & Outdoors",
        "sport sports outdoor outdoors fitness camping hiking bike cycling gear",
        bars("Ridgeline|Torrent|Basecamp Co.|Velora|Summit North"),
        bars("Trail|Alpine|Pro|Ultralight|Explorer|Tour"),
        bars("""Hiking Boots|Two-Person Tent|Running Shoes|Yoga Mat|Down Sleeping Bag|
             Trekking Poles|Hydration Pack|Road Bike Helmet"""),
        (25, 459),
        bars("""a waterproof membrane|under two kilograms packed|a grippy rubber sole|
             sealed seams|reflective details|a ventilated back panel"""),
        {
            "weight": bars("1.8 kg|640 g|980 g|310 g"),
            "material": bars("ripstop nylon|full-grain leather|recycled polyester"),
            "season": bars("3-season|4-season|summer"),
        },
        bars("weekend hikes|long-distance trails|wet weather|daily training"),
    ),
    Goods(
        "Beauty",
        "beauty cosmetics skincare makeup personal care health",
        bars("Solenne|Botanica|Halo Skin|Terra & Tide|Maven"),
        bars("Hydrating|Gentle|Daily|Overnight|Radiance|Sensitive"),
        bars("""Face Serum|Cleansing Balm|SPF 50 Sunscreen|Night Cream|Lip Balm|
             Vitamin C Drops|Hand Cream"""),
        (9, 98),
        bars("""a fragrance-free formula|hyaluronic acid and ceramides|a refillable
            glass
             bottle|a texture that sinks in quickly|dermatologist testing"""),
        {
            "volume": bars("30 ml|50 ml|100 ml|75 ml"),
            "skin_type": bars("dry|oily|combination|all skin types"),
        },
        bars("sensitive skin|dry winters|morning routines"),
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
        bars("""Wooden Train Set|Building Blocks|Strategy Board Game|1000-Piece Puzzle|
             Plush Bear|Science Kit"""),
        (12, 89),
        bars("""smooth edges and water-based paint|rules you learn in ten minutes|
             pieces that fit other sets|ideas for rainy afternoons"""),
        {
            "age": bars("3+|6+|8+|12+"),
            "players": bars("1-4|2-5|2-6"),
            "pieces": bars("48|120|350|1000"),
        },
        bars("family evenings|curious kids|birthdays"),
    ),
    Goods(
        "Groceries",
        "grocery groceries food organic pantry drink beverage snack supermarket",
        bars("Green Acre|Old Mill|Casa Lina|Sunday Market|Tidewater"),
        bars("Organic|Stone-Ground|Small-Batch|Wild|Cold-Pressed|Farmhouse"),
        bars("""Olive Oil|Sourdough Loaf|Dark Roast Coffee|Raw Honey|Granola|
             Aged Cheddar|Oat Milk|Tomato Passata"""),
        (2.5, 34),
        bars("""ingredients you can pronounce|a single-origin harvest|no added sugar|
             a resealable pouch|beans roasted the same week"""),
        {
            "weight": bars("250 g|500 g|1 kg|340 g"),
            "origin": bars("Italy|Portugal|Ethiopia|France|Colombia"),
            "storage": bars("cool and dry|refrigerate after opening"),
        },
        bars("weekday breakfasts|slow lunches|a full pantry"),
    ),
)
