"""What is measured of goods, vehicles, buildings, energy and machines."""

ROWS = """
1 4 speed:m/s 1 1 | speed | elevator lift escalator
0 980 mass:kg 0 1.3 | load, current load, weight | elevator lift
19 26 length:cm 1 1 | height | book paperback isbn hardcover
12 18 length:cm 1 1 | width | book paperback isbn hardcover
in 165 175 185 195 205 205 215 225 235 255 : length:mm | width, section width, tyre
  width, tire width | tyre tire rim
in 35 40 45 50 55 60 65 : tyre | aspect ratio | tyre tire rim
in 14 15 16 16 17 18 19 20 : length:in | rim, rim size, rim diameter, wheel size,
  wheel diameter
82 102 tyre 0 1 | load index
2.2 8.2 length:mm 1 1 | tread depth, tread
12 48 count 0 1.2 | beds, bed count, total beds, occupied beds, available beds |
  hospital ward clinic icu patient
12 480 power:kW 1 1.3 | peak demand, max demand, demand, peak load, maximum demand
in 2 3 3 4 4 : count | hdmi ports, usb ports, usb c ports, ports, hdmi inputs | tv
  laptop monitor spec display
in 32 43 50 55 55 65 75 : length:in | screen size, size, display size, diagonal | tv
  television
8 42 time:years 0 1.3 | lifespan, life expectancy, average lifespan
2000 8000 power:kW 0 1.2 | capacity, rated power, rated capacity, nameplate capacity |
  turbine wind
7 17 turns:rpm 1 1 | rotor rpm, rotor speed, rpm, rotation speed | turbine wind
6 16 length:m 1 1 | length, trailer length | truck trailer load freight lorry
  container
1 26 count 0 1 | pallets, pallet count, pallet positions, number of pallets
180 4200 energy:kWh 0 1.3 | energy, consumption, usage, energy consumption | year
  annual yearly
120 2400 length:km 0 1.3 | miles, km, kilometers, distance | freight truck load haul
  lane trucking
38 99 energy:Wh 0 1 | battery, battery capacity, battery size | laptop notebook
  computer
0.03 0.6 mass:kg 2 1.3 | weight, mass, net weight, item weight, product weight | watch
  earbud earphone headphone mouse ring necklace bracelet charger cable sunglass wallet
  shirt scarf mug bottle sock hat glove cap belt tee phone book candle soap notebook
  pen
6 64 mass:kg 1 1.3 | weight, mass, net weight, item weight, product weight | sofa
  table desk chair bed wardrobe bookcase cabinet mattress dresser treadmill
  refrigerator fridge washer dryer dishwasher oven furniture
8 18 mass:kg 1 1 | weight, mass | bike bicycle scooter ebike
6 40 time:h 0 1.2 | battery life, battery runtime, playback time, talk time
0.2 12.5 mass:kg 2 1.6 | weight, mass, net weight, gross weight, item weight, shipping
  weight, package weight, product weight
0.3 24 mass:kg 1 1.5 | weight, gross weight, chargeable weight, total weight | parcel
  package shipment box delivery carrier shipping
120 21500 mass:kg 0 1.4 | weight, gross weight, cargo weight, load weight, payload,
  total weight, net weight, load | freight truck pallet container cargo load trailer
  haul consignment rail wagon
4 22 mass:kg 1 1 | weight | luggage baggage bag passenger
1050 2300 mass:kg 0 1.1 | weight, curb weight, kerb weight, gross vehicle weight |
  vehicle car
1.1 2.6 mass:kg 2 1 | weight | laptop notebook
150 230 mass:g 0 1 | weight | phone smartphone mobile handset
1 60 mass:t 1 1.4 | tonnes, tons, tonnage
8 46 length:cm 1 1.2 | height, package height
10 62 length:cm 1 1.3 | width, depth, breadth
12 84 length:cm 1 1.3 | length
5 62 length:cm 1 1.2 | diameter
8 92 length:mm 1 1.2 | thickness, diameter | pipe screw bolt bearing part tube cable
0.8 12 length:mm 1 1.3 | thickness
60 180 length:cm 0 1 | height, width, depth | furniture desk table sofa wardrobe shelf
in 14 16 21 23 25 28 : length:m | clearance, bridge height
1.4 1.9 length:m 2 1 | height | vehicle car
1.7 2.1 length:m 2 1 | width, beam | vehicle car
4 5.1 length:m 2 1 | length | vehicle car
8 38 length:m 1 1.3 | length, loa, length overall | vessel ship boat yacht
28 320 length:m 0 1.2 | length, loa, length overall | cargo container tanker ship mmsi
  imo
18 48 length:m 1 1 | beam, width | cargo container tanker ship imo mmsi
6 15 length:m 1 1 | draft, draught | vessel ship boat mmsi imo cargo tanker
4200 180000 tonnage 0 1.5 | gross tonnage, deadweight, dwt, gt, tonnage | vessel ship
  imo mmsi cargo tanker
1 4.5 length:m 2 1.2 | length, width | room
2.4 3 length:m 2 1 | ceiling height, height | room apartment ceiling floor
12 320 length:m 0 1.3 | height, building height | building tower bridge
40 1900 length:m 0 1.5 | length, span | bridge tunnel
60 4200 volume:L 0 1.5 | tank capacity, tank size, water volume, volume | tank pool
  aquarium boiler
180 520 volume:L 0 1 | trunk, boot space, trunk volume, cargo volume, capacity | trunk
  boot fridge refrigerator
38 72 volume:L 0 1 | fuel capacity, fuel tank capacity, tank capacity | vehicle car
  fuel
14 62 volume:L 1 1.2 | liters, litres, gallons, fuel volume, fuel amount, liters
  filled, fuel quantity, volume, quantity, fuel used, fuel consumed | fuel refuel
  refueling fillup gas station vehicle petrol diesel trip
0.01 2.4 volume:m³ 3 1.4 | volume, cubic meters, cbm | parcel package shipment cargo
  freight box pallet
in 0.25 0.33 0.5 0.7 0.75 1 1.5 2 : volume:L | volume, bottle size, volume l | bottle
  drink beverage wine beer juice
2 62 volume:m³ 1 1.3 | consumption, usage, volume, reading, water consumption, water
  usage | water gas utility

4200 164000 length:km 0 1.2 | mileage, odometer, odometer reading, kilometrage, odo,
  milage, vehicle mileage, current mileage
1.5 48 length:km 1 1.6 | distance, km, miles, kilometers, trip distance, distance
  travelled, distance traveled, route length, total distance, travel distance,
  distance km, miles driven
0.2 8.4 length:km 1 1.4 | distance, distance away | nearby store restaurant delivery
  rider courier taxi near place poi search location
320 2400 length:km 0 1.2 | distance | flight airport haul freight route airline leg
120 9400 length:km 0 1.5 | distance, flight distance, air miles | flight airport
  airline
0.1 2.5 length:m 2 1.4 | distance | sensor ultrasonic proximity parking robot lidar
5 60 length:m 0 1.3 | distance | step maneuver geofence accuracy
22 96 speed:km/h 0 1 | speed, velocity, current speed, vehicle speed, average speed,
  avg speed
96 132 speed:km/h 0 1 | max speed, top speed, maximum speed, highest speed
168 262 speed:km/h 0 1 | top speed, max speed | car model engine horsepower spec
  torque
in 30 50 50 60 70 80 100 120 : speed:km/h | speed limit, posted speed, speedlimit
780 3400 turns:rpm 0 1.2 | rpm, engine rpm, engine speed, revs
900 3000 turns:rpm 0 1 | rpm, rotation speed, speed, spindle speed, motor speed, rotor
  speed, rotational speed | motor spindle pump fan machine turbine cnc disk drum
  rotation
78 320 power:hp 0 1.3 | horsepower, hp, engine power, bhp, ps
60 240 power:kW 0 1.2 | power, engine power, kw, power kw | vehicle car engine motor
  torque displacement
110 520 torque:Nm 0 1.2 | torque
in 998 1198 1498 1598 1798 1968 1984 1998 2998 : cc | engine displacement,
  displacement, engine capacity, engine cc, cc, engine size | vehicle car engine motor
  motorcycle
in 1 1.2 1.4 1.5 1.6 1.8 2 2 2.5 3 : volume:L | engine size, engine liters
in 3 4 4 4 6 8 : count | cylinders, num cylinders, cylinder count
in 2 3 4 5 5 5 : count | doors, door count, num doors | vehicle car
in 2 4 5 5 5 7 : count | seats, seat count, passengers, passenger capacity, num seats
  | vehicle car rental taxi
in 5 6 6 7 8 : count | gears, num gears, gear count
2 6 gear 0 1 | gear, current gear
4.4 8.9 fuel:L/100km 1 1 | fuel consumption, consumption, fuel economy, avg
  consumption | vehicle car fleet fuel trip obd engine
22 48 mileage:mpg 0 1 | mpg, fuel efficiency, city mpg, highway mpg, combined mpg
0 198 emission:g/km 0 1 | co2, co2 emissions, emissions, co2 emission | vehicle car
12.1 14.4 voltage:V 1 1 | battery voltage, voltage, battery | vehicle obd car truck
  fleet battery tracker
4.2 9.8 time:s 1 1 | acceleration, zero to sixty, zero to hundred
-0.4 0.4 gforce 2 1 | accel, accelerometer, acceleration, ax, ay, az, acc
-12 12 gyro 1 1 | gyro, gyroscope, gx, gy, gz
80 96 share:% 0 1 | load factor, health, battery health, soh, state of health
18 98 share:% 0 0.8 | battery, battery level, battery percentage, battery percent,
  soc, state of charge, charge level, charge, battery charge, charge percent
24 42 length:km 0 1 | range, remaining range | scooter bike ebike
248 560 length:km 0 1 | range, electric range, ev range, wltp range, remaining range,
  range km | ev electric vehicle battery charger
in 40 52 58 64 75 77 82 100 : energy:kWh | battery capacity, battery size, capacity,
  usable capacity | ev electric vehicle car
in 3000 4000 4500 5000 5000 : charge:mAh | battery capacity, battery, capacity, mah |
  phone smartphone tablet spec powerbank
in 7.4 11 11 22 50 150 : power:kW | max power, charging power, power, charger power,
  rated power, max kw, power output | charger charging connector ev station evse

3 3.9 voltage:V 2 1 | voltage, battery voltage, volts | device sensor tracker beacon
  node
227 234 voltage:V 1 1 | voltage, volts, line voltage, grid voltage, mains voltage
0.4 14 current:A 2 1.3 | current, amps, amperage, load current | volt voltage power
  electric electrical ampere meter circuit phase charger motor solar energy grid a
49.94 50.06 frequency:Hz 2 1 | frequency, grid frequency, line frequency | grid meter
  volt voltage power electric mains energy phase
0.88 0.99 share:ratio 2 1 | power factor, cos phi, pf
18 2400 power:W 0 1.5 | power, watts, wattage, active power, power consumption, load,
  power usage, power draw, current power, apparent power | meter plug appliance energy
  volt home device electric socket
0.4 6.8 power:kW 2 1.1 | power, pv power, solar power, output, power output, ac power,
  production, dc power, generation | solar pv inverter panel photovoltaic roof
0.2 3.1 power:MW 2 1 | power, output, active power, power output | turbine wind
120 980 power:MW 0 1.2 | power, capacity, output, installed capacity, generation,
  demand | plant grid utility reactor station substation
in 4.2 6.6 8.4 9.9 12 : power:kW | capacity, system size, installed capacity, peak
  power, rated capacity, nominal power | solar pv inverter
6 44 energy:kWh 1 1.2 | energy, consumption, kwh, energy consumption, energy usage,
  usage, production, yield, generation, energy produced, energy delivered, energy
  used, daily energy, produced, exported, imported, grid import, grid export, self
  consumption
210 520 energy:kWh 0 1.2 | energy, consumption, kwh, usage, energy consumption, energy
  usage | month monthly bill billing statement
2200 68000 energy:kWh 0 1.3 | meter reading, total energy, lifetime energy, reading,
  energy total, total yield, lifetime yield, total production, lifetime production,
  total generation, cumulative energy, value, total consumption, import, export,
  register, index | meter register lifetime total smartmeter cumulative energy
  electricity voltage kwh power
16 22 share:% 1 1 | efficiency, panel efficiency | solar panel pv
86 97 share:% 1 1 | efficiency, yield rate
38 420 co2 saved:kg 1 1.3 | co2 saved, carbon saved, emissions saved, co2 avoided
0.4 12 carbon:kg 1 1.5 | carbon footprint, emissions, carbon emissions, co2 emissions,
  co2e, co2, footprint | trip flight carbon emission footprint offset sustainability
86 420 intensity 0 1 | carbon intensity, grid intensity
0.6 4.6 shaking:mm/s 2 1.4 | vibration, vibration rms, vibration level, vibration
  velocity
62 94 share:% 1 1 | oee, availability, performance | machine line factory plant shift
  oee
14 240 time:s 1 1.3 | cycle time, takt time
120 4800 count 0 1.5 | output, units produced, parts produced, good parts, produced,
  production count, pieces, parts count, units made | machine line factory plant shift
0 28 count 0 1.8 | scrap, rejects, defects, defect count, scrap count, rejected parts
60 9800 time:h 0 1.4 | operating hours, running hours, run hours, engine hours,
  machine hours, runtime hours, total hours, hours | engine machine pump operating
  equipment motor tractor excavator generator boat compressor
in 0.1 0.12 0.16 0.2 0.2 0.28 0.3 : length:mm | layer height
in 5 10 15 20 25 50 80 100 : share:% | infill, infill density
38 120 print speed:mm/s 0 1 | print speed
4 96 share:% 0 1 | position, open percentage, opening, valve position, blind position,
  damper position | valve blind shutter damper cover curtain

34 168 area:m² 0 1.3 | area, floor area, living area, square meters, surface, size,
  living space, usable area, gross area, sqm, square metres, built area, area sqm,
  surface area, floor space
480 2900 area:sqft 0 1.2 | sqft, square feet, sq ft, square footage, living sqft
220 1400 area:m² 0 1.4 | lot size, lot area, plot size, land area, plot area, land
  size, lot, terrain
9 42 area:m² 0 1.1 | area, size | room office bedroom hall
120 2400 area:m² 0 1.4 | area, size, floor area, sales area | store shop warehouse
  restaurant office venue building
1 5 count 0 1.2 | bedrooms, beds, bedroom count, num bedrooms, beds count
1 3 count 0 1.4 | bathrooms, baths, bathroom count, num bathrooms, toilets
in 1 1.5 2 2 2.5 3 : count | bathrooms half, baths total
2 7 count 0 1.2 | rooms, room count, num rooms, total rooms
24 320 count 0 1.3 | rooms, total rooms, room count | hotel resort hostel
  accommodation
4 64 count 0 1.4 | apartments, dwellings, flats
0 3 count 0 1.3 | garages, parking spaces, garage spaces, parking, balconies, parking
  spots | bedroom property house apartment listing bathroom
1 6 floor 0 1.3 | floor, floor number, storey, story, level | property apartment room
  office building floor unit parking desk hotel
2 14 count 0 1.4 | floors, stories, storeys, total floors, floor count, levels
101 642 room 0 1 | room, room number, room no
120 1400 count 0 1.4 | parking spaces, capacity, total spaces, spaces, total spots,
  spots | parking garage lot carpark
1 16 count 0 1.3 | guests, max guests, guest count, accommodates, max occupancy,
  occupancy, party size, num guests, pax, sleeps, people, persons
1 4 count 0 1.2 | adults, adult count
0 3 count 0 1.6 | children, kids, infants, child count, babies
1 7 count 0 1.3 | nights, night count, length of stay, number of nights, stay length,
  los
1 6 count 0 1.2 | passengers, passenger count, travelers, travellers, num passengers,
  bags, luggage count, pieces | flight booking trip taxi ride train ticket
140 320 count 0 1 | seats, capacity, seat count, passenger capacity, passengers |
  aircraft airplane plane flight
in 5 15 20 30 45 60 : time:min | delay, delay minutes | flight train bus departure
-4 4 speed:m/s 1 1 | vertical speed, climb rate, vertical rate, rate of climb
4.2 32 length:m 1 1.3 | beam | vessel boat yacht ship draught

2 8 count 0 1 | berths, cabins | boat yacht charter
2.2 4.8 pressure:bar 1 1 | fuel pressure, oil pressure, brake pressure, rail pressure,
  hydraulic pressure, inlet pressure, outlet pressure, suction pressure, water
  pressure, line pressure, discharge pressure, differential pressure
12 86 share:% 0 1 | engine load, throttle position, throttle, calculated load,
  accelerator position, motor load, pump load
18 52 temperature:°C 0 1 | intake temperature, intake temp, intake air temp, intake
  air temperature
2 42 airflow:g/s 1 1.3 | maf, mass air flow
180 980 mass:g 0 1.2 | weight | book paperback isbn hardcover page
1.9 4.2 length:m 1 1 | height limit, clearance height, max height, clearance, height
  restriction, vehicle height limit | parking garage lot bridge tunnel
20 220 length:m 1 1.5 | filament used, filament, filament length
"""
