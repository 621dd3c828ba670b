"""Shares of something, rates, ratings and ranks."""

ROWS = """
0.05 1.4 share:% 2 1.3 | expense ratio, ter, management fee, total expense ratio
5.5 24 share:% 1 1.2 | volatility, standard deviation, std dev | fund stock portfolio
  risk return etf sharpe asset
-34 -4 share:% 1 1 | max drawdown, drawdown
-1.8 3.2 share:% 2 1 | alpha | fund beta sharpe portfolio
0.8 4.6 share:% 2 1 | yield, dividend yield | fund etf stock bond dividend
58 82 share:% 1 1 | abandonment rate, cart abandonment rate, cart abandonment
9 42 ratio 1 1.2 | pe ratio, pe, p e ratio, price to earnings
0.4 3.8 share:% 2 1 | dividend yield, yield
0.5 1.7 ratio 2 1 | beta
0.4 2.2 ratio 2 1 | current ratio, quick ratio, debt to equity, sharpe ratio, sharpe
-8 18 share:% 2 1 | roi, return, return rate, returns, pnl percent, total return, ytd
  return, annual return, gain, gain percent, growth, growth rate, yoy, mom, yoy growth
-3.2 3.2 share:% 2 1 | change percent, percent change, change pct, price change
  percent, day change percent, pct change, change 24h, percent change 24h, change
  rate, trend
1.2 6.8 ratio 2 1.2 | roas
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
580 815 score 0 0.9 | credit score, fico, fico score, score | loan borrower fico
  lender
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
"""
