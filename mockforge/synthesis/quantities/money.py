"""Amounts of money."""

ROWS = """
0.15 0.45 money 2 1 | price per minute, rate per minute, cost per minute, per minute
  rate
in 0.5 1 1 1 1.5 2 : money | unlock fee, unlock price, start fee
20 900 money 2 1.5 | declared value, customs value, goods value, insured value, cod
  amount | package parcel shipment customs shipping box
420 2200 money 2 1.3 | price, msrp, list price | tv television appliance
1800 9800 money 0 1.2 | price per sqm, price per square meter, price per square metre,
  price per m2
185000 1250000 money -3 1.6 ~0.06 | estimate, low, high, low estimate, high estimate,
  valuation, estimated value, low value, high value | property house valuation
  apartment home realty appraisal
8 240 money 2 1.3 | nav, net asset value | fund etf unit mutual
in 100 500 1000 1000 2500 5000 10000 : money | min investment, minimum investment,
  minimum deposit, min deposit, minimum balance, initial investment
1000000 38000000000 money 0 2.6 | volume, volume 24h, trading volume | crypto coin
  cryptocurrency bitcoin
1000000 24000000000 count 0 2.6 | circulating supply, total supply, max supply
600 4200 money 0 1.4 | rate, linehaul, total rate, price, freight rate | load freight
  truck haul lane trucking
1.6 3.4 money 2 1 | rate per mile, rpm, price per mile, rate per km
25 120 money 0 1.3 | cleaning fee
in 0 0 0.99 1.99 2.99 4.99 9.99 : money | price | app ios android
420 2600 money 2 1.3 | price, msrp, list price, cost | laptop notebook macbook gpu
  graphic desktop computer television
180 1300 money 2 1.3 | price, msrp, list price, cost | phone smartphone tablet camera
  lens television monitor console
180 3200 money 2 1.4 | price, list price | sofa bed wardrobe furniture bike bicycle
  ebike guitar piano couch
14 120 money 2 1.4 | price, list price | shirt shoe sneaker dress jean jacket clothing
  apparel toy game fashion
20 140 money 2 1.2 | price, ticket price | ski liftpass pass attraction tour excursion
  museum zoo park
40 140 money 0 1.2 | price, fee, cost | haircut salon spa massage service barber
  therapy treatment
24 180 money 2 1.4 | order value, average order value, aov, basket value, average
  basket, cart value, average basket size, average ticket, ticket size, average
  transaction value
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
  value, appraised value, listing price | property house apartment home estate
  realty bedroom residential condo sqft real
8 640 money 0 1.6 | price, asking price, list price | marketplace classified seller
  classifieds secondhand condition used
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
  | o ohlc stock trade ticker symbol share equity quote portfolio position market
  volume holding ohlc candle option security instrument
0.4 4200 money 2 2.6 ~0.01 | price, last price, current price, open, high, low, close,
  price usd | crypto coin token bitcoin cryptocurrency wallet blockchain
84 420 money 2 1.2 | close, bid, ask
0.62 1.58 rate 4 1 | exchange rate, fx rate, rate, mid, bid, ask | exchange currency
  fx forex quote base conversion convert usd eur
900000000 840000000000 money 0 2.6 | market cap, market capitalization, marketcap
0.8 14 money 2 1.2 | eps, earnings per share
-6.4 6.4 money 2 1 | change, price change, day change, delta, net change
-2400 6800 money 2 1 | pnl, profit loss, unrealized pnl, realized pnl, gain loss,
  profit | trade position portfolio holding account
4000 240000 money 2 1.6 | market value, portfolio value, total value, aum, equity,
  cash balance, net worth | portfolio holding position account investment fund broker
5 500 count 0 2 | quantity, shares, qty, size, filled | trade stock order symbol
  position holding portfolio equity ticker security
40000 4800000 count 0 1.8 | volume, trading volume, volume 24h, total volume, avg
  volume | o ohlc stock symbol open close high ohlc market ticker candle trade quote
  crypto coin
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
in 6 12 24 36 48 60 72 84 120 180 240 300 360 : time:months | term, months, term
  months, loan term, duration, tenure, term length, duration months | loan mortgage
  lease borrower credit lender
in 12 24 36 : time:months | term, contract term, contract length, duration, months |
  contract subscription lease policy warranty agreement
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
