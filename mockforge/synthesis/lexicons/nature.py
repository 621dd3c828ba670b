"""Plants, animals, farms and the sky."""

from mockforge.synthesis.lexicons.sheets import sheet

_GARDEN = sheet(
    "garden",
    """plant plants garden gardens gardening seed seeds seedling nursery greenhouse
    flower flowers tree trees soil watering botanical houseplant orchard bloom""",
    """
= plant | houseplant | flower | tree | shrub | seedling | seed
? species sunlight
: id common_name scientific_name family light watering height_cm:i price:n stock:i
  description
> common name/species | scientific name/latin name | family | light | watering
- Swiss cheese plant | Monstera deliciosa | Araceae | bright indirect | weekly
- Snake plant | Dracaena trifasciata | Asparagaceae | low to bright | every 2-3 weeks
- Peace lily | Spathiphyllum wallisii | Araceae | low to medium | weekly
- English lavender | Lavandula angustifolia | Lamiaceae | full sun | every 10 days
- Common sage | Salvia officinalis | Lamiaceae | full sun | weekly
- Rubber fig | Ficus elastica | Moraceae | bright indirect | every 10 days
- Spider plant | Chlorophytum comosum | Asparagaceae | medium | weekly
- Dog rose | Rosa canina | Rosaceae | full sun | twice a week
- Japanese maple | Acer palmatum | Sapindaceae | partial shade | weekly
- Basil | Ocimum basilicum | Lamiaceae | full sun | every 2 days
- Boston fern | Nephrolepis exaltata | Nephrolepidaceae | partial shade | twice a week
- Common sunflower | Helianthus annuus | Asteraceae | full sun | twice a week
- Jade plant | Crassula ovata | Crassulaceae | bright direct | every 2-3 weeks
- Silver birch | Betula pendula | Betulaceae | full sun | weekly
- Foxglove | Digitalis purpurea | Plantaginaceae | partial shade | weekly
name: {plant}
status: healthy | healthy | healthy | needs_water | dormant | diseased
type: perennial | annual | shrub | tree | succulent | herb
category: Indoor | Herbs | Shrubs | Trees | Perennials | Climbers
description: Prefers {light} and a soil that drains well. | Flowers from {month}; cut it
  back in autumn. | Easy to keep; let the top of the soil dry between waterings. | Grows
  slowly and stays compact in a pot. | Loved by bees, and hardy to -10 °C.
notes: Repotted in {month}. | New leaves since last week. | Some spots on the lower
  leaves, keep an eye on it. | Moved closer to the window. | Fed with half-strength
  fertilizer. | Watch for spider mites.
tags: drought-tolerant | pet-safe | evergreen | fragrant | edible | shade-loving
# plant: Monstera | Lavender | Sage | Basil | Maple | Fern | Rose | Foxglove
# light: bright, indirect light | full sun | partial shade
# topic: composting | pruning | repotting | pest control | sowing
""",
)

