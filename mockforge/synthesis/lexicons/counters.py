"""More shops that have one sort of thing only, as `shelves` reads them."""

COUNTERS = """
= Baby | baby babies toddler infant nursery newborn maternity stroller
by: Little Fern | Kindling | Bébé Lune | Tiny Harbour
in: Soft | Organic | First | Cloud
of: Stroller $249-990 | Car Seat $119-490 | Cot $149-690 | Baby Carrier $59-189 | Bottle
  Set $15-49 | Sleeping Bag $29-99 | High Chair $69-290 | Play Mat $29-129 | Diaper Bag
  $39-149
has: organic cotton @ sleeping, mat, carrier | a five-point harness @ stroller, seat,
  chair | a frame that folds with one hand @ stroller, cot | BPA-free material @ bottle,
  chair | a washable cover | a test to the newest standard | soft edges everywhere
for: newborns | first trips @ stroller, seat, carrier, bag | small flats | the first
  year
= Health | pharmacy pharmacies drugstore medicines vitamin vitamins supplement
  supplements
by: Apothea | Vitalis | PharmaNord | CarePlus | Linnea
in: Plus | Forte | Junior | Daily | Sensitive
of: Vitamin D3 Tablets $6-24 | Magnesium Capsules $8-29 | Ibuprofen 400 mg $3-9 | Nasal
  Spray $4-12 | Cough Syrup $5-14 | Plaster Set $3-9 | Digital Thermometer $9-39 | Blood
  Pressure Monitor $29-99 | Throat Lozenges $4-11 | Hand Sanitizer $3-9 | Sunscreen SPF
  50 $9-29 | First-Aid Kit $15-59
has: a pharmacist's recommendation | no artificial colours @ tablets, capsules, syrup,
  lozenges, spray | a clinically tested formula @ tablets, capsules, spray, syrup,
  ibuprofen, sunscreen | a large, clear display @ thermometer, monitor | a reading in
  ten seconds @ thermometer | a travel-size pack | child-proof packaging @ tablets,
  capsules, ibuprofen, syrup | a long shelf life
for: the whole family | the cold season | the medicine cabinet | travel
= Drinks | wine wines winery vineyard beer beers brewery spirit spirits liquor juice
  beverage beverages drink drinks
by: Colle Verde | Eberhof | Stonebank | Los Olmos | Hopfield
in: Reserve | Estate | Classic | Selection | Old Vine
of: Riesling $9-49 | Pinot Noir $12-79 | Chardonnay $10-59 | Rosé $8-29 | Pale Ale $2-6
  | Wheat Beer $2-5 | Dry Gin $24-59 | Single Malt Whisky $39-189 | Apple Juice $2-6 |
  Sparkling Wine $9-59 | Ginger Beer $2-5
has: notes of citrus and white peach @ riesling, chardonnay, sparkling, gin | notes of
  cherry and spice @ pinot, rosé | twelve years in oak @ whisky | hops from the region @
  ale, beer | hand-picked fruit @ riesling, pinot, chardonnay, rosé, juice, sparkling |
  a long, clean finish | small batches
for: summer evenings | grilled fish @ riesling, chardonnay, rosé | a long dinner | gifts
= Coffee & Tea | coffee tea teas roaster roastery cafe espresso beans
by: Night Owl Roasters | Altura | Leaf & Ember | Casa Tostada
in: House | Single Origin | Organic | Reserve
of: Espresso Blend $9-24 | Ethiopian Coffee Beans $11-26 | Colombian Coffee Beans $10-24
  | Decaf Coffee $9-22 | Earl Grey Tea $5-18 | Green Tea $5-22 | Herbal Tea $4-15 |
  Pour-Over Set $24-79 | Burr Grinder $39-249
has: notes of cocoa and hazelnut @ espresso, colombian, decaf | notes of jasmine and
  lemon @ ethiopian, green, earl | steel burrs @ grinder | a body that is easy to clean
  @ grinder, pour-over | parts that can be replaced @ grinder, pour-over | a filter you
  can wash @ pour-over | fair prices for growers @ coffee, blend, tea | roasting twice a
  week @ coffee, blend | a resealable bag @ coffee, blend, tea | a gift-ready box
for: slow mornings | the office kitchen | filter and press @ coffee, beans | afternoons
= Art Supplies | craft crafts paint paints painting drawing canvas artist sewing
  knitting yarn
by: Atelier Nord | Pigment & Co | Rosa Mare | Wool & Needle
in: Studio | Academy | Fine | Junior
of: Watercolour Set $14-89 | Acrylic Paint Set $12-69 | Sketchbook $7-29 | Brush Set
  $9-59 | Stretched Canvas $6-49 | Easel $29-189 | Oil Pastels $8-39 | Merino Yarn $6-19
  | Knitting Needles $7-24 | Sewing Kit $12-49 | Modelling Clay $5-19
has: high pigment load @ watercolour, acrylic, pastels | acid-free paper @ sketchbook |
  points that glide @ needles | a fine, springy tip @ brush | a folding frame @ easel |
  fibre from one farm @ yarn | a tin to keep it in @ set, pastels, kit | lightfast
  colours @ set, pastels, yarn, clay | an even surface @ canvas, sketchbook | a
  beginner's booklet | materials that last
for: beginners | art classes | rainy Sundays | the studio
= Car Parts | automotive auto tyre tyres tire tires garage mechanic
by: Ferrotec | Autohaus | Roadline | Trumann
in: Sport | Eco | Standard | Plus
of: Brake Pad Set $24-129 | Oil Filter $6-24 | Winter Tyre $69-249 | Car Battery $79-249
  | Wiper Blades $12-39 | Spark Plug Set $15-59 | Engine Oil 5W-30 $24-69 | Roof Box
  $249-790 | Floor Mats $24-89 | Headlight Bulb $7-39
has: a fit checked by registration number | original-equipment quality | a two-year
  warranty | low noise @ brake, tyre, wiper | grip on wet roads @ tyre | easy fitting
  without tools @ wiper, mats, bulb, filter, box
for: most makes | long distances | the winter | the next service
= Cameras | camera cameras photography photo lens lenses photographer
by: Opteon | Lumina | Kestrel Optics | Fuyo
in: Pro | Travel | Studio | Mark II
of: Mirrorless Camera $690-2900 | Zoom Lens $290-1990 | Prime Lens $190-1490 | Tripod
  $49-390 | Camera Bag $39-189 | Action Camera $149-490 | Instant Camera $69-190 | Drone
  $290-1490 | Memory Card $14-119
has: a 24-megapixel sensor @ mirrorless | fast, silent autofocus @ mirrorless, zoom,
  prime | five-axis stabilisation @ mirrorless, action, drone | a weather-sealed body @
  mirrorless, zoom, bag, action | carbon legs @ tripod | 4K video at 60 frames @
  mirrorless, action, drone | a two-year warranty | room to grow into | a compact design
for: travel | portraits @ mirrorless, zoom, prime, instant | beginners | wildlife
= Flowers | flower flowers florist florists bouquet bouquets
by: Fleurie | Wild Stem | Petal & Vine
in: Seasonal | Wild | Garden | Romantic
of: Rose Bouquet $24-89 | Tulip Bouquet $15-49 | Peony Bouquet $29-99 | Orchid $19-79 |
  Dried Flower Wreath $24-79 | Sunflower Bouquet $18-49 | Bridal Bouquet $79-249 |
  Potted Lavender $9-29
has: stems from local growers | a week of freshness | delivery on the day | a card in
  your words | a matching vase on request
for: birthdays | weddings | a thank-you | the dining table
= Shoes | shoe shoes sneaker sneakers boot boots footwear sandals trainers
by: Strida | Ridgeline | Calzone & Figli | Northfold | Summit North
in: Glide | Classic | Tour | Court | Lite
of: Running Shoes $69-189 | Leather Sneakers $79-199 | Chelsea Boots $119-289 | Hiking
  Boots $99-289 | Sandals $39-119 | Loafers $89-229 | Trail Running Shoes $89-199 | Rain
  Boots $39-119 | Slippers $24-69
has: a breathable knit upper @ running, sneakers | a cushioned heel | a grippy rubber
  sole | full-grain leather @ leather, chelsea, loafers, hiking | a waterproof membrane
  @ hiking, trail, rain | a cork footbed @ sandals, slippers, loafers | laces from
  recycled yarn @ running, sneakers, hiking
for: daily training @ running | long days on your feet | wet weather @ boots, trail |
  the city | summer @ sandals, sneakers
= Bags | bag bags luggage suitcase backpack backpacks handbag handbags wallet
by: Portwell | Cartella | Nomad & Co | Weald
in: Daily | Voyager | City | Classic
of: Backpack $49-189 | Carry-On Suitcase $99-390 | Tote Bag $29-149 | Weekender $79-290
  | Crossbody Bag $49-229 | Leather Wallet $29-119 | Laptop Sleeve $19-69 | Belt Bag
  $24-79
has: a padded laptop compartment @ backpack, tote, weekender | four silent wheels @
  suitcase | water-repellent canvas @ backpack, weekender, tote, belt | vegetable-tanned
  leather @ wallet, crossbody, tote | a lifetime repair service | pockets where you need
  them | strong metal zips
for: commuting | weekend trips | carry-on travel @ suitcase, backpack, weekender | every
  day
= TV & Video | tv tvs television televisions projector soundbar
by: Visionar | Lumina | Kestrel | Tessera
in: OLED | QLED | Series 7 | Cinema
of: 55-inch TV $449-1690 | 65-inch TV $649-2490 | Soundbar $129-890 | Projector
  $290-1990 | Streaming Stick $29-69 | Blu-ray Player $79-290
has: a 4K picture with deep blacks @ tv, projector | Dolby Atmos @ soundbar, tv | a
  remote with voice search @ tv, stick | low input lag @ tv, projector | three HDMI
  ports @ tv, soundbar, projector | setup in five minutes | regular updates | low
  standby power
for: film nights | sports | small living rooms | games @ tv, projector
= Video Games | console consoles gamer gaming playstation xbox nintendo controller
by: Pixelforge | Novabox | Arkadia | Hexa
in: Pro | Elite | Core | One
of: Game Console $249-549 | Wireless Controller $39-79 | Gaming Headset $49-249 | Gaming
  Chair $149-490 | Mechanical Keyboard $69-199 | Gaming Mouse $29-129 | VR Headset
  $290-890
has: low latency @ controller, headset, keyboard, mouse | a 1 TB drive @ console | 4K at
  120 frames @ console, vr | adjustable triggers @ controller | a detachable microphone
  @ headset | memory foam @ chair, headset | a two-year warranty | lights in any colour
  | a sturdy build
for: long sessions | competitive play | the living room | beginners
= Building Materials | lumber timber cement brick bricks tile tiles insulation
  plumbing roofing
by: Baustoff Nord | Stonegate | Larch & Co
in: Standard | Premium | Eco
of: Plywood Sheet $19-89 | Cement Bag $6-19 | Clay Brick $1-3 | Ceramic Tile $2-39 |
  Insulation Board $9-49 | Copper Pipe $9-59 | Roof Tile $2-9 | Wall Paint $19-89 | Door
  Handle $9-69 | Gypsum Board $7-29
has: a test to the European standard | delivery by pallet | a batch number on every
  piece | low emissions | an even quality
for: indoor and outdoor use | renovations | new buildings
= Eyewear | eyewear glasses sunglasses optician optics spectacles
by: Lumen & Lens | Oculo | Brille Nord
in: Classic | Studio | Air | Sport
of: Sunglasses $39-249 | Reading Glasses $24-119 | Titanium Frame $129-390 | Blue-Light
  Glasses $29-99 | Contact Lenses $19-69
has: full UV protection @ sunglasses | scratch-resistant lenses @ glasses, frame | a
  frame under twenty grams @ glasses, frame, sunglasses | spring hinges @ glasses,
  frame, sunglasses | a hard case | a free fitting | a 30-day trial
for: driving @ sunglasses, frame | screens @ blue, reading, frame | every day
= Lighting | lighting lamp lamps bulb bulbs chandelier
by: Lucerna | Stonewell | Halo & Arc
in: Loft | Dome | Linear | Glow
of: Pendant Lamp $59-390 | Floor Lamp $69-390 | Desk Lamp $29-189 | Wall Light $29-149 |
  LED Bulb $4-24 | String Lights $12-49
has: a warm, dimmable light | a fabric-covered cord @ pendant, floor, desk | a brass
  joint @ floor, desk, wall | low power draw | 25,000 hours of life | a switch in the
  cord @ floor, desk, string
for: reading corners | the dining table @ pendant | hallways @ wall, bulb | the terrace
  @ string, wall
= Gifts | gift gifts souvenir souvenirs candle candles
by: Wax & Wick | Little Post | Merrily
in: Classic | Winter | Garden | Celebration
of: Scented Candle $12-49 | Greeting Card $3-7 | Gift Box $19-89 | Photo Frame $9-49 |
  Ceramic Mug $9-29 | Balloon Set $5-19 | Gift Wrap $3-12
has: soy wax and a cotton wick @ candle | a recycled envelope @ card | a ribbon tied by
  hand @ box, wrap | artwork by a local illustrator @ card, mug, wrap | a box to give it
  in | recyclable packaging | care for detail
for: birthdays | a new home | colleagues | the holidays
"""
