"""What numbers of one thing make together, a law to a row, in the order of work.

`a of b: x y` is a usual share of a whole; `+` adds and takes away, `*` multiplies,
`/` divides, `%` is a share, `%-` what is left of one, `%*` a share of shares, `^` how
much more it is, `*+` adds a share; `?` may be missing, `with` and `without` tell what
has to be there, and what may not.
"""

LAWS = """
filled of capacity: 0.25 0.97 with fill percent
fill percent % filled capacity
moving time of elapsed time: 0.86 1
pm 1 of pm 10: 0.2 0.5
pm 25 of pm 10: 0.42 0.82
fee of amount: 0.014 0.035 with net
fee of amount: 0.014 0.035 with captured
fee of amount: 0.014 0.035 with refunded
own fee of amount: 0.014 0.035
deposit of rent: 1 2
deposit of total: 0.1 0.4 without rent
loan left of rent: 0 2
spent of budget: 0.15 0.95
expenses of revenue: 0.62 0.94
cogs of revenue: 0.32 0.66
base pay of gross pay: 0.82 0.97
bonus of base pay: 0.02 0.1
overtime of base pay: 0.01 0.08
allowance of base pay: 0.01 0.06
gross pay + base pay bonus? overtime? allowance?
income tax of gross pay: 0.12 0.24
state tax of gross pay: 0.02 0.06
social security of gross pay: 0.05 0.075
medicare of gross pay: 0.0145 0.0145
pension of gross pay: 0.02 0.05
insurance of gross pay: 0.015 0.04
deductions of gross pay: 0.16 0.38
deductions + income tax? state tax? social security? medicare? pension? insurance?
net pay + gross pay -deductions
net pay + gross pay -income tax -state tax? -social security? -medicare? -pension? \
-insurance?
net pay of gross pay: 0.6 0.82 without deductions,income tax,sales tax
hourly / gross pay hours with net pay
average cost of price: 0.72 1.24 with shares
market value * shares price with shares
cost basis * shares average cost with shares
cost basis of market value: 0.78 1.2 with gain
gain + market value -cost basis
gain *- price average cost shares without cost basis
gain percent % gain cost basis
gain percent ^ price average cost with shares
unique of page views: 0.2 0.6 without visits
visits of page views: 0.25 0.7
previous of price: 0.975 1.02
change + price -previous
change percent % change previous
change of price: -0.03 0.03 without previous
change percent % change price without previous
reduced of price: 0.6 0.92 without list price
cost price of sale price: 0.4 0.75 with sale price
sale price of list price: 0.6 0.92
discount percent %- sale price list price
discount + list price -sale price
won of played: 0.1 0.75 without lost
drawn of won: 0.1 0.8 with played
lost of won: 0.2 2 with played
played + won lost? drawn?
win rate % won played
goals for of played: 0.7 2.4 with goals against
goals against of goals for: 0.5 1.6
goal difference + goals for -goals against
unique of visits: 0.42 0.82 with visits
conversions of visits: 0.008 0.06
conversion rate % conversions visits
reach of impressions: 0.4 0.85 with clicks
clicks of impressions: 0.006 0.045
conversions of clicks: 0.02 0.12
ctr % clicks impressions
cpc / ad spend clicks
delivered of sent: 0.95 0.995
bounced of sent: 0.004 0.04
opened of delivered: 0.18 0.45
opened of sent: 0.17 0.44 without delivered
clicked of opened: 0.06 0.24
unsubscribed of delivered: 0.001 0.006
delivery rate % delivered sent
open rate % opened delivered
open rate % opened sent without delivered
click rate % clicked delivered
bounce rate % bounced sent
order value / revenue order count
errors of requests: 0 0.02
error rate % errors requests
success rate %- errors requests
ballots of voters: 0.42 0.84
turnout % ballots voters
density / population area
deaths of cases: 0.004 0.03
recovered of cases: 0.6 0.95
debited + amount fee
notional * shares price with fee
amount * shares price with shares,own fee
change percent ^ now value then value
net new mrr + new mrr -churned mrr
arpu / mrr users
after + before -days without amount
current balance of initial balance: 0 1
earnings + delivery fee tip
year high of price: 1.02 1.4
year low of price: 0.6 0.98
total supply of most supply: 0.6 1
circulating of total supply: 0.6 1
market cap * price circulating
new users of users: 0.3 0.85
completed count of started count: 0.5 0.95
completion rate % completed count started count
exam score of max score: 0.35 1
exam percent % exam score max score
annual value / contract value term years
taxable + gross pay -deductions
owed of taxable: 0.1 0.3
tax rate % owed taxable
tax paid of owed: 1 1.25 without tax balance
refund due + tax paid -owed
principal + property value -down payment
fuel total * per kwh consumption without subtotal
converted * amount exchange rate with exchange rate
guest count + adults children? infants?
odometer end + odometer start distance
odometer end of odometer start: 1.0005 1.03 without distance
distance + odometer end -odometer start
new reading + old reading consumption
consumption + new reading -old reading
total pay * hourly hours
cost per conversion / ad spend conversions
granted of claimed: 0.3 1
paid claim of granted: 1 1 with claimed
stock value * cost price stock
total time + prep time cook time
usable of account balance: 0.85 1
pending balance of account balance: 0 0.1
profit + revenue -expenses
profit + revenue -budget without expenses
gross profit + revenue -cogs
margin % profit revenue
gross margin % gross profit revenue
remaining + budget -spent
percent used % spent budget
net + amount -fee -refunded?
"""