_FARM = sheet(
    "farm",
    """farm farms farming agriculture agricultural crop crops harvest harvests livestock
    field fields acre acres hectare hectares irrigation tractor orchard yield apiary
    hive hives bee bees beekeeping honey cattle dairy barn soil sowing fertilizer""",
    """
= field | farm field | paddock | plot | parcel of land
: id name crop variety area_ha:n soil_type planted_at status
name: North Field | Mill Meadow | Long Acre | River Bottom | Upper Terrace | Chapel
  Field | East Forty | Quarry Piece | Hill Paddock | Home Field
status: planted | growing | growing | harvested | fallow
description: {soil}, drained in {month}; in rotation with clover. | Gentle slope to the
  south, first to warm up in spring. | Irrigated from the river, {soil_}.
= crop
: id name variety field area_ha:n sown_at expected_harvest yield_t_per_ha:n status
> name | variety | season
- Winter wheat | Skyfall | winter
- Maize | Pioneer P7326 | summer
- Spring barley | RGT Planet | spring
- Potatoes | Agria | summer
- Oilseed rape | Aurelia | winter
- Sugar beet | Daphna | summer
- Soybeans | ES Mentor | summer
- Oats | Mascani | spring
- Sunflower | LG 50.549 | summer
- Tomatoes | San Marzano | summer
status: sown | emerging | growing | flowering | ripe | harvested
= hive | beehive | colony | bee colony
: id name apiary queen_year:i frames:i strength honey_kg:n last_inspected_at status
  notes
name: Hive {small}, {orchard} | {orchard} hive {digit}
status: healthy | healthy | healthy | queenless | swarmed | treated
strength: weak | moderate | strong | very strong
breed: Buckfast | Carniolan | Italian | Dark European
queen color: blue | white | yellow | red | green
description: Strong colony on {digit} frames, calm on the comb. | Split in {month} from
  the hive next to it. | Young queen, laying well since {month}.
notes: Eggs and brood in all stages. | Added a second honey super. | Varroa count low. |
  Queen seen, marked. | Fed two litres of syrup. | A few empty queen cups, no swarm
  cells.
= apiary
: id name location hives_count:i owner status
name: {orchard} Apiary | Heather Moor Apiary | Lime Avenue Apiary
= livestock | cattle | cow | sheep | goat | pig | herd
: id tag_number name species breed sex date_of_birth weight_kg:i status
> species | breed
- cattle | Holstein Friesian
- cattle | Aberdeen Angus
- sheep | Texel
- sheep | Suffolk
- goat | Saanen
- pig | Large White
- cattle | Jersey
- pig | Duroc
name: Bella | Daisy | Rosie | Clover | Hazel | Bramble | Molly | Juno | Olive
status: healthy | healthy | pregnant | under_treatment | sold
= harvest
: id crop field quantity_t:n moisture_pct:n harvested_at status
status: in_progress | completed | stored | sold
=
soil type: clay loam | sandy loam | silt | chalk | peat | clay
irrigation: drip | sprinkler | furrow | rain-fed
# soil: Clay loam | Sandy loam | Deep silt
# soil_: stony in the upper part | heavy when wet
# orchard: North orchard | South meadow | Linden row | Clover hill | River bank
# topic: soil health | crop rotation | irrigation | pollination
""",
)

_PETS = sheet(
    "pets",
    """pet pets vet veterinary animal animals dog dogs cat cats breed kennel adoption
    shelter grooming paw puppy kitten rabbit species microchip""",
    """
= pet | dog | cat | puppy | kitten | rabbit
: id name species breed sex age_years:i weight_kg:n color owner{name phone} vaccinated:b
  microchip_id status
> species | breed
- dog | Labrador Retriever
- cat | Maine Coon
- dog | Border Collie
- cat | British Shorthair
- dog | Beagle
- rabbit | Holland Lop
- dog | German Shepherd
- cat | Siamese
- dog | Dachshund
- cat | European Shorthair
- dog | Golden Retriever
- parrot | Cockatiel
- dog | Mixed breed
- guinea pig | Abyssinian
name: Luna | Milo | Bella | Charlie | Nala | Oscar | Poppy | Rocky | Coco | Simba |
  Ruby | Leo | Hazel | Teddy | Willow | Biscuit | Pepper | Finn
status: available | available | pending | adopted | fostered
sex: male | female
size: small | medium | large
color: black | white | brown | tabby | golden | grey | black and white | tricolor
temperament: calm | playful | curious | shy | affectionate | energetic
description: Gentle and good with children. | Loves long walks and knows basic
  commands. | Shy at first, then never leaves your side. | Needs a quiet home without
  other pets. | Playful, house-trained and up to date on shots.
notes: Vaccinations up to date. | Nails trimmed. | Slight limp on the left front leg. |
  Eats well, no vomiting. | Recheck in two weeks. | Needs a dental cleaning.
reason: Annual vaccination | Limping on the left front leg | Itchy skin | Dental check |
  Not eating since yesterday | Neutering | Ear infection
diagnosis: otitis externa | gastroenteritis | dental calculus | sprain | flea allergy
""",
)

