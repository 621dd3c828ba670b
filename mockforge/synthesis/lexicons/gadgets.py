"""Lines of products: what has a battery or a plug."""

from mockforge.synthesis.lexicons.lexicon import Goods, bars

_TECH = "tech technology electronic electronics gadget device digital hardware "
_LETTERS = bars("X1|X2 Pro|S3|M5|Lite|Max|Air|Plus|Mini|Ultra|One|Go|Neo|Edge|Pro 2")

GADGETS = (
    Goods(
        "Audio",
        _TECH + "audio headphones speaker sound music",
        bars("Aurelo|Sonarra|Halden|Kyto|Boreal Audio|Nuvo"),
        _LETTERS,
        bars("""Wireless Headphones $79-449|Noise-Cancelling Earbuds $59-329|Bluetooth
            Speaker $39-299|Soundbar $129-449|USB Microphone $49-229|Studio
            Monitors $149-449"""),
        (39, 449),
        bars("""active noise cancellation @ headphones, earbuds|up to 38 hours of
            playback @ headphones, speaker|a quick ten-minute charge for five hours
            of listening @ headphones, earbuds|multipoint pairing with two devices
            @ headphones, earbuds, speaker|memory-foam ear cushions @ headphones|a
            pocket-sized charging case @ earbuds|clear calls from three beamforming
            microphones @ headphones, earbuds|IPX5 splash resistance @ earbuds,
            speaker|stereo pairing @ speaker|a wireless subwoofer @ soundbar|HDMI
            eARC @ soundbar|a dialogue mode for films and news @ soundbar|a night
            mode @ soundbar|a switchable cardioid pattern @ microphone|
            zero-latency monitoring @ microphone|a shock-absorbing stand @
            microphone|a gain dial with a mute button @ microphone|balanced XLR
            and TRS inputs @ monitors|room correction switches @ monitors|a
            silk-dome tweeter @ monitors|a flat response down to 45 Hz @ monitors"""),
        {
            "battery_life": bars("""
                24 hours @ headphones, speaker|30 hours @ headphones|38 hours @
                headphones|8 hours @ earbuds|12 hours @ speaker
            """),
            "connectivity": bars("""
                Bluetooth 5.3 @ headphones, earbuds, speaker|Bluetooth 5.2 + AUX @
                headphones, speaker|USB-C @ microphone|HDMI eARC + optical @
                soundbar|XLR + TRS @ monitors
            """),
            "weight": bars("""
                254 g @ headphones|218 g @ headphones|48 g @ earbuds|52 g @
                earbuds|540 g @ speaker, microphone|1.2 kg @ speaker|3.1 kg @
                soundbar|5.8 kg @ monitors
            """),
            "driver_size": bars("""
                40 mm @ headphones|32 mm @ headphones|11 mm @ earbuds|10 mm @
                earbuds|50 mm @ speaker|5 inches @ monitors
            """),
        },
        bars("""commuting @ headphones, earbuds|long flights @ headphones, earbuds|the
            home office @ headphones, microphone, monitors|the gym @ earbuds|
            late-night listening @ headphones, soundbar|garden parties @ speaker|
            film nights @ soundbar|podcasters @ microphone|home studios @
            monitors, microphone"""),
    ),
    Goods(
        "Laptops",
        _TECH + "laptop laptops notebook computer computers computing pc",
        bars("Norvik|Tessera|Corvid|Lumen Labs|Arkadia"),
        bars("Atlas 13|Atlas 16|Slate 14|Forge 15|Pilot 14|Orion 17|Swift 13"),
        bars("""Laptop|Ultrabook $899-2199|Gaming Laptop $999-2899|2-in-1
            Convertible|Mobile Workstation $1499-2899"""),
        (599, 2899),
        bars("""a bright 2.8K display|all-day battery life @ ultrabook, convertible|a
            backlit keyboard with 1.5 mm travel|a fanless aluminium body @
            ultrabook, convertible|a fingerprint reader in the power button|two
            Thunderbolt ports|a user-replaceable SSD @ gaming, workstation, laptop|
            a vapour chamber that keeps fans quiet @ gaming, workstation|a pen that
            charges in its slot @ convertible"""),
        {
            "processor": bars("""
                Intel Core Ultra 7|AMD Ryzen 7 8840U|Snapdragon X Elite @
                ultrabook, convertible|Intel Core Ultra 9 @ gaming, workstation
            """),
            "memory": bars("16 GB LPDDR5x|32 GB DDR5|64 GB DDR5 @ gaming, workstation"),
            "storage": bars("512 GB NVMe SSD|1 TB NVMe SSD|2 TB NVMe SSD"),
            "display": bars("""
                14-inch 2.8K OLED|16-inch QHD+ 165 Hz @ gaming, workstation|
                13.4-inch FHD+ IPS @ ultrabook, convertible
            """),
            "weight": bars("""
                1.19 kg @ ultrabook, convertible|1.36 kg @ ultrabook, convertible|
                1.62 kg @ laptop|2.3 kg @ gaming, workstation
            """),
        },
        bars("""developers|students @ laptop, ultrabook, convertible|photo editing|
            work on the road @ ultrabook, convertible, workstation|demanding games
            @ gaming"""),
    ),
    Goods(
        "Smartphones",
        _TECH + "phone phones smartphone smartphones mobile tablet tablets",
        bars("Kyto|Lumen Labs|Vanta|Helio|Corvid"),
        bars("Pixelon 8|Nova 12|Edge 50|One 11|Fold 3|Note 9|Aria 5"),
        bars("""Smartphone|5G Smartphone|Compact Phone $249-799|Foldable Phone
            $899-1299|Tablet $249-899"""),
        (249, 1299),
        bars("""a 120 Hz OLED display|a 50-megapixel main camera with optical
            stabilisation @ phone|seven years of security updates|80 W fast
            charging|IP68 dust and water resistance @ phone|satellite emergency
            messaging @ phone|a hinge tested for 400,000 folds @ foldable|four
            speakers @ tablet|a pen with tilt and pressure @ tablet"""),
        {
            "display": bars("""
                6.1" OLED 120 Hz @ phone|6.7" AMOLED 120 Hz @ phone|8.0" foldable
                OLED @ foldable|11" OLED 120 Hz @ tablet
            """),
            "storage": bars("128 GB|256 GB|512 GB"),
            "battery": bars("""
                4,500 mAh @ phone|5,000 mAh @ phone|5,400 mAh @ phone|8,600 mAh @
                tablet
            """),
            "camera": bars("""
                50 MP + 12 MP @ phone|108 MP + 8 MP @ phone|48 MP triple @ phone|
                12 MP @ tablet
            """),
        },
        bars("""everyday photos @ phone|travel|people who keep a device for years|
            films on the sofa @ tablet"""),
    ),
    Goods(
        "Smart Home",
        _TECH + "smart home iot thermostat camera lighting",
        bars("Nestora|Hearthway|Lumio|Senso|Brightloop"),
        bars("Gen 2|Mini|Pro|Duo|Outdoor|Hub|Plus"),
        bars("""Smart Thermostat $89-249|Video Doorbell $59-229|Security Camera
            $39-249|Smart Plug $19-39|LED Bulb Kit $29-129|Robot Vacuum $179-399|
            Air Quality Monitor $59-199|Door Sensor $19-49"""),
        (19, 399),
        bars("""setup in under five minutes|support for Matter and HomeKit|schedules
            that follow your routine @ thermostat, plug, bulb, vacuum|two-way audio
            @ doorbell, camera|local storage without a subscription @ doorbell,
            camera|energy reports by room @ thermostat|energy reports by device @
            plug|sixteen million colours @ bulb|room maps that it draws itself @
            vacuum|a base that empties the bin @ vacuum|night vision in colour @
            doorbell, camera|alerts when the air turns stale @ air|a two-year
            battery @ sensor|instant notifications @ sensor, doorbell, camera, air"""),
        {
            "connectivity": bars("""
                Wi-Fi 6 @ doorbell, camera, vacuum, thermostat, air|Thread @ plug,
                bulb, sensor, thermostat|Zigbee 3.0 @ plug, bulb, sensor|Wi-Fi +
                Bluetooth @ plug, air
            """),
            "power": bars("""
                USB-C @ air, camera|2 x AAA @ sensor|hard-wired @ thermostat,
                doorbell|rechargeable @ doorbell, camera, vacuum|mains @ plug,
                bulb
            """),
            "compatibility": bars("Matter|Alexa, Google Home|HomeKit, Matter"),
        },
        bars("""renters|small flats|family homes|the front door @ doorbell, camera,
            sensor|allergy sufferers @ air, vacuum"""),
    ),
    Goods(
        "Wearables",
        _TECH + "wearable wearables watch smartwatch tracker fitness",
        bars("Pulsera|Kyto|Strida|Helio|Tempo"),
        bars("Active|Trail|Sport 2|Fit 3|Pro|Lite|Venture"),
        bars("""Smartwatch $149-549|GPS Running Watch $179-549|Fitness Tracker
            $59-149|Sleep Ring $199-349"""),
        (59, 549),
        bars("""heart-rate and blood-oxygen tracking|dual-band GPS @ watch|up to 14
            days of battery life @ watch, tracker|more than 100 sport profiles @
            watch, tracker|5 ATM water resistance|sleep stages with a morning
            summary|a titanium shell under three grams @ ring"""),
        {
            "battery_life": bars("""
                7 days|10 days @ watch, tracker|14 days @ watch, tracker|36 hours
                @ smartwatch
            """),
            "display": bars("""
                1.4" AMOLED @ watch|1.3" transflective @ running|1.1" AMOLED @
                tracker
            """),
            "water_resistance": bars("5 ATM|10 ATM|IP68"),
        },
        bars("""trail runners @ watch|swimmers|better sleep @ tracker, ring|first
            marathons @ watch"""),
    ),
    Goods(
        "Accessories",
        _TECH + "accessory accessories keyboard mouse monitor cable peripheral",
        bars("Keyforge|Arkadia|Tessera|Clutch|Portwell"),
        bars("K75|M3|Q27|Pro|Slim|Dock 9|G2"),
        bars("""Mechanical Keyboard $69-199|Wireless Mouse $24-119|27-inch Monitor
            $189-529|USB-C Dock $79-289|Portable SSD $69-289|Webcam $49-199|
            Laptop Stand $24-89|65 W GaN Charger $29-69"""),
        (24, 529),
        bars("""hot-swappable switches @ keyboard|per-key lighting @ keyboard|a
            braided two-metre cable @ keyboard, charger, webcam|plug-and-play setup
            @ keyboard, mouse, monitor, dock, ssd, webcam|a three-year warranty|a
            machined aluminium frame @ keyboard, dock, ssd, stand|quiet clicks @
            mouse|a scroll wheel that spins freely @ mouse|a height-adjustable arm
            @ monitor, stand|factory-calibrated colours @ monitor|a single cable
            for power and picture @ monitor, dock|three displays at once @ dock|
            transfers at 2,000 MB/s @ ssd|hardware encryption @ ssd|a shell that
            survives drops @ ssd|a privacy shutter @ webcam|autofocus in low light
            @ webcam|a fold-flat hinge @ stand|non-slip pads @ stand, mouse|three
            ports @ charger|folding prongs @ charger"""),
        {
            "connectivity": bars("""
                USB-C @ keyboard, dock, ssd, webcam, monitor|Bluetooth + 2.4 GHz @
                mouse, keyboard|Thunderbolt 4 @ dock, ssd|HDMI 2.1 + USB-C @
                monitor
            """),
            "compatibility": bars("""
                Windows, macOS, Linux @ keyboard, mouse, monitor, dock, ssd, webcam|
                macOS, iPadOS @ dock, ssd, keyboard|Windows, macOS @ dock, webcam,
                mouse|laptops up to 16 inches @ stand|phones, tablets and laptops
                @ charger
            """),
            "capacity": bars("500 GB @ ssd|1 TB @ ssd|2 TB @ ssd"),
            "resolution": bars(
                "2560 x 1440 @ monitor|3840 x 2160 @ monitor|1920 x 1080 @ webcam"
            ),
            "output": bars("65 W @ charger"),
            "warranty": bars("2 years|3 years|1 year"),
        },
        bars("""tidy desks|programmers @ keyboard, mouse, monitor|hot-desking @ dock,
            stand, mouse, charger|video calls @ webcam, monitor|photographers @
            ssd, monitor|travel @ charger, ssd, stand"""),
    ),
)
