"""What is measured where a setting says which: on a court, in a print, at a port."""

ROWS = """
8 22 count 0 1 | turnovers | basketball game match boxscore team rebound assist goal
14 34 count 0 1 | assists | boxscore
4 14 count 0 1 | steals, offensive rebounds, rebounds offensive | basketball game
  boxscore team rebound assist
26 38 count 0 1 | defensive rebounds, rebounds defensive | basketball game boxscore
  team rebound assist
74 98 count 0 1 | field goals attempted, field goal attempts | basketball game
  boxscore team
24 42 count 0 1 | three pointers attempted, three point attempts, threes attempted |
  basketball game boxscore team
14 32 count 0 1 | free throws attempted, free throw attempts | basketball game boxscore
  team
84 128 count 0 1 | score, points, final score | boxscore rebound basketball
1 20 count 0 1 | grid, grid position, starting grid, start position | race driver lap
  constructor
1 60 count 0 1.6 | market cap rank, coin rank, rank by market cap
1 2.4 ratio 1 2.4 | surge multiplier, surge, price multiplier, surge factor
8 26 money 0 1.2 | low estimate | ride trip pickup latitude surge fare uber taxi
  estimate
10 34 money 0 1.2 | high estimate | ride trip pickup latitude surge fare uber taxi
  estimate
4000 42000 money 0 1.3 | estimated value, vehicle value, car value, market value |
  vehicle car motor registration mileage
1 9 money 0 1 | unlock fee
180000 890000 money 0 1.4 | zestimate, home estimate, estimated home value, avm
1200 4200 money 0 1.3 | rent zestimate, rent estimate, estimated rent
195 245 temperature:°C 0 1 | nozzle, nozzle temp, nozzle temperature, nozzle target,
  hotend, extruder, hotend temp, extruder temp, tool temp
50 80 temperature:°C 0 1 | bed, bed temp, bed temperature, bed target, heatbed |
  printer nozzle hotend extruder gcode filament
25 55 temperature:°C 0 1 | chamber, chamber temp | printer nozzle bed
190 235 temperature:°C 0 1 | actual, target | nozzle hotend extruder
50 80 temperature:°C 0 1 | actual, target | bed
in 0 0 3.8 5.2 6.4 7.1 12.9 15.4 25.5 : power:W | poe power, poe draw, poe consumption,
  poe
in 10 100 1000 1000 1000 2500 10000 : data rate:Mbps | speed, link speed, port speed |
  switch port interface nic ethernet vlan duplex
1 48 count 0 1 | port, port number, port index | switch vlan poe duplex
1 15 count 0 1.6 | f port, fport
in 125000 125000 125000 250000 500000 : bandwidth:Hz | bandwidth | lorawan lora uplink
  rssi snr spreading
in 868100000 868300000 868500000 867100000 867300000 : frequency:Hz | frequency |
  lorawan uplink spreading lora
0 1 chance 2 1.4 | pop, precip probability, probability of precipitation
in 10000 10000 10000 9000 8000 7000 5000 : length:m | visibility | clouds dt pop
  feels openweather
0 9 index 1 1.3 | uvi
in -18000 -14400 0 3600 3600 7200 10800 : time:s | timezone, timezone offset, utc offset
  seconds | sunrise weather dt
120 4200 count 0 1.6 | births, live births, deaths | population municipality town city
  year demographic
6.5 14 ratio 1 1 | birth rate, death rate, mortality rate | population municipality
  births deaths
-1.2 1.8 share:% 2 1 | growth rate, population growth, growth | population municipality
  births deaths
0.8 6.5 share:% 1 1.2 | organic matter, organic matter percent, soil organic matter,
  humus, organic carbon
900 28000 time:s 0 1.4 | print time, estimated print time, print duration, time
  printing, print time left
6000 18000 length:km 0 1 | annual mileage, yearly mileage, mileage per year, annual
  distance
0 9 count 0 2 | rooms left, rooms remaining, rooms available | hotel night rate checkin
  adults stay
"""