_WILD = sheet(
    "wildlife",
    """zoo wildlife animal animals species habitat enclosure sighting sightings bird
    birds
    conservation reserve aquarium endangered ranger birding marine keeper""",
    """
= animal | species | creature | bird | mammal
: id name species scientific_name class habitat diet conservation_status date_of_birth
  sex enclosure weight_kg:n
> species | scientific name | class | habitat | diet | conservation status
- African elephant | Loxodonta africana | mammal | savanna | herbivore | endangered
- Snow leopard | Panthera uncia | mammal | mountains | carnivore | vulnerable
- Red panda | Ailurus fulgens | mammal | temperate forest | herbivore | endangered
- Emperor penguin | Aptenodytes forsteri | bird | polar coast | carnivore | near
  threatened
- Green sea turtle | Chelonia mydas | reptile | ocean | herbivore | endangered
- Grey wolf | Canis lupus | mammal | forest | carnivore | least concern
- Red fox | Vulpes vulpes | mammal | woodland | omnivore | least concern
- Giraffe | Giraffa camelopardalis | mammal | savanna | herbivore | vulnerable
- Barn owl | Tyto alba | bird | farmland | carnivore | least concern
- Bengal tiger | Panthera tigris tigris | mammal | forest | carnivore | endangered
- Poison dart frog | Dendrobates tinctorius | amphibian | rainforest | carnivore | least
  concern
- Common kingfisher | Alcedo atthis | bird | rivers | carnivore | least concern
name: Kito | Asha | Nuri | Tembo | Mira | Suki | Balu | Zuri | Koda | Ayla | Rafa
status: on_display | on_display | in_quarantine | off_display | on_loan
sex: male | female
enclosure: Savanna House | Rainforest Dome | Rocky Ridge | Penguin Cove | Aviary 2
description: Born here and raised by both parents. | Came from another park as part of a
  breeding programme. | Most active at dawn; easiest to see at feeding time.
= sighting
: id species scientific_name count:i observer location{lat:n lng:n} observed_at notes
notes: Two adults and one juvenile at the edge of the reeds. | Heard before it was
  seen. | Feeding near the path for several minutes. | Flew off to the north.
= enclosure
: id name species capacity:i area_sqm:i temperature_c:n status
name: Savanna House | Rainforest Dome | Rocky Ridge | Penguin Cove | Reptile Hall
status: open | open | closed_for_cleaning | under_construction
""",
)

