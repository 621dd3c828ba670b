"""Amounts of money, shares and scores."""

ROWS = """
24 180 money 2 1.4 | order value, average order value, aov, basket value, average
  basket, cart value, average basket size, average ticket, ticket size, average
  transaction value
58 82 share:% 1 1 | abandonment rate, cart abandonment rate, cart abandonment
in 1000 2500 5000 10000 10000 25000 50000 100000 : money | prize pool, prize, prize
  money, jackpot, total prize, purse, first prize
in 5 10 10 15 20 25 50 75 100 : money | entry fee, registration fee, buy in, entrance
  fee, admission fee, admission
8000 240000 money -2 1.6 | price, asking price, value | boat yacht vessel marina
20000 140000 money -2 1.4 | down payment, deposit | mortgage house home property
in 10 15 20 25 25 30 30 : time:years | term, term years, loan term, years, term length
  | mortgage
in 10 15 20 25 30 : time:years | term, policy term, coverage term | policy insurance
  insured premium life
in 1.5 2 2.5 3 3.5 4 6 : money | hourly rate, rate, price per hour, rate per hour,
  price | parking garage lot
40 2400 money 0 1.6 ~0.25 | bid, current bid, starting bid, highest bid, bid amount,
  starting price, reserve price, start price, high bid, hammer price, winning bid,
  reserve, opening bid
800 6400 money 0 1.5 | buy now price, buy it now price, instant price
9 240 money 2 1.8 | price, cost, fare, unit price, unit cost, list price, original
  price, sale price, regular price, retail price, base price, selling price, item
  price, msrp, unit amount, purchase price, net price, gross price, final price,
  compare at price
15 480 money 2 1.6 | amount, total, subtotal, sum, grand total, total amount, total
  price, total cost, order total, payment amount, charge amount, amount paid, amount
  due, paid, due, expense, expenses, spending, line total, amount total
18 620 money 2 1.7 | total, total amount, amount, subtotal, total price, grand total |
  order cart checkout purchase basket
180 9400 money 2 1.8 | total, amount, subtotal, total amount, amount due, balance due,
  grand total, amount paid, total due, net, net amount, gross amount | invoice billing
  bill receivable
12 160 money 2 1.4 | total, amount, bill | restaurant receipt table check bistro pos
  coffee takeaway
60 240 money 2 1.3 | amount, total, amount due | electricity utility gas water power
  energy utilities internet phone broadband
120000 640000 money -3 1.4 | amount, principal, loan amount, balance | mortgage
4000 320000 money -2 1.8 | amount, principal, loan amount, balance, outstanding
  balance, outstanding, requested amount, remaining balance, principal amount,
  outstanding principal | loan mortgage borrower credit lending lender
180 2400 money 2 1.3 | monthly payment, emi, installment, instalment, monthly
  installment, payment amount, installment amount | loan mortgage borrower monthly
  interest lease term
3000 180000 money -2 1.8 | value, amount, deal value, deal size, opportunity value |
  deal opportunity pipeline crm lead quote proposal contract tender bid rfp
25000 4800000 money -3 1.8 | amount, value, award amount, funding, total funding,
  budget | grant tender funding round project startup program procurement award
500000 48000000 money -3 1.8 | amount, amount raised, raised, valuation, total raised
  | startup funding round investor series venture
185000 1250000 money -3 1.6 | price, asking price, sale price, list price, value,
  market value, purchase price, estimated value, sold price, property value, assessed
  value, appraised value, listing price | property house apartment home estate listing
  realty bedroom residential condo sqft real
650 3200 money -1 1.3 | rent, monthly rent, price, rent amount, rental price, amount,
  rent price, monthly rate, deposit, security deposit | rental rent lease tenant
  tenancy letting landlord
650 3200 money -1 1.3 | rent, monthly rent
8500 62000 money -2 1.5 | price, list price, sale price, value, asking price, msrp,
  purchase price, market value | vehicle car truck dealership motorcycle mileage auto
  odometer van dealer automobile
28 95 money 0 1.2 | price, daily rate, rate, price per day, day rate, daily price |
  rental rent vehicle car day hire
64 380 money 0 1.5 | price, rate, price per night, nightly rate, room rate, night
  rate, nightly price, rate per night, base rate | hotel room night hostel stay
  booking resort accommodation lodging guest airbnb bed bedroom occupancy
120 1400 money 2 1.4 | total, total price, amount, total amount, total cost | hotel
  stay check night guest room booking reservation
48 980 money 2 1.8 | price, fare, total price, ticket price, amount, base fare, total
  | flight airline airport travel trip cabin
9 120 money 2 1.4 | price, fare, ticket price, amount | train rail bus ferry coach
  station
6 48 money 2 1.4 | fare, price, amount, estimated fare, total fare, total, cost | taxi
  ride cab driver rider uber pickup dropoff
8 22 money 2 1.1 | price, ticket price, amount | cinema movie screening museum
  showtime film seance
24 180 money 0 1.5 | price, ticket price, amount, entry fee | concert event festival
  ticket show theatre theater stadium venue gig conference match
4.5 28 money 2 1.1 | price, cost | dish menu restaurant meal food pizza sushi burger
  dessert starter takeaway course
2.6 6.8 money 2 1.1 | price, cost | coffee cafe drink beverage espresso tea smoothie
  bakery barista pastry
1.2 12.5 money 2 1.4 | price, cost | grocery supermarket fruit vegetable bread milk
  dairy snack produce bakery
6 18 money 2 1.1 | price | cocktail beer bar pub
9 140 money 2 1.4 | price | wine bottle winery
8 36 money 2 1.2 | price, list price | book paperback isbn novel bookstore
19 280 money 0 1.5 | price, fee | course class training lesson tutorial workshop
in 9 12 19 29 29 49 79 99 149 199 : money | price, amount, monthly price, price
  monthly, cost, monthly cost, mrr, unit amount | plan subscription tier pricing saas
  seat monthly billing edition
in 90 190 290 290 490 990 1490 : money | yearly price, annual price, price yearly,
  price annual, price per year
1.42 1.98 money 3 1 | price, price per liter, price per litre, fuel price, diesel,
  petrol | fuel gas station petrol diesel gasoline liter litre octane
0.14 0.42 money 3 1 | price, tariff, price per kwh, rate, unit price, electricity
  price | kwh electricity energy tariff grid charging ev utility
24 480 money 2 1.4 ~0.012 | price, open, high, low, close, bid, ask, last, last price,
  current price, previous close, day high, day low, adj close, market price, share
  price, avg price, average price, entry price, strike, strike price, cost basis, vwap
  | stock trade ticker symbol share equity quote portfolio position market volume
  holding ohlc candle option security instrument
0.4 4200 money 2 2.6 ~0.01 | price, last price, current price, open, high, low, close,
  price usd | crypto coin token bitcoin cryptocurrency wallet blockchain
84 420 money 2 1.2 | close, bid, ask
0.62 1.58 rate 4 1 | exchange rate, fx rate, rate, mid, bid, ask | exchange currency
  fx forex quote base conversion convert usd eur
900000000 840000000000 money 0 2.6 | market cap, market capitalization, marketcap
9 42 ratio 1 1.2 | pe ratio, pe, p e ratio, price to earnings
0.8 14 money 2 1.2 | eps, earnings per share
0.4 3.8 share:% 2 1 | dividend yield, yield
0.5 1.7 ratio 2 1 | beta
0.4 2.2 ratio 2 1 | current ratio, quick ratio, debt to equity, sharpe ratio, sharpe
-8 18 share:% 2 1 | roi, return, return rate, returns, pnl percent, total return, ytd
  return, annual return, gain, gain percent, growth, growth rate, yoy, mom, yoy growth
-3.2 3.2 share:% 2 1 | change percent, percent change, change pct, price change
  percent, day change percent, pct change, change 24h, percent change 24h, change
  rate, trend
-6.4 6.4 money 2 1 | change, price change, day change, delta, net change
-2400 6800 money 2 1 | pnl, profit loss, unrealized pnl, realized pnl, gain loss,
  profit | trade position portfolio holding account
4000 240000 money 2 1.6 | market value, portfolio value, total value, aum, equity,
  cash balance, nav, net worth | portfolio holding position account investment fund
  broker
5 500 count 0 2 | quantity, shares, qty, volume, size, filled | trade stock order
  symbol position holding portfolio equity ticker security
40000 4800000 count 0 1.8 | volume, trading volume, volume 24h, total volume, avg
  volume | stock symbol open close high ohlc market ticker candle trade quote crypto
  coin
120 18000 money 2 2 | balance, available balance, current balance, account balance,
  opening balance, closing balance, running balance, ledger balance, cash, savings,
  funds
10 400 money 2 1.5 | balance, remaining balance, initial balance, amount, initial
  amount, credit | giftcard gift voucher card prepaid wallet store
in 1000 1500 2000 3000 5000 7500 10000 15000 : money | limit, credit limit, spending
  limit, card limit, overdraft limit, daily limit, transaction limit, credit line
in 25000 50000 100000 100000 250000 300000 500000 1000000 : money | coverage, sum
  insured, coverage amount, coverage limit, insured amount, face value, sum assured,
  limit, insured value | policy insurance coverage premium insured policyholder
in 250 500 500 1000 1000 1500 2500 : money | deductible, excess
38 240 money 2 1.3 | premium, monthly premium, premium amount, premium monthly
420 2400 money 2 1.3 | annual premium, yearly premium, premium annual, premium |
  annual yearly year policy policyholder insured
320 18400 money 2 1.8 | amount, claim amount, claimed amount, approved amount, amount
  claimed, estimated amount, estimate, damage, payout, repair cost, loss amount,
  estimated cost, settlement amount, estimated damage | claim insurance damage
  accident
38000 145000 money -2 1.4 | salary, income, wage, compensation, annual salary, base
  salary, yearly salary, annual income, salary amount, pay, household income, gross
  salary, salary min, salary max, base pay
2600 8400 money 2 1.4 | salary, income, gross, monthly salary, monthly income, gross
  pay, gross salary, base salary, gross amount, basic salary, pay, basic pay | monthly
  payroll payslip month payrun paystub paycheck
1900 5800 money 2 1.4 | net, net pay, net salary, take home pay, net amount | payroll
  payslip salary employee month gross paystub pay paycheck
2400 7800 money 2 1.4 | gross
1700 5600 money 2 1.4 | net
14 68 money 2 1.4 | hourly rate, wage, hourly wage, rate, pay rate | hourly hour shift
  freelancer timesheet gig
in 40 55 60 75 80 95 110 125 150 180 : money | hourly rate, rate, price | consultant
  freelancer lawyer attorney developer contractor tutor hourly expert
40 180 money 0 1.2 | consultation fee, visit fee, appointment fee, fee, consultation
  price, copay, price | doctor clinic appointment patient therapist dentist vet
  consultation
40 2400 money 2 1.8 | amount, cost, charge, total, price, billed amount | treatment
  medical procedure patient hospital claim lab
in 10 20 25 50 50 100 100 250 500 : money | amount, donation amount, donation, pledge,
  pledge amount, contribution | donation donor charity fundraiser pledge backer
  nonprofit campaign
in 2500 5000 10000 15000 25000 50000 : money | goal, target, goal amount, target
  amount, funding goal, goal total | donation charity fundraiser campaign crowdfunding
  pledge fundraising backer savings
25 240 money 0 1.4 | fine, fine amount, amount, penalty | fine violation parking
  speeding citation penalty traffic
0.25 4.5 money 2 1.3 | fine, late fee, overdue fine, fee, fines | library loan book
  borrower overdue
80000 9500000 money 0 2.2 | revenue, turnover, sales, annual revenue, total revenue,
  yearly revenue, gross revenue, total sales, gmv
400000 48000000 money 0 2.2 | revenue, annual revenue, turnover | company firm
  business account employee
4000000 240000000 money -3 1.8 | budget, box office, revenue, gross, worldwide gross,
  opening weekend | movie film imdb cinema
800 48000 money 2 1.6 | revenue, sales, total sales, daily sales, gross sales, net
  sales, daily revenue | daily day date store hour today shift
6000 2400000 money 0 1.8 | profit, net income, net profit, ebitda, gross profit,
  operating income, assets, liabilities, total assets, cash flow, operating expenses,
  opex, cogs, total liabilities, payroll cost
5000 450000 money -2 1.6 | budget, project budget, total budget, allocated, planned
  budget, estimated budget, budget amount, approved budget, spent budget
20 500 money 0 1.4 | daily budget, budget | daily day ad adset campaign
150 1200 money 0 1.3 | budget, monthly budget, allocated, limit, planned | category
  monthly household personal grocery rent envelope spending
300 48000 money 2 1.6 | value, worth, spend, spent, ltv, mrr, arr, lifetime value,
  account value, total spent, customer value, total spend, lifetime spend, clv,
  contract value
40 4800 money 2 1.5 | spend, spent, cost, ad spend | ad campaign impression click
  marketing
0.24 3.8 money 2 1.3 | cpc, cost per click
2.4 14 money 2 1.2 | cpm
8 64 money 2 1.2 | cpa, cac, cpl, cost per acquisition
1.2 6.8 ratio 2 1.2 | roas
1 60 money 2 1.5 | tax, vat, gst, tax amount, sales tax, tax total, vat amount, taxes
1 25 money 2 1.5 | fee, charge, commission, surcharge, tip, gratuity, service fee,
  booking fee, transaction fee, processing fee, platform fee, handling fee, fees,
  cleaning fee
3 25 money 2 1.2 | shipping, freight, postage, shipping cost, delivery fee, shipping
  fee, shipping amount, shipping price, delivery cost, shipping total
1 30 money 2 1.5 | discount, savings, discount amount, discount total, rebate
120 2400 money 2 1.3 | deposit, security deposit, down payment
4 160 money 2 1.5 | refund, refund amount, refunded amount, amount refunded
in 5 10 15 20 25 50 : money | minimum order, min order, min purchase, minimum
  purchase, min order amount, minimum order amount, min spend
40 4200 money 0 1.6 | amount, current price, estimate, price | auction bid lot bidder
0.6 4.2 money 2 1 | price per unit, cost per unit
-20 20 money 2 1 | adjustment

1.2 8.9 share:% 2 1 | interest, apr, apy, interest rate, annual rate, rate, mortgage
  rate, coupon rate, yield to maturity | loan mortgage savings deposit bond account
  borrower interest lender
1.2 8.9 share:% 2 1 | interest rate, apr, apy
in 0 5 7 10 19 20 21 25 : share:% | vat rate, tax rate, vat percent, vat percentage,
  tax percent, tax percentage, gst rate, tax rate percent
in 5 10 10 15 20 25 30 40 : share:% | discount percent, discount percentage, discount
  rate, percent off, discount pct, value | percent coupon voucher promotion off promo
in 5 8 10 12 15 20 : share:% | commission rate, commission percent, commission
  percentage
in 60 70 75 80 80 90 : share:% | ltv, loan to value | loan mortgage
14 46 share:% 1 1 | dti, debt to income, debt to income ratio
in 6 12 24 36 48 60 72 84 120 180 240 300 360 : time:months | term, months, term
  months, loan term, duration, tenure, term length, duration months | loan mortgage
  lease borrower credit lender
in 12 24 36 : time:months | term, contract term, contract length, duration, months |
  contract subscription lease policy warranty agreement
580 815 score 0 0.9 | credit score, fico, fico score, score | credit loan borrower
  fico
4 82 score 0 1.4 | risk score, fraud score, risk, spam score
1.2 6.8 share:% 2 1.2 | conversion rate, conversion, cvr, conversions rate
26 58 share:% 1 1 | bounce rate, exit rate
0.4 4.8 share:% 2 1.3 | ctr, click through rate, click rate, clickthrough rate,
  engagement rate, unsubscribe rate
14 46 share:% 1 1 | open rate
0.8 6.2 share:% 1 1.3 | churn rate, churn, attrition rate, turnover rate, absence rate
48 96 share:% 1 1 | occupancy rate, occupancy, retention, retention rate, fill rate,
  load factor, utilization rate, attendance rate, attendance, on time rate, completion
  rate, occupancy percent, response rate, acceptance rate, pass rate, graduation rate
2.6 8.4 share:% 1 1 | unemployment, unemployment rate, inflation, inflation rate, gdp
  growth
12 48 share:% 1 1 | margin, gross margin, profit margin, net margin, markup
38 64 share:% 1 1 | win rate, win percentage
1.2 52 share:% 1 1.2 | vote share, votes percent, percentage, vote percentage, share,
  percent | vote election candidate party poll ballot option
48 78 share:% 1 1 | turnout, voter turnout
4 98 share:% 0 1 | percentage, percent, pct, progress, completion, utilization, usage,
  progress percent, completion percentage, percent complete, percentage complete,
  completeness, completed percent
0.02 0.95 share:ratio 2 1 | rate, ratio, probability, fraction, proportion, share
3.2 5 stars 1 0.6 | rating, stars, average rating, avg rating, rating average, star
  rating, rating value, mean rating, review score, overall rating
5.8 9.1 score 1 1 | rating, imdb rating, vote average, average rating, score | movie
  film series imdb anime episode show
7.4 9.6 score 1 1 | rating, review score, guest rating, score | hotel hostel
  accommodation
in 3 3 4 4 5 : stars | stars, star rating, category | hotel resort
2 5 stars 0 0.7 | difficulty rating, ease of use, quality rating, service rating,
  satisfaction, csat
1350 2400 score 0 1 | rating, elo, elo rating, skill rating, mmr | chess elo mmr
  ranked
5.8 8.6 score 1 1 | rating, average rating, match rating | player footballer squad
  striker goal appearance
22 64 score 0 1 | nps, nps score, net promoter score
0 10 score 0 0.6 | score, nps | nps survey recommend
54 98 score 0 0.8 | score, grade, marks, mark, points scored, exam score, final grade,
  test score, quality score, health score, performance score, seo score, metascore
62 98 score 0 0.9 | lighthouse score, performance, accessibility, seo, best practices
  | lighthouse audit vitals web
8 92 score 0 1.2 | lead score, engagement score, popularity, relevance score, trend
  score, activity score, score | lead popularity track search
400 184000 score 0 2 | score, high score, points, xp, experience points | game player
  leaderboard gamer quest guild
1 60 level 0 1.4 | level, player level, xp level | game player character guild quest
2.4 4 gpa 2 0.7 | gpa, grade point average, cgpa
1 20 rank 0 1 | rank, position, order, sequence, index, sort order, display order,
  place, ranking, sequence number, seq, ordinal, step number, line number, queue
  position, sort, priority order, step, weight order
1 5 score 0 1 | priority, level, importance, severity, difficulty, grade level,
  impact, urgency, likelihood, risk level, tier, priority level
1 4 price range 0 1.2 | price range, price level, price tier
80 480 money 0 1.3 | hoa fee, hoa, hoa fees, maintenance fee, service charge, monthly
  fee, condo fee, strata fee
40 450 money 0 1.3 | adoption fee, rehoming fee
24000000000 4200000000000 money -6 2 | gdp, gdp usd, gross domestic product
8000 92000 money 0 1.5 | gdp per capita, gni per capita
500000 92000000 money -3 2.4 | market value, transfer fee, transfer value, value |
  player footballer squad striker
1200000 70000000000 count -3 3 | parameters, parameter count, params, num parameters
1936 2021 year 0 0.8 | year built, built, built year, construction year, year
  constructed, built in, year of construction
1958 2021 year 0 0.8 | founded, founded year, year founded, established, year
  established, founded in, established year, inception year
1974 2025 year 0 0.7 | release year, publication year, year published, published year,
  year | movie film book album song novel track release vinyl
"""
