"""How many there are of something, and how long it lasts."""

ROWS = """
400 48000 count 0 2 | sent, delivered, recipients, emails sent, total sent, recipient
  count, total recipients | email campaign newsletter mail open bounce unsubscribe
1.2 4.8 frequency 1 1.2 | frequency, ad frequency | impression reach ad
1 48 count 0 1.8 | bids, bid count, offers, offer count, number of bids, total bids
6 62 count 0 1.3 | lifts, total lifts, open lifts, slopes, runs open, total runs,
  trails open, open slopes | ski resort lift snow slope
1 6 count 0 1.2 ~0.4 | copies, total copies, copy count, available copies, copies
  available, copies owned, copies total | library book isbn borrow loan
0 6 count 0 1.4 | awakenings, interruptions, wakeups, times awake
4 240 count 0 1.8 | applicants, applications, candidates, applicant count,
  applications count, application count
1 6 count 0 1.8 | quantity, qty, units, item quantity, ordered quantity
5 240 count 0 1.7 | quantity, qty, units | warehouse inventory stock transfer purchase
  lot material shipment batch bin restock
0 320 count 0 1.4 | stock, inventory, available, availability, stock quantity, stock
  level, quantity on hand, on hand, in stock, quantity available, available quantity,
  stock count, quantity in stock, inventory count, inventory quantity, available
  stock, stock qty, qty on hand
0 24 count 0 1.6 | reserved, on order, reserved quantity, allocated quantity,
  backordered
in 5 10 10 15 20 25 50 : count | reorder level, reorder point, reorder threshold, min
  stock, minimum stock, low stock threshold, safety stock, reorder quantity, min
  quantity
in 1 1 1 5 10 : count | moq, minimum order quantity, min order quantity
1 40 count 0 1.6 | count, number, num, total count, item count, items count, num
  items, cnt
40 2400 count 0 1.7 | total, total count, total items, total results, total elements,
  total records, matches, records, rows, row count, record count, hits total | page
  pagination per limit offset cursor search result size
120 48000 count 0 2.5 | views, impressions, plays, visits, hits, view count, play
  count, pageviews, page views, visitors, streams, listens, reach, unique visitors,
  opens, listeners, monthly listeners, watch count, reads, scans, viewers
4 640 count 0 2 | clicks, conversions, signups, sign ups, leads, unsubscribes,
  bounces, link clicks, click count, redemptions, used count, times used, usage count,
  uses, redemption count
3 2400 count 0 2.5 | likes, favorites, favourites, upvotes, hearts, reactions, like
  count, bookmarks, saves, kudos, votes, karma, reaction count, vote count, claps,
  helpful votes, helpful count, wishlist count, thumbs up, points, score | post tweet
  article photo comment review thread story video forum author feed social news
3 2400 count 0 2.5 | likes, favorites, favourites, upvotes, hearts, reactions, like
  count, bookmarks, votes, karma, vote count, claps, wishlist count
0 64 count 0 2.2 | downvotes, dislikes, reports, report count, flags
320 248000 count 0 2 | votes, vote count, votes received, total votes, ballots,
  ballots cast | election candidate party ballot constituency voter turnout polling
  district
24000 480000 count 0 1.5 | registered voters, eligible voters, voters, electorate
4 480 count 0 1.8 | votes, vote count, total votes, responses, respondents | poll
  survey option question form
0 320 count 0 2.2 | shares, retweets, reposts, share count, retweet count, quotes
0 140 count 0 2.2 | comments, replies, answers, comment count, reply count, posts
  count, mentions, messages count, message count, discussion count
24 18000 count 0 2.8 | followers, subscribers, follower count, followers count, fans,
  subscriber count
12 900 count 0 2 | following, friends, connections, following count, contacts, friend
  count
200 90000 count 0 2.5 | downloads, installs, download count, purchases count, sold,
  units sold, sales count, total sold, weekly downloads, copies sold
4 1800 count 0 2.2 | reviews, ratings, review count, reviews count, number of reviews,
  total reviews, rating count, ratings count, num ratings
1 48 count 0 1.8 | orders, purchases, order count, orders count, total orders,
  bookings, transactions, visits count, appointments, trips, rides, jobs, deliveries,
  shipments, invoices, stays, rentals, reservations, logins, login count, total
  bookings
40 2400 count 0 1.8 | orders, purchases, transactions, bookings, sales, customers,
  visits, checkouts, orders count, tickets | daily dashboard report stat summary store
  metric analytics overview kpi month today
3 240 count 0 1.8 | users, members, seats, user count, licenses, members count, seat
  count, active users, accounts, subscriptions, licenses used, projects, customers,
  teams, devices, device count, member count, assets, total users
400 84000 count 0 2 | users, active users, dau, mau, wau, daily active users, monthly
  active users, customers, new users, sessions, total users, installs | metric
  analytics dashboard dau daily monthly stat kpi app period overview
180 640 count 0 1.1 | pages, page count, number of pages, num pages, total pages |
  book novel author isbn library publication paperback
1 42 count 0 1.5 | pages, page count, number of pages, total pages, slides
1 640 page 0 1.2 | page, current page | book reading bookmark
50 4800 count 0 1.6 | points, loyalty points, reward points, points balance, points
  earned, miles, balance points, bonus points, reward miles
in 1 2 3 5 8 13 : points | story points, points, estimate, storypoints, effort, story
  point | task story sprint ticket backlog issue kanban epic jira agile board scrum
2 60 points 0 1 | velocity, planned points, completed points, committed points |
  sprint scrum agile team
in 2 2 3 3 4 5 6 : credits | credits, credit hours, ects, credit | course student
  semester class university enrollment curriculum subject
14 180 count 0 1.5 | enrolled, students, enrollment count, enrollment, enrolled
  students, attendees, attendee count, participants, registered, registrations,
  student count, participant count, num students, registered count, rsvp count,
  enrolled count
40 24000 count 0 2.2 | enrolled, students, learners, enrollment count, student count |
  online udemy rating instructor lesson video mooc
in 16 20 24 25 30 30 40 60 : count | capacity, max students, seats, max capacity, max
  participants, max attendees, class size, max enrollment | course class workshop
  lesson section yoga seminar session training
in 2 4 6 8 8 10 12 16 20 : count | capacity, seats, max occupancy, max capacity, seat
  count | room meeting table desk boardroom conference office
2 8 count 0 1 | table size, table number, capacity, seats, covers, guests, party size,
  table | restaurant table reservation diner
40 1800 count 0 1.6 | capacity, max capacity, max attendees, seats, seating capacity,
  attendance, tickets available, tickets sold, expected attendance
8000 74000 count 0 1.3 | attendance, capacity, stadium capacity, seating capacity,
  spectators | stadium match fixture football league game team arena soccer
400 24000 count 0 1.5 | capacity, storage capacity, pallet capacity | warehouse depot
  storage pallet
0 400 count 0 1.4 | spots, available spots, spots left, remaining seats, seats
  available, available seats, tickets remaining, remaining, remaining spots, free
  spots, spaces available, available spaces, tickets left, places left
8 1800 count 0 2.2 | employees, headcount, staff, employee count, number of employees,
  company size, team size, workers, full time employees
3 14 count 0 1.3 | team size, team members, members, member count, members count,
  headcount | team squad project crew
0 9 count 0 1.6 | dependents, children, siblings, pets, units missing, absences, days
  absent, sick days, siblings count, exemptions
in 20 22 24 25 25 28 30 : time:d | vacation days, annual leave, pto balance, leave
  balance, vacation balance, days off, leave entitlement, entitled days, allowance,
  annual allowance
1 18 time:years 0 1.3 | years, experience, years of experience, experience years,
  years experience, tenure, seniority, work experience, years in business, years
  employed
1 12 season 0 1.5 | season, season number, seasons
1 22 episode 0 1.2 | episode, episode number, episodes, episode count
1 14 count 0 1 | track number, track, tracks, track count, tracks count, disc number,
  track position, total tracks | album song music artist disc vinyl
12 84 count 0 1.4 | tracks, track count, songs, song count, tracks count | playlist
1 24 count 0 1.4 | chapter, chapters, chapter number, volume number, edition, issue,
  chapter count, lesson number, lessons, lesson count, modules, lectures, module
  number
4 48 count 0 1.3 | lessons, lesson count, lectures, modules, lecture count, module
  count, questions, question count, total questions, total lessons
1 78 lap 0 1 | lap, laps, lap number, total laps
1 16 gate 0 1 | lane, dock, bay, platform, track, bin number, lane number, platform
  number, platform no, aisle, shelf, rack, pump, dock number, gate number | station
  train dock warehouse parking airport pool location stop shelf bin
1 5 shelf 0 1 | shelf level, grade year, year of study, semester, quarter, term
1 52 week 0 1 | week, week number, iso week, calendar week
1 12 count 0 1 | round, game week, matchday, match day, round number, heat, stage
  number, leg, gameweek
1 14 count 0 1.3 | stops, stop count, stop number, stop sequence, waypoints, packages,
  parcels, package count, piece count, boxes, carton count, number of packages
0 1 count 0 1.4 | stops, layovers, transfers, connections, changes | flight journey
  airline train
in 0 0 0 1 : count | pets allowed count, errors count zero
1 24 count 0 1.5 | chargers, connectors, ports, charging points, docks, bikes
  available, available bikes, docks available, free bikes, available docks, num bikes
  available, free docks, num docks available
6 60 count 0 1.3 | dispatched, completed tasks, tasks, open tasks, task count, total
  tasks, issues, tickets, open tickets, resolved tickets, tasks completed, ticket
  count
0 28 count 0 1.8 | unread, unread count, unread messages, notifications, unread
  notifications, badge, overdue tasks, overdue, alerts, active alerts, alert count
1 48 count 0 1.6 | streak, current streak, streak days, day streak
0 24 count 0 2 | injured, casualties, witnesses, vehicles involved, deaths, fatalities
24 84000 count 0 2 | cases, confirmed, confirmed cases, recovered, tests, active
  cases, vaccinated | covid epidemic outbreak disease case country death infection
2 4 count 0 1 | gender count, players min, min players
in 2 4 4 5 6 8 : count | max players, players, player count | game board lobby
1 9 count 0 1 | mana, mana cost, attack, defense, cost | card deck spell creature
40 120 stat 0 1 | hp, health, attack, defense, strength, dexterity, intelligence,
  mana, power, stamina, agility, max hp, health points, armor | character game enemy
  monster weapon creature pokemon rpg hero spell
in 90 95 100 105 110 : points | base experience

12 180 time:min 0 1.4 | duration, length, estimated duration, estimated time, time,
  minutes, duration minutes, run time, session length, time spent, duration min, time
  minutes, parking duration, mins
15 90 time:min 0 1.1 | duration, length, appointment duration, slot duration, session
  duration, meeting duration | appointment meeting consultation session class call
  booking slot yoga therapy interview lesson calendar event exam
in 15 30 30 45 60 60 90 : time:min | duration, slot length, slot duration, duration
  minutes, length | appointment meeting consultation service salon slot booking spa
  barber haircut
84 162 time:min 0 1 | duration, runtime, run time, length, running time | movie film
  cinema feature screening imdb director
22 58 time:min 0 1 | duration, runtime, length | episode show podcast series tv
142 318 time:s 0 1 | duration, length, track length, seconds | song track music album
  audio playlist artist
45 2400 time:s 0 1.7 | duration, length, call duration, video length, seconds, secs,
  talk time | call video clip phone recording voicemail reel watch session
in 15 30 60 : time:s | duration, length | ad commercial spot advert
55 720 time:min 0 1.5 | duration, flight time, flight duration, travel time, journey
  time, block time, total duration | flight airline airport departure
4 42 time:min 0 1.2 | eta, eta minutes, travel time, drive time, trip duration,
  duration, estimated time, ride duration, commute time, delivery time, estimated
  delivery time, time to arrival, pickup time | taxi ride trip delivery courier rider
  driver route bike scooter restaurant bus stop arrival
3 55 time:min 0 1.4 | eta minutes, travel time, wait time, waiting time, wait, drive
  time, estimated wait, delay, delay minutes, response time minutes, handling time,
  queue time, estimated wait time, avg wait time, preparation time
45 740 time:min 0 1.2 | travel time, duration, journey time | train rail coach haul
1 48 time:h 0 1.5 | hours, first response time, resolution time, response time, hours
  worked, time to resolve, time to resolution, time to first response, response hours
  | ticket support sla incident hour resolution worked timesheet
3 9 time:h 1 1 | hours, hours worked, worked hours, billable hours, total hours,
  duration | timesheet shift entry billable work attendance employee punch clock day
in 20 30 32 35 37.5 38 40 40 : time:h | weekly hours, hours per week, contract hours,
  working hours, contracted hours
2 40 time:h 0 1.2 | duration, hours, duration hours, length, estimated hours, effort,
  total hours, course length, logged hours, time estimate, actual hours, hours spent |
  course training task project sprint learning certification estimate
1 40 time:h 0 1.4 | hours, estimated hours, duration hours, logged hours, actual hours
1 14 time:d 0 1.3 | days, duration, duration days, trip length, number of days, length
  of stay, total days | trip tour leave vacation stay itinerary travel absence
  admission rental hospital holiday pto
1 30 time:d 0 1.3 | days, lead time, days left, lead time days, days remaining, days
  until due, age days, days open, days overdue, transit days, days on market, loan
  period, days since, day count, days past due, rental days, account age
1 6 time:d 0 1 | delivery days, shipping days, estimated days, transit time, delivery
  time, estimated delivery days, handling time, transit days | shipping delivery
  carrier rate courier parcel service method
in 7 14 14 30 : time:d | trial days, trial period, trial period days, return window,
  return days, grace period, retention days, free trial days, notice period, payment
  terms, retention period, net terms, retention
1 12 time:weeks 0 1.2 | weeks, duration weeks, week count
1 24 time:months 0 1.2 | months, month count, duration months
in 6 12 12 24 24 36 60 : time:months | warranty, warranty months, warranty period,
  warranty length, guarantee
in 1 2 2 3 5 : time:years | warranty years, warranty duration, guarantee years
20 3600 time:s 0 1.8 | seconds, secs, duration seconds, time on site, session
  duration, avg session duration, time on page, dwell time, average session duration,
  remaining time, elapsed seconds, time remaining, idle time, watch time, duration sec
28 2400 time:s 0 1.6 | elapsed, elapsed time, build time, build duration, duration,
  execution time, run time, runtime | build job pipeline deployment run workflow task
  ci backup sync cron step stage etl
18 900 time:ms 0 1.8 | ms, millis, milliseconds
80 105 time:s 3 1 | lap time, fastest lap, best lap, sector time | race lap driver
  racing karting circuit
"""