_SKY = sheet(
    "astronomy",
    """star stars planet planets astronomy telescope observatory galaxy galaxies nebula
    constellation orbit satellite satellites space launch launches rocket mission
    exoplanet exoplanets comet asteroid magnitude""",
    """
= star
: id name constellation spectral_type apparent_magnitude:n distance_ly:n
> name | constellation | spectral type | apparent magnitude | distance ly | magnitude |
  distance in light years | distance light years
- Sirius | Canis Major | A1V | -1.46 | 8.6 | -1.46 | 8.6 | 8.6
- Vega | Lyra | A0V | 0.03 | 25.0 | 0.03 | 25.0 | 25.0
- Betelgeuse | Orion | M1-2 | 0.5 | 548 | 0.5 | 548 | 548
- Rigel | Orion | B8Ia | 0.13 | 863 | 0.13 | 863 | 863
- Arcturus | Bootes | K0III | -0.05 | 36.7 | -0.05 | 36.7 | 36.7
- Capella | Auriga | G8III | 0.08 | 42.9 | 0.08 | 42.9 | 42.9
- Altair | Aquila | A7V | 0.77 | 16.7 | 0.77 | 16.7 | 16.7
- Aldebaran | Taurus | K5III | 0.86 | 65.3 | 0.86 | 65.3 | 65.3
- Antares | Scorpius | M1.5Iab | 1.06 | 554 | 1.06 | 554 | 554
- Spica | Virgo | B1V | 0.98 | 250 | 0.98 | 250 | 250
- Deneb | Cygnus | A2Ia | 1.25 | 2615 | 1.25 | 2615 | 2615
- Pollux | Gemini | K0III | 1.14 | 33.8 | 1.14 | 33.8 | 33.8
= dinosaur
: id name period diet length_m:n weight_kg:i discovered_year:i country
> name | period | diet | discovered year
- Tyrannosaurus | Late Cretaceous | carnivore | 1902
- Triceratops | Late Cretaceous | herbivore | 1887
- Stegosaurus | Late Jurassic | herbivore | 1877
- Brachiosaurus | Late Jurassic | herbivore | 1900
- Velociraptor | Late Cretaceous | carnivore | 1923
- Allosaurus | Late Jurassic | carnivore | 1877
- Plateosaurus | Late Triassic | herbivore | 1834
- Spinosaurus | Late Cretaceous | carnivore | 1912
= exoplanet
: id name host_star discovery_method discovered_year:i radius_earth:n
  orbital_period_days:n distance_ly:n
> name | host star | discovery method | discovered year | orbital period days
- Kepler-22 b | Kepler-22 | transit | 2011 | 289.9
- Proxima Centauri b | Proxima Centauri | radial velocity | 2016 | 11.2
- TRAPPIST-1 e | TRAPPIST-1 | transit | 2017 | 6.1
- 51 Pegasi b | 51 Pegasi | radial velocity | 1995 | 4.23
- HD 209458 b | HD 209458 | radial velocity | 1999 | 3.52
- Kepler-186 f | Kepler-186 | transit | 2014 | 129.9
- TOI-700 d | TOI-700 | transit | 2020 | 37.4
- K2-18 b | K2-18 | transit | 2015 | 32.9
= meteorite
: id name class mass_g:n fall year:i country
> name | class | mass g | year | country
- Allende | CV3 | 2000000 | 1969 | Mexico
- Chelyabinsk | LL5 | 1000000 | 2013 | Russia
- Murchison | CM2 | 100000 | 1969 | Australia
- Sikhote-Alin | Iron, IIAB | 23000000 | 1947 | Russia
- Ensisheim | LL6 | 127000 | 1492 | France
- Tagish Lake | C2-ung | 10000 | 2000 | Canada
- Peekskill | H6 | 12570 | 1992 | United States
= planet
: id name type radius_km:i moons:i orbital_period_days:n distance_au:n
> name | type | radius km | moons | orbital period days | distance au
- Mercury | terrestrial | 2440 | 0 | 87.97 | 0.39
- Venus | terrestrial | 6052 | 0 | 224.7 | 0.72
- Earth | terrestrial | 6371 | 1 | 365.26 | 1.0
- Mars | terrestrial | 3390 | 2 | 686.98 | 1.52
- Jupiter | gas giant | 69911 | 95 | 4332.59 | 5.2
- Saturn | gas giant | 58232 | 146 | 10759.22 | 9.58
- Uranus | ice giant | 25362 | 28 | 30688.5 | 19.2
- Neptune | ice giant | 24622 | 16 | 60182.0 | 30.05
= galaxy | nebula | deep sky object
: id name type constellation distance_mly:n apparent_magnitude:n
> name | type | constellation
- Andromeda Galaxy | spiral | Andromeda
- Whirlpool Galaxy | spiral | Canes Venatici
- Sombrero Galaxy | spiral | Virgo
- Orion Nebula | emission nebula | Orion
- Ring Nebula | planetary nebula | Lyra
- Triangulum Galaxy | spiral | Triangulum
- Crab Nebula | supernova remnant | Taurus
= space mission | mission | launch | rocket launch
? rocket orbit payload
: id name rocket launch_site launch_at orbit status payload_kg:i
name: Halo-{digit} | Selene {digit} | Pathfinder {digit} | Demeter Relay {digit} | Aster
  {digit}
rocket: Falcon 9 | Ariane 6 | Soyuz-2 | Electron | Vega-C | Long March 5
launch site: Cape Canaveral | Kourou | Vandenberg | Mahia | Wenchang
orbit: LEO | GTO | SSO | lunar transfer | GEO
status: scheduled | scheduled | success | success | partial_failure | scrubbed
= satellite
: id name norad_id:i operator orbit altitude_km:i inclination_deg:n launched_at status
name: Demeter-{digit} | Skywatch {small} | Nimbus-{digit}B | GeoLink {digit}
orbit: LEO | MEO | GEO | SSO
status: operational | operational | standby | decommissioned
=
notes: Clear sky, seeing 3 of 5. | Thin clouds after midnight. | Tracked for 40 minutes.
""",
)

LEXICONS = (_GARDEN, _FARM, _PETS, _WILD, _SKY)
