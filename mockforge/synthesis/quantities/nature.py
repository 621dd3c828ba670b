"""What is measured of rooms, weather, land, water, farms and the sky."""

ROWS = """
0.5 1.5 pressure vpd:kPa 2 1 | vpd, vapor pressure deficit
1100 2100 length:m 0 1 | altitude, elevation, growing altitude | coffee bean roast
0 98 angle:° 1 1 | inclination | satellite orbit norad
88 640 time:min 0 1.8 | period, orbital period | satellite orbit norad
380 780 wavelength:nm 1 1 | wavelength, wavelength nm, peak wavelength
0.05 1.8 absorbance 3 1.2 | absorbance, optical density, od
0.2 42 dissolved:mg/L 2 1.4 | concentration
0 14 angle:° 1 1.4 | slope, slope deg, incline, gradient | field plot farm terrain
  crop land
420 1400 length:mm 0 1 | rainfall, annual rainfall, precipitation | annual year yearly
20 92 volume:m³ 0 1.2 | volume, water volume | pool
82 124 gas:ppm 0 1 | alkalinity, total alkalinity
180 420 gas:ppm 0 1 | hardness, calcium hardness, water hardness
640 760 orp:mV 0 1 | orp, redox
18.4 25.8 temperature:°C 1 1 | temperature, temp, room temperature, indoor
  temperature, inside temperature, ambient temperature, thermostat, room temp, indoor
  temp, current temperature, celsius
19 23 temperature:°C 1 1 | target temperature, setpoint, set point, target temp,
  heating setpoint, desired temperature, comfort temperature
3 28 temperature:°C 1 1 ~0.2 | temperature, temp, feels like, feelslike, apparent
  temperature, high, low, feels like temperature, outdoor temperature, outside
  temperature, outdoor temp, outside temp, air temperature, temp min, temp max, dew
  point, dewpoint, wind chill, heat index, max, min, day, night, morn, eve | weather
  forecast outdoor outside climate meteo meteorology humidity wind precipitation rain
  air condition
-2 14 temperature:°C 1 1 | dew point, dewpoint
2 8 temperature:°C 1 1 ~0.3 | temperature, temp, setpoint, set point, target
  temperature, target temp, internal temperature, current temperature | fridge
  refrigerator cold vaccine chiller cooler pharmacy refrigerated reefer chilled
  perishable dairy
-24 -16 temperature:°C 1 1 ~0.3 | temperature, temp, setpoint, set point, target
  temperature, target temp, internal temperature, current temperature | freezer frozen
58 84 temperature:°C 0 1 | temperature, temp, core temperature, cpu temperature, gpu
  temperature, cpu temp, gpu temp, die temperature, junction temperature | cpu gpu
  server core chip processor node rack motherboard miner mining inverter
34 48 temperature:°C 0 1 | temperature, temp | disk ssd drive hdd smart router switch
84 98 temperature:°C 0 1 | temperature, temp, engine temperature, coolant temperature,
  engine temp, oil temperature, coolant temp | engine coolant oil obd motor vehicle
  car
22 38 temperature:°C 1 1 | temperature, temp, battery temperature, cell temperature,
  battery temp | battery cell pack ev charger powerbank
42 68 temperature:°C 1 1 | temperature, temp, bearing temperature, motor temperature |
  machine bearing motor pump turbine compressor gearbox spindle factory press
  industrial
33.6 35.9 temperature:°C 1 1 ~0.3 | temperature, temp, setpoint, set point, target
  temperature, target temp, internal temperature, current temperature, brood
  temperature | hive bee beehive apiary brood colony
14 27 temperature:°C 1 1 ~0.3 | temperature, temp, setpoint, set point, target
  temperature, target temp, internal temperature, current temperature, water
  temperature, water temp | water pool aquarium sea ocean lake river tank pond fish
  buoy surf marine tide
9 21 temperature:°C 1 1 | soil temperature, soil temp, temperature | soil field
18 29 temperature:°C 1 1 ~0.3 | temperature, temp, setpoint, set point, target
  temperature, target temp, internal temperature, current temperature | greenhouse
  plant grow garden terrarium
in 8 10 12 14 16 18 : temperature:°C | temperature, serving temperature | wine beer
in 198 200 205 210 215 220 235 240 : temperature:°C | temperature, temp, nozzle
  temperature, hotend temperature, extruder temperature, tool temp | printer print
  nozzle extruder filament hotend
in 50 55 60 60 65 70 80 : temperature:°C | bed temperature, bed temp
620 1180 temperature:°C 0 1 | temperature, temp, furnace temperature | furnace kiln
  smelter foundry forge
240 340 temperature:°C 0 1 | temperature, temp, exhaust temperature | exhaust boiler
  steam reactor
in 2700 3000 3500 4000 5000 6500 : temperature:K | color temperature, colour
  temperature, color temp, cct, light temperature, white temperature, ct
3200 9800 temperature:K 0 1.4 | temperature, effective temperature, surface
  temperature | star stellar sun astronomy spectral
-84 28 temperature:°C 0 1 | temperature | mars planet
64 79 temperature:°F 1 1 | fahrenheit
36 62 share:% 0 1 | humidity, relative humidity, hum, rh, humidity level
44 89 share:% 0 1 | humidity, relative humidity | weather forecast outdoor outside
  wind precipitation climate meteo city
50 72 share:% 0 1 | humidity | greenhouse plant hive grow tropical
18 44 share:% 0 1 | soil moisture, moisture, moisture level, water content, vwc, soil
  humidity
998 1028 pressure:hPa 0 1 | pressure, air pressure, barometric pressure, atmospheric
  pressure, barometer, sea level pressure, sea level, barometric
2.1 2.6 pressure:bar 1 1 | tire pressure, tyre pressure, pressure, tires, tire | tire
  tyre wheel vehicle
2.2 6.8 pressure:bar 1 1 | pressure, discharge pressure, inlet pressure, water
  pressure, line pressure, suction pressure | pump pipe pipeline compressor machine
  valve boiler hydraulic plant industrial water line flow
6 33 speed:km/h 1 1.3 ~0.3 | wind speed, windspeed, wind, speed, gust, gusts, wind
  gust | wind weather forecast meteo gust
6 33 speed:km/h 1 1.3 ~0.3 | wind speed, windspeed, wind velocity, wind gust, gust,
  gusts, wind gust speed, gust speed, wind gusts, max wind speed
0 359 angle:° 0 1 | wind direction, wind deg, wind dir, wind degree, wind bearing,
  direction, heading, bearing, course, azimuth, compass, yaw, cog, track, hdg, aspect,
  wind degrees, course over ground
-8 8 angle:° 1 1 | pitch, roll, tilt, inclination
12 62 angle:° 1 1 | sun elevation, solar elevation, slope, altitude angle
0 14 length:mm 1 2.4 | precipitation, rain, rainfall, precip, rain mm, precip mm,
  precipitation amount, rain amount, rain volume, rain 1h, rain 3h, precipitation sum
0 80 share:% 0 1.2 | precipitation probability, chance of rain, rain chance, pop,
  precip probability, precipitation chance, rain probability, chance of snow,
  probability of precipitation, precip chance
0 18 length:cm 1 2.4 | snow, snowfall, snow amount
12 180 length:cm 0 1.4 | snow depth, snow base, base depth, snowpack, summit depth,
  fresh snow | snow ski resort slope mountain
4 96 share:% 0 1 | cloud cover, clouds, cloudiness, cloud, cloud coverage, cloud pct,
  sky cover
6 16 length:km 0 0.8 | visibility, vis, visibility distance
0 9 index 0 1.2 | uv, uv index, uvi, uv level
18 96 index 0 1.5 | aqi, air quality, air quality index, us aqi
1 4 index 0 1.3 | european aqi, caqi, air quality level
4 34 particles:µg/m³ 1 1.5 | pm25, pm2 5, pm 2 5, pm10, pm 10, pm1, no2, so2, o3,
  ozone, nitrogen dioxide, particulate matter
430 1080 gas:ppm 0 1.5 | co2, co2 level, carbon dioxide, co2 concentration, eco2
0.2 2.4 gas:ppm 1 1.5 | co, carbon monoxide
40 420 gas:ppb 0 1.5 | tvoc, voc, vocs
5 120 grains 0 1.6 | pollen, pollen count, grass pollen, tree pollen, pollen level
36 72 sound:dB 1 1 | noise, noise level, sound level, decibels, loudness, sound
  pressure, db, spl
120 820 light:lx 0 1.4 | lux, light, illuminance, light level, ambient light,
  luminosity, light intensity, brightness lux
120 880 sun:W/m² 0 1.1 | solar radiation, irradiance, ghi, dni, solar irradiance
10 100 share:% 0 0.9 | brightness, brightness level, dimmer, dim level, volume, volume
  level, fan speed, opacity, intensity | light bulb lamp smart speaker media player
  device fan hue dimmer
0.06 0.16 radiation:µSv/h 2 1 | radiation, dose rate
0.1 3.2 length:m 1 1.3 | tide height, tide, wave height, swell height, swell, waves,
  wave, height | tide wave swell surf buoy ocean
4 14 time:s 0 1 | wave period, swell period, period | wave swell surf buoy
0.3 4.8 length:m 2 1.3 | water level, river level, level, stage, gauge height | river
  water gauge flood hydrology lake stream
2 480 flow m3s:m³/s 1 1.8 | discharge, streamflow, river flow | river gauge stream
  hydrology
18 96 share:% 0 1 | level, fill level, tank level, water level, fuel level, fill,
  fuel, filled | tank silo bin container reservoir fuel vehicle fleet generator
  dispenser
2 48 flow:L/min 1 1.3 | flow rate, flow, water flow
6.8 7.8 ph 1 1 | ph, ph level, ph value
5.8 7.2 ph 1 1 | ph, soil ph | soil field farm garden plant
7.2 7.6 ph 1 1 | ph | pool
0.4 4.2 turbid:NTU 1 1.4 | turbidity
6.2 10.4 dissolved:mg/L 1 1 | dissolved oxygen, do
1 3 dissolved:mg/L 1 1 | chlorine, free chlorine
180 720 electric:µS/cm 0 1.2 | conductivity, ec, tds
31 36 psu 1 1 | salinity
18 92 mass:kg 1 1.2 | weight, hive weight | hive beehive apiary bee
6 28 mass:kg 1 1.3 | honey, honey yield, honey kg, yield, harvest | hive apiary honey
6 20 count 0 1 | frames, frame count | hive bee
12000 58000 count 0 1 | population, colony size, bee count, bees | hive bee colony
2.2 9.4 yield 1 1.2 | yield per hectare, crop yield, yield | crop field farm harvest
0.8 64 area:ha 1 1.5 | area, field size, size, acreage, hectares, field area, acres |
  field farm crop parcel vineyard plot land paddock orchard forest
12 90 length:cm 0 1.3 | height, spread, plant height | plant seedling crop flower grow
2 28 length:m 1 1.2 | height, tree height, canopy height | tree forest
8 92 length:cm 0 1.2 | diameter, dbh, trunk diameter | tree trunk forest
16 30 volume:L 1 1 | milk yield, milk, milk production | cow cattle dairy herd milking
0.25 0.85 ndvi 2 1 | ndvi
4000 2400000 count 0 2.6 | population, inhabitants, residents, pop, population count
9000 890000 count 0 1.8 | population | city town municipality
1200000 84000000 count 0 2 | population | country nation
0.4 480 area:km² 1 2 | area, surface area, lake area | lake reservoir park island
  forest glacier reserve
28000 1900000 area:km² 0 1.5 | area, surface area, land area, total area | country
  nation
60 4200 area:km² 1 2 | area, surface area, land area, total area, area km2 | city
  region municipality county population district park state
12 5200 density 0 2 | population density, density | population city district country
5 1450 length:m 0 1.8 | elevation, altitude, elev, alt, height above sea level, asl
620 4600 length:m 0 1.3 | height, elevation, altitude, summit elevation, prominence |
  mountain peak summit hike trail pass
9000 12000 length:m 0 1 | altitude, cruising altitude, baro altitude, alt | flight
  aircraft plane airplane aviation icao callsign
20 118 length:m 0 1 | altitude, alt, height | drone uav
410 560 length:km 0 1 | altitude, perigee, apogee, orbit altitude | satellite orbit
  iss space
720 930 speed:km/h 0 1 | speed, gs, ground speed, velocity, airspeed, groundspeed |
  flight aircraft plane aviation callsign icao
18 52 speed:km/h 0 1 | speed, velocity | drone uav
4 18 speed:kn 1 1 | speed, sog, speed over ground, service speed | vessel ship boat
  marine yacht mmsi imo ferry
24000 29000 speed:km/h 0 1 | speed, velocity, orbital speed | satellite orbit iss
3 480 light years 1 1.8 | distance, distance ly | star galaxy light planet exoplanet
-1.4 12.8 magnitude 1 1 | magnitude, apparent magnitude | star astronomy
1.6 6.2 magnitude 1 1.4 | magnitude, mag, richter | earthquake quake seismic tremor
  event
4 80 length:km 1 1.5 | depth, focal depth | earthquake quake seismic
2 38 length:m 1 1.3 | depth, water depth, max depth | dive diving ocean lake sea water
  sounding buoy
0 30 length:m 0 1.3 | accuracy, gps accuracy, horizontal accuracy | gps location
  latitude position lat geo coordinate fix tracker
4 14 count 0 1 | satellites, satellite count, sats | gps fix nmea location
4 38 dissolved:mg/L 0 1.3 | nitrate, nitrates, no3
0 0.4 dissolved:mg/L 2 1.5 | ammonia, nitrite, nitrites, nh3
-12 4 temperature:°C 1 1 ~0.3 | temperature, temp, summit temperature, base
  temperature | ski slope lift snow piste
0 38 length:cm 0 1.8 | fresh snow, new snow, snowfall 24h, fresh snowfall
1 8 time:h 1 1.2 | estimated time, duration, hiking time, time | trail hike trek
  hiking
0.2 2.8 length:m 2 1 | wave height, swell height | surf
"""
