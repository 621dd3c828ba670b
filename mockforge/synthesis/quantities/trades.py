"""What is counted and measured in the work and play of many trades."""

ROWS = """
1200 64000 energy:kWh 0 1.2 | active energy, energy import, energy register
226 236 voltage:V 1 1 | grid voltage, mains voltage, line voltage
180 5200 power:W 0 1.3 | active power
240 9800 volume:m³ 1 1.3 | gas consumption, gas volume
in 0 0 0 1 1 2 3 : count | renewals, renewal count, times renewed, renewed count,
  extensions | loan library book borrower lending item
in 2 2 3 3 5 : count | max renewals, renewal limit, max extensions, allowed renewals
0 6 count 0 1.6 | holds, hold count, holds count, reservations, queue length
  | library book loan borrower title isbn
1 12 count 0 1.4 | volume, vol, issue, volume number | book journal isbn article issn
  library magazine
in 1 1 2 : count | half, period | match football soccer minute goal fixture
in 1 2 3 4 : count | period, quarter | basketball hockey nba nhl nfl
in 0 1 1 2 2 3 4 5 : count | yellow cards, bookings, yellow | match team player half
  football soccer red corner
in 0 0 0 0 0 0 1 : count | red cards, red, ejections | match team player yellow football
0 5 count 0 1.2 | offsides, offside
0.3 2.9 xg 2 1.1 | xg, expected goals, x g, xga, expected goals against
280 680 count 0 1 | passes, total passes, passes completed | match team football player
1 7 time:min 0 1.2 | stoppage time, injury time, added time, extra time minutes
1 9 time:min 0 1.2 | read time, reading time, time to read, read minutes, reading
  minutes,
  reading time minutes, read time minutes, minutes to read
in 1 1 1 2 2 3 4 : time:years | queen age, queen age years | hive bee apiary colony
in 2023 2024 2024 2025 2025 2026 : year | queen year, queen introduced year, year of
  queen
in 0 0 1 1 2 2 3 : count | super count, supers, honey supers | hive bee apiary
0.4 4.8 share:% 1 1.4 | varroa, varroa load, varroa level, mite load, infestation,
  infestation rate | hive bee apiary colony queen
0 6 count 0 1.5 | varroa count, mites, mite count, mites per 100, mites per hundred,
  varroa mites
in 1 2 2 3 3 4 5 : score | temperament, gentleness, calmness | hive bee colony queen dog
  horse animal
0.18 0.94 ratio 3 1 | danceability, energy, valence
  | track song audio tempo loudness acousticness music feature danceability
0.01 0.62 ratio 3 1.6 | acousticness, liveness, instrumentalness, speechiness
-14 -3.2 loudness:dB 1 1 | loudness, lufs | track song audio tempo music danceability
  album podcast
0 11 key 0 1 | key, musical key, pitch class | tempo danceability valence loudness mode
in 0 1 1 : mode | mode | tempo danceability valence loudness key
in 4 4 4 4 3 : count | time signature, beats per bar, meter | tempo song track music
0 240 count 0 1.8 | skips, skip count | track song playlist play
in 1 1 2 3 : count | per day, times per day, times daily, doses per day, daily doses
1 24 count 0 1 | bed number, bed, bed no | ward hospital patient room admission
1 30 count 0 1.6 | visits, visit count | patient clinic doctor hospital
in 1 2 4 5 8 10 : count | concurrency, parallelism, max concurrency, concurrent jobs,
  worker count, max workers, workers, num workers | job queue task worker process pod
  deployment server crawl
10 4800 count 0 1.6 | processed, records processed, processed count, items processed,
  rows processed, succeeded, success count, imported
in 0 0 0 1 2 5 12 : count | failed, failed count, failures, errors, rejected, failure
  count, error count | job import batch sync processed run delivery webhook queue
0 240 count 0 1.6 | pending, queued, waiting, backlog
  | job queue worker batch task processed
in 30 30 30 60 10 : time:s | termination grace period, termination grace period seconds,
  grace period seconds, stop timeout, shutdown timeout
in 5 10 10 15 30 60 : time:s | initial delay, initial delay seconds, start period
in 5 10 10 15 30 : time:s | period seconds, probe interval, check interval
  | probe pod container failure threshold health
in 1 1 3 3 5 : count | failure threshold, success threshold, unhealthy threshold,
  healthy threshold, retries threshold
in 1 2 2 3 5 : count | max replicas, min replicas, desired replicas | pod deployment
in 6 10 10 : count | revision history limit, backoff limit, history limit
1 14 count 0 1.5 | generation, observed generation | pod metadata kubernetes deployment
  replica
in 1 1 1 2 : count | completions | pod job parallelism backoff
30000 32767 port 0 1 | node port, nodeport
in 0 1 1 1 : count | carry on, cabin bags, hand luggage, carry on bags
60 420 mass:kg 0 1.3 | co2, co2 kg, emissions, carbon, co2 emissions, co2e, carbon kg
  | flight passenger airline trip journey
in 24 24 48 48 72 : time:h | cancellation hours, free cancellation hours, cancellation
  window, cancellation notice, cancel before hours
in 14 15 15 16 : hour | check in hour, checkin hour
in 10 11 11 12 : hour | check out hour, checkout hour
in 1 2 3 3 3 5 : count | lives, lives left, remaining lives | game player level score
0 34 count 0 1.5 | kills, eliminations, kill count | game match player death
40 9800 count 0 1.6 | coins, gold, gold coins, credits, currency amount
  | game player level inventory gem quest
2 480 count 0 1.7 | gems, diamonds, crystals, tokens | game player level coin
2 64 count 0 1.4 | achievements, achievements unlocked, trophies, badges, badge count
1 24 count 0 1.2 | turn, turns, turn number | game board player move
18 62 count 0 1 | moves, move count, moves count, number of moves, ply | chess game
  board opening elo
in 0 0 1 1 2 3 : count | blunders, mistakes | chess game move accuracy
in 0 1 2 3 4 5 : count | inaccuracies | chess game move
68 97 share:% 1 1 | accuracy, white accuracy, black accuracy | chess blunder move elo
8 68 centipawn 0 1.3 | centipawn loss, average centipawn loss, acpl
in 0 0 2 3 5 10 : time:s | increment, clock increment | chess clock time game
in 60 180 300 600 900 1800 : time:s | time control, base time, initial time | chess game
in 1 2 3 4 5 5 6 11 : count | team size, players per team, squad size | game match
  tournament esport lobby
2 140 count 0 1.8 | contributors, contributor count, collaborators
1 64 count 0 1.6 | releases, release count, tags count | repo repository star fork
0 24 count 0 1.8 | ahead, behind, ahead by, behind by, commits behind, commits ahead
0 14 count 0 1.6 | waitlist, waitlisted, waitlist count, waiting list, on waitlist
5 99 percentile 0 0.8 | percentile, percentile rank
12 40 count 0 1.1 | capacity, max students, class size, max participants, student limit,
  max enrollment | course class lesson student section workshop instructor enrolled yoga
  gym trainer
in 40 50 50 60 70 : score | passing score, pass mark, passing grade, min score, pass
  score
in 10 20 50 100 100 100 : score | max score, max points, total points, points possible
18 640 count 0 1.4 | respondents, sample size, answered, responses received
0 24 count 0 1.6 | skipped, skips, unanswered | survey question answered response
in 4 5 5 7 10 : count | rating scale, scale max
4 12 count 0 1.1 | ingredients, ingredient count, number of ingredients
3 9 count 0 1.1 | steps, step count, instruction count | recipe ingredient serving cook
0 3 score 0 1.2 | spiciness, spice level, heat level, spicy level
1 6 count 0 1.3 | line items, line count, number of lines, line item count
in 6 10 12 24 24 48 : count | case pack, case size, units per case, pack size, inner
  pack,
  carton qty, case quantity, units per carton
in 1 5 10 10 25 50 100 : count | moq, minimum order quantity, min order qty, min qty,
  min order quantity
0 40 count 0 1.6 | committed, allocated, damaged, on hold, quarantined
  | stock inventory warehouse sku onhand hand
in 1 1 1 2 2 3 : count | owners, previous owners, number of owners, owner count, keepers
380 980 mass:kg 0 1.2 | payload, max payload, load capacity | vehicle van truck car
  towing kerb
1.2 11 power:kW 1 1.3 | peak, peak kw, peak demand, peak power, max demand | meter kwh
  electricity consumption tariff
in 1 1 3 3 : phase | phase, phases, phase count | meter voltage charger current power
0 1 ratio 2 1 | moon phase, moon illumination, illumination
88 254 lqi 0 0.8 | lqi, link quality
-0.8 0.8 offset 2 1 | calibration offset, offset, zero offset | sensor calibration
  device
18 480 count 0 1.4 | precincts, precincts reporting, polling stations, constituencies,
  wards, districts | election vote voter turnout candidate
18000 4800000 count 0 2.2 | registered voters, eligible voters, electorate, voters
0.4 14 share:% 1 1.3 | margin, victory margin, margin pct | election vote candidate
2 8 count 0 1 | candidates, candidate count, number of candidates | election vote
  turnout
in 2 4 4 4 6 8 : count | legs, leg count, number of legs | animal pet species zoo insect
18 240 length:cm 0 1.4 | wingspan, wing span | bird animal species raptor
1 8 count 0 1.4 | eggs, clutch size, litter size, egg count, offspring | animal bird
  nest
  species zoo breed pet clutch
in 1 2 2 3 4 : count | feedings, feedings per day, meals per day | animal zoo pet
in 5 10 15 20 30 45 60 : length:cm | spacing, plant spacing, row spacing, spacing cm
in 3 4 5 6 7 8 9 : zone | hardiness zone, usda zone, zone | plant garden hardiness
0 14 count 0 1.6 | awards, awards won, award count, oscars, nominations
2400 18000 count 0 1.5 | opened, opens, unique opens | campaign email sent mailing
  newsletter recipient
180 4200 count 0 1.6 | clicked, clicks, unique clicks | campaign email sent opened
  newsletter recipient
4 180 count 0 1.6 | bounced, bounces, unsubscribed, unsubscribes, complaints, hard
  bounces,
  soft bounces, spam reports
500 12000 money -2 1.5 | bonus, annual bonus, bonus amount, signing bonus, sign on bonus
in 20 30 35 38 40 40 40 : time:h | weekly hours, contract hours, contracted hours, hours
  per week | employee contract staff worker job salary
in 0.5 0.6 0.8 1 1 1 : fte | fte, full time equivalent
in 0 0 1 1 2 3 : count | attachments, attachment count, attachments count, file count
  | ticket email message case mail issue
in 0 0 0 1 : count | reopens, reopen count, times reopened, reopened count
in 0 0 0 1 2 : count | late payments, missed payments, defaults, delinquencies,
  returned payments
in 1 1 2 2 3 : count | beneficiaries, dependents, insured persons, number of dependents
in 10 20 20 30 : share:% | coinsurance, coinsurance pct, coinsurance rate
in 5 8 12 14 18 : count | hops, hop count
0 48 count 0 1.8 | drops, dropped, dropped packets, packets dropped
0 18 count 0 1.7 | locks, lock count, locks held, waiting locks, deadlocks
in 128 256 512 1024 4096 8192 : data:MB | buffer pool, buffer pool mb, buffer size,
  shared buffers, heap, max heap
in 72 150 300 300 600 : dpi | dpi, resolution dpi, print dpi
in 60 75 80 85 90 : share:% | compression, compression quality, jpeg quality
in 2 16 256 256 : count | colors, color count, palette size
in 18 22 28 35 45 : ppm | ppm, pages per minute
1 12 count 0 1.2 | layers, layer count, num layers
in 4 6 8 8 10 12 : count | carriages, coaches, cars, coach count, number of cars
  | train rail railway station
in 1 2 3 : count | zone, fare zone, zones | train station transit bus fare rail stop
78 97 share:% 1 0.9 | punctuality, on time rate, on time performance, otp, on time pct
1 6 count 0 1.3 | speakers, speaker count, panelists
140 310 power:W 0 1 | power, avg power, average power | gym cadence stroke cycling row
  bike watt
12 240 count 0 1.4 | strokes, stroke count, splits
  | swim row gym pool lap cadence golf
in 0 7 42 42 1234 2024 : seed | seed, random seed
8 180 count 0 1.3 | cows, herd size, sheep, pigs, goats, head count | farm barn milk
  herd
  livestock dairy
40 4800 count 0 1.7 | eggs per day, eggs collected, daily eggs
8 64 ppm 0 1.2 | nitrogen, phosphorus, potassium | soil farm field crop plant
2 40 count 0 1.4 | fields, field count, plots, parcels | farm acre hectare crop
1 8 count 0 1.3 | tractors, machines, harvesters
-1.4 14 magnitude 2 1 | magnitude, apparent magnitude, mag | star planet galaxy asteroid
  astronomy telescope constellation
1.2 6.8 magnitude 1 1.3 | magnitude, mag | earthquake quake seismic epicenter depth
4 180 length:km 1 1.4 | depth, focal depth, hypocenter depth | earthquake quake seismic
  magnitude epicenter
0.4 12 radius 2 1.3 | radius, radius earth, radius solar | planet star moon exoplanet
0 80 count 0 2 | moons, moon count, satellites | planet orbital gravity
0.05 0.7 ratio 2 1 | albedo
0.001 0.4 ratio 3 1.2 | eccentricity, orbital eccentricity
0.001 2.4 ratio 3 1.4 | redshift
0 360 angle:° 4 1 | ra, right ascension
-80 80 angle:° 4 1 | dec, declination
4 38 srm 0 1.2 | srm, ebc, lovibond | beer brew malt hop abv
9 17 plato 1 1 | plato, degrees plato, original extract
2400 22000 count 0 1.2 | teu, teu capacity, container capacity | vessel ship container
14 28 count 0 1 | crew, crew size, crew count, crew members | vessel ship voyage boat
-4 4 turn 1 1 | rot, rate of turn | vessel ship ais heading mmsi
in 60 100 120 300 600 1000 5000 : count | limit, quota, burst, rate limit, max requests,
  request limit | ratelimit remaining rate api throttle window key
12 59 time:s 0 1 | reset, reset in, reset after, reset seconds | ratelimit remaining
  limit
in 1 60 60 3600 : time:s | window, window seconds, rate window | ratelimit limit burst
520 2100 money 0 1.3 | weekly pay, weekly salary, weekly wage, pay per week, weekly rate
180 720 money 0 1.3 | daily rate, day rate, daily wage, daily pay | employee contractor
  freelancer staff salary developer consultant
14 68 money 2 1.4 | hourly rate, hourly wage, hourly pay, pay rate, wage per hour
0.4 3 share:% 2 1.3 | fee rate, processing rate, transaction fee rate
in 0 1 1 2 3 : count | retry attempts, retry count, delivery attempts, attempt number
6 40 count 0 1.2 | docks, dock count, slots, total docks, bike capacity
  | bike dock station scooter share
12 42 count 0 1.1 | capacity, docks, total docks | bike scooter bikeshare share station
  dock ebike
in 7.4 11 22 22 50 50 150 250 350 : power:kW | power, max power, power kw, max power kw,
  charging power | charger charging connector ev evse station ocpp
4 62 energy:kWh 1 1.3 | energy, energy kwh, energy delivered, delivered kwh, kwh
  | charger charging session ev evse connector
60 640 money 0 1.5 | fee, application fee, permit fee, filing fee, registration fee
  | permit licence license application building court visa planning
1 8 count 0 1.3 | doses, dose number, dose count | vaccine vaccination immunization
in 1 2 2 2 3 : count | dose number, series doses | vaccine vaccination immunization
in 0 1 1 1 2 3 : count | attempts, attempt, retries, tries, retry, attempt count
  | job queue webhook delivery task worker message payment retry event
0.2 7.4 length:km 1 1.4 | distance to center, distance to centre, distance from center,
  distance from centre, center distance
8 140 count 0 1.3 | damage, attack damage, base damage, dps | weapon game player attack
  health mana item armor
1 9 count 0 1.2 | direct reports, reports, direct report count | employee manager staff
in 0.01 0.01 0.05 0.1 : money | tick size, tick, min tick, price increment
in 1 1 10 100 100 : count | lot size, board lot, contract size, round lot
  | stock instrument symbol trade exchange market price ticker
0.01 0.38 money 2 1.4 | spread, bid ask spread | bid ask stock quote symbol market price
1 9 count 0 1 | floor, floor number, storey, floor no | employee desk office room
  building apartment property elevator lift flat
0 14 count 0 1.5 | replies, reply count, responses | ticket message thread case support
in 256 512 1024 2048 4096 4096 8192 : count | max tokens, max output tokens, max new
  tokens, token limit
in 8192 32768 128000 200000 : count | context length, context window, max context,
  context size, max context length
in 10 20 40 40 50 : count | top k
in 0.8 0.9 0.95 1 1 : ratio | top p
in 0.1 0.1 0.2 0.3 0.5 : ratio | dropout, dropout rate
40 4200 count 0 1.5 | prompt tokens, input tokens, tokens in
12 900 count 0 1.4 | completion tokens, output tokens, tokens out
480 142000 length:km 0 1.6 | diameter, mean diameter | planet star moon asteroid astro
  galaxy gravity orbit orbital
0.8 690 time:d 1 1.4 | orbital period, orbit period, period | planet orbit orbital star
  moon asteroid exoplanet
90 399 length:m 0 1 | length, loa, length overall, overall length | vessel ship imo mmsi
  tonnage draught cargo
14 61 length:m 1 1 | beam, breadth, width | vessel ship imo mmsi tonnage draught cargo
2 180 mass:t 1 1.5 | harvest, yield, harvested, total yield, crop yield | farm crop
  field
  acre hectare grain wheat
15 75 time:min 0 1.1 | delivery, delivery time, delivery minutes, delivery eta, delivery
  estimate | order restaurant food courier rider meal
0.7 0.99 ratio 2 0.8 | apdex, apdex score
0.25 6.5 money 2 1.4 | fine, fine amount, overdue fine, late fee, fines, fee
  | library loan book borrower lending
0 9 count 0 1.1 | points, score, match points, tournament points
  | chess swiss elo federation fide
in 2048 2048 3072 4096 : bits | key size, key length, key bits, rsa bits
  | certificate rsa key ssl tls ssh
"""
