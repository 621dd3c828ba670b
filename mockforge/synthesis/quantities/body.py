"""What is measured of people and animals: vitals, tests, sport, food."""

ROWS = """
1.042 1.078 gravity 3 1 | og, original gravity, specific gravity, gravity
1.007 1.018 gravity 3 1 | fg, final gravity
in 30 45 60 60 90 120 180 : time:s | rest, rest time, rest period, rest between sets
in 1 2 3 4 6 9 12 18 24 : time:months | age, age months | baby infant toddler growth
  newborn
3.2 12.8 mass:kg 1 1 | weight | baby infant toddler newborn growth
50 92 length:cm 1 1 | height, length | baby infant toddler newborn growth
34 49 length:cm 1 1 | head circumference
in 3 10 15 25 50 75 85 90 97 : percentile | percentile | growth baby infant child
  score
in 3 4 7 9 12 13 16 17 18 21 : age | min age, minimum age, age rating, age limit, age
  restriction, recommended age, legal age
3.4 4.8 share:% 2 1 | fat, milk fat, butterfat, fat content | milk cow dairy lactation
  herd
3 3.7 share:% 2 1 | protein, milk protein, protein content | milk cow dairy lactation
  herd
60000 320000 count 0 1.3 | somatic cell count, somatic cells, scc
1 6 count 0 1.4 | lactation number, lactation, parity
78 124 count 0 1 | home score, away score, home points, away points | basketball nba
24 54 count 0 1 | rebounds, team rebounds | basketball nba game
in 3 5 7 7 10 14 14 30 : time:d | duration, days, course length, treatment duration |
  medication prescription treatment drug antibiotic dosage pharmacy therapy
36.2 37.5 temperature:°C 1 1 | temperature, temp, body temperature, body temp |
  patient vital body ear oral health clinic symptom triage fever nurse hospital
  medical tympanic healthcare encounter wearable systolic pulse spo
37.8 39.2 temperature:°C 1 1 | temperature, temp, body temperature | dog cat horse pet
  animal vet cow cattle livestock veterinary herd
58 96 pulse:bpm 0 1 | heart rate, pulse, hr, bpm, heartbeat, pulse rate, heart beats
52 72 pulse:bpm 0 1 | heart rate, hr, pulse, bpm | resting rest sleep
112 162 pulse:bpm 0 1 | heart rate, hr, pulse, bpm | workout activity run ride
  exercise training session race lap segment swim avg average
158 189 pulse:bpm 0 1 | heart rate, hr, pulse, bpm | max maximum peak
70 130 pulse:bpm 0 1 | heart rate, hr, pulse, bpm | dog cat pet vet
84 138 tempo 0 1 | bpm, tempo | song track album music audio playlist dj beat
106 136 pressure mmhg:mmHg 0 1 | systolic, sys, systolic blood pressure, systolic bp,
  blood pressure systolic, bp systolic, sbp, blood pressure
66 88 pressure mmhg:mmHg 0 1 | diastolic, dia, diastolic blood pressure, diastolic bp,
  blood pressure diastolic, bp diastolic, dbp
12 19 breaths:breaths/min 0 1 | respiratory rate, respiration rate, resp rate,
  breathing rate, respirations, rr, respiration, breaths
95 99 share:% 0 1 | oxygen saturation, spo2, o2 sat, o2 saturation, sao2, blood
  oxygen, oxygen, oxygen level, sp o2, pulse ox
19.4 30.8 bmi 1 1 | bmi, body mass index
154 193 length:cm 0 1 | height, body height, stature | person patient user member
  athlete player student customer employee body profile vital bmi child dating birth
  gender health medical model
52 97 mass:kg 1 1 | weight, body weight, mass | person patient user member athlete
  player student customer body profile vital bmi health medical child workout log
  fitness
2.7 4.1 mass:kg 2 1 | birth weight | birth
4 34 mass:kg 1 1.3 | weight | dog pet animal breed adoption shelter vet puppy
2.8 6.8 mass:kg 1 1 | weight | cat kitten
380 720 mass:kg 0 1 | weight | cow cattle horse bull livestock
12 31 share:% 1 1 | body fat, body fat percentage, fat percentage, body fat rate
28 46 mass:kg 1 1 | muscle mass, lean mass
66 104 length:cm 0 1 | waist, waist circumference, chest, hips, hip
21 68 age 0 1 | age | member driver guest owner buyer demographic audience
1 14 age 0 1.2 | age, age years | dog cat pet animal breed adoption shelter puppy
  kitten horse rabbit hamster
2 16 age 0 1 | age | child kid pupil
19 34 age 0 1 | age | player athlete squad footballer striker roster
3 80 age 0 1.3 | age, age years | building house property tree bridge asset listing
  apartment home estate plant wine
1 12 age 0 1.3 | age, vehicle age, car age | vehicle car fleet machine equipment pipe
74 126 glucose:mg/dL 0 1.2 | glucose, blood glucose, blood sugar, sugar level, glucose
  level, fasting glucose, bg, sgv
4.9 7.2 share:% 1 1.2 | hba1c, a1c
152 236 cholesterol:mg/dL 0 1 | total cholesterol, cholesterol
41 68 cholesterol:mg/dL 0 1 | hdl, hdl cholesterol
72 148 cholesterol:mg/dL 0 1 | ldl, ldl cholesterol
68 188 cholesterol:mg/dL 0 1.3 | triglycerides
0.62 1.28 lab:mg/dL 2 1 | creatinine, serum creatinine
12.1 16.8 lab:g/dL 1 1 | hemoglobin, haemoglobin, hgb, hb
36.5 49.5 share:% 1 1 | hematocrit, haematocrit, hct
4.2 10.4 lab:10^9/L 1 1 | wbc, white blood cells, white blood cell count, leukocytes
4.1 5.7 lab:10^12/L 2 1 | rbc, red blood cells, red blood cell count, erythrocytes
158 392 lab:10^9/L 0 1 | platelets, platelet count, plt, thrombocytes
135 145 lab:mmol/L 0 1 | sodium, na | lab test blood result patient panel serum
3.6 5 lab:mmol/L 1 1 | potassium | lab test blood result patient panel serum
8.7 10.2 lab:mg/dL 1 1 | calcium | lab test blood result patient panel serum
98 107 lab:mmol/L 0 1 | chloride | lab test blood result patient panel serum
0.5 4.2 lab:mIU/L 2 1.2 | tsh, thyroid stimulating hormone
21 52 lab:ng/mL 0 1 | vitamin d, vit d
10 44 lab:U/L 0 1.3 | alt, ast, alanine aminotransferase, ggt | lab test blood result
  patient panel liver
0.2 1.2 lab:mg/dL 1 1 | bilirubin, total bilirubin
0.3 8.4 lab:mg/L 1 1.6 | crp, c reactive protein
8 20 lab:mg/dL 0 1 | bun, urea, urea nitrogen
68 112 lab:mL/min 0 1 | egfr, gfr
32 240 lab:ng/mL 0 1.4 | ferritin
0.9 1.2 lab 1 1 | inr
3.6 5 lab:g/dL 1 1 | albumin
3.4 7 lab:mg/dL 1 1 | uric acid
7.35 7.45 ph 2 1 | ph | blood arterial patient
0 8 score 0 1.4 | pain, pain level, pain score, pain scale
13 15 score 0 0.7 | gcs, glasgow coma scale
7 10 score 0 0.8 | apgar, apgar score
7 39 time:weeks 0 1 | gestational age, gestation, gestational weeks
in 5 10 20 25 40 50 75 100 200 250 400 500 : mass:mg | dosage, dose, strength, dose
  amount, dosage amount
in 1 2 3 4 : count | doses per day, times per day, daily doses, frequency per day
in 30 30 60 90 14 20 28 : count | pill count, tablets, quantity dispensed, quantity,
  pills | prescription medication pharmacy drug
0 5 count 0 1.3 | refills, refills remaining, refill count, refills allowed
2800 13800 count 0 1.1 | steps, step count, daily steps, steps count, steps taken
6000 12000 count 0 1 | steps goal, step goal, target steps
in 5000 8000 10000 12000 : count | goal, step goal | step
180 780 energy:kcal 0 1.2 | calories, calories burned, kcal, energy burned, active
  calories | workout activity run ride exercise training fitness session burned lap
1500 2700 energy:kcal 0 1 | calories, total calories, calorie intake, kcal, bmr, tdee
  | daily day goal target diary intake
18 110 time:min 0 1.3 | active minutes, exercise minutes, workout duration
26 92 time:min 0 1.2 | duration, moving time, elapsed time, length | workout activity
  run ride exercise training fitness yoga class
5.6 8.7 time:h 1 1 | sleep, sleep hours, hours slept, sleep duration, total sleep,
  sleep time, time asleep, asleep
0.8 1.9 time:h 1 1 | deep sleep, rem sleep, deep, rem | sleep
64 94 score 0 1 | sleep score, readiness, readiness score, sleep quality, recovery
  score
34 56 vo2 1 1 | vo2 max, vo2max
26 92 time:ms 0 1.1 | hrv, heart rate variability, rmssd
16 62 score 0 1 | stress, stress level, stress score
1.2 3.1 volume:L 1 1 | hydration, water intake, water consumed, fluid intake, water |
  intake hydration fitness diary drink nutrition
4.4 6.8 pace:min/km 2 1 | pace, avg pace, average pace
154 182 turns:spm 0 1 | cadence | run running
76 96 turns:rpm 0 1 | cadence
138 288 power:W 0 1.2 | power, watts, ftp | ride bike cycling cyclist ftp rowing
38 780 length:m 0 1.6 | elevation gain, ascent, total ascent, elevation, climb,
  descent, elevation loss | gain run ride hike trail activity route climb workout
  ascent
3 21 length:km 2 1.4 | distance | run running workout activity jog lap race segment
14 96 length:km 1 1.3 | distance | ride bike cycling cyclist
0.5 3 length:km 2 1.2 | distance | swim pool
3 22 length:km 1 1.2 | distance, length | hike trail walk trek
8.5 14.5 speed:km/h 1 1 | speed, pace speed | run running jog
19 36 speed:km/h 1 1 | speed | ride bike cycling bicycle cyclist scooter
6 15 count 0 1 | reps, repetitions, rep count
3 5 count 0 1 | sets, set count | workout exercise rep gym training
in 20 25 30 40 50 60 70 80 100 120 : mass:kg | weight, load, lifted | rep set lift gym
  barbell squat bench
0 4 count 0 1.3 | home score, away score, home goals, away goals, goals for, goals
  against, team score, score home, score away, goals home, goals away
0 4 count 0 1.3 | goals, score | match fixture football soccer league hockey goal
  standing
78 124 count 0 1 | score, points, home score, away score | basketball nba
0 9 count 0 1.5 | runs, score | baseball inning mlb
0 14 count 0 1.8 | assists, saves, clean sheets, tackles, steals, blocks,
  interceptions, rebounds | player match team season stat league
0 28 count 0 1.5 | goals, goals scored | player season career stat
4 34 count 0 1 | appearances, games played, matches played, caps, played, games,
  matches
2 22 count 0 1.2 | wins, losses, won, lost, draws, drawn, defeats | team standing
  league season record table club
8 82 count 0 1 | points, pts | standing league table team club driver championship
1 20 rank 0 1 | position, rank | standing league table race
1 11 count 0 1 | shots on target, shots on goal
6 22 count 0 1 | shots, fouls, corners, shots total | match team half
38 62 share:% 0 1 | possession, ball possession
74 92 share:% 1 1 | pass accuracy, passing accuracy
1 90 time:min 0 1 | minute, match minute | goal card match event substitution football
1 99 count 0 1.4 | jersey number, shirt number, squad number, kit number
120 680 energy:kcal 0 1.2 | calories, kcal, calorie count, energy kcal
180 640 energy:kcal 0 1 | calories, kcal | recipe meal dish serving menu lunch dinner
4 38 mass:g 0 1.2 | protein, proteins, protein content
12 74 mass:g 0 1.1 | carbs, carbohydrates, carbohydrate, total carbs, net carbs
3 32 mass:g 0 1.3 | fat, total fat, fats, lipids
1 11 mass:g 0 1.3 | fiber, fibre, dietary fiber, saturated fat, sat fat, saturated
1 26 mass:g 0 1.5 | sugar, sugars, added sugar, added sugars
60 920 mass:mg 0 1.3 | sodium, sodium content
0.1 2.2 mass:g 2 1.3 | salt
0 110 mass:mg 0 1.5 | cholesterol | nutrition food recipe meal fat carb protein
120 820 mass:mg 0 1.2 | potassium, calcium | nutrition food recipe meal fat carb
28 180 mass:mg 0 1.2 | caffeine, caffeine content
in 30 40 50 80 100 125 150 200 250 300 : mass:g | serving size, portion size, serving
2 8 count 0 1.3 | servings, portions, serves, yield, serving count, makes | recipe
  meal dish cook prep
2 6 count 0 1.2 | servings, portions, serves
5 35 time:min 0 1.2 | prep time, preparation time, prep, prep minutes, preparation
10 75 time:min 0 1.2 | cook time, cooking time, cook, bake time, cook minutes, baking
  time, oven time
15 110 time:min 0 1.2 | total time, ready in, ready in minutes, total minutes,
  duration, time | recipe cook prep meal dish ingredient
in 160 170 175 180 190 200 210 220 : temperature:°C | temperature, temp, oven
  temperature, bake temperature | oven recipe bake baking cook cooking roast preheat
6 12 count 0 1 | ingredients count, ingredient count, num ingredients
10 60 count 0 1 | scoville
in 11.5 12 12.5 13 13.5 14 : share:% | abv, alcohol, alcohol content | wine winery
4.2 7.4 share:% 1 1 | abv, alcohol, alcohol content, alcohol percentage
12 68 ibu 0 1.2 | ibu, bitterness
82 94 score 0 1 | score, cupping score, cup score, points | coffee roast bean wine
18 22 temperature:°C 1 1 | fermentation temperature, mash temperature
"""
