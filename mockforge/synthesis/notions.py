"""More of what numbers are called that belong together: work, supplies, ways, taxes."""

ROWS = """
new mrr: new mrr
churned mrr: churned mrr|lost mrr|churn mrr
net new mrr: net new mrr
planned time: planned|planned production time|planned time|scheduled minute|
  scheduled time|planned hour|shift minute
run time: run|running|run time|operating time|uptime|operating|run hour
stopped time: downtime|down|stopped|stop time|down time|stoppage
pieces: total piece|piece|produced|total part|total produced|part produced|
  unit produced|piece produced|total output
good pieces: good piece|good|good part|good unit|good output
scrap pieces: scrap piece|scrap|scrapped|scrap part|defect piece|reject|rejected piece|
  defective|defective piece|scrap unit
availability: availability|availability percent|availability rate
performance: performance|performance percent|performance rate
quality: quality|quality percent|quality rate
oee: oee|oee percent|overall equipment effectiveness
unique opens: unique open
all opens: open total|all open
unique clicks: unique click|unique subscriber click
all clicks: click total|all click
most supply: max supply|maximum supply
all time high: ath|all time high
all time low: atl|all time low
fuel used: fuel used|fuel consumed|fuel used liter
fuel per way: fuel consumption l 100 km|l 100 km|liter per 100 km|l per 100 km|
  consumption l 100 km|fuel per 100 km|average consumption l 100 km
idle time: idle|idle time|idling
trip time: duration|trip duration|trip time|driving time|engine time
total income: total income|gross income|adjusted gross income|income total
wages: wage|employment income|employment|wage and salary|salary income|earned income
interest income: interest|interest income|taxable interest
dividends: dividend|dividend income|ordinary dividend
capital gains: capital gain
rental income: rental|rental income|rent income
business income: business income|self employment income|self employment|freelance
other income: other income
tax balance: balance due|tax balance|balance owed|balance to pay
untaxed price: value exc vat|price exc vat|value excl vat|price excl vat|
  price excluding vat|price ex vat|value ex vat|exc vat|excl vat
taxed price: value inc vat|price inc vat|value incl vat|price incl vat|
  price including vat|inc vat|incl vat
error events: event|occurrence|event count|total event
touched users: affected user|user affected|user
births: birth|live birth
inhabitants: population|inhabitant|resident
on hand: on hand|unit on hand|quantity on hand|stock on hand|in stock|unit in stock
"""
LAWS = """
stopped time of planned time: 0.02 0.25 with run time
run time + planned time -stopped time
run time of planned time: 0.7 0.97 without stopped time
scrap pieces of pieces: 0.003 0.06
good pieces + pieces -scrap pieces
good pieces of pieces: 0.93 0.998 without scrap pieces
availability % run time planned time
quality % good pieces pieces
oee %* availability performance quality
all opens of unique opens: 1.1 2.4
all clicks of unique clicks: 1.05 1.8
unique clicks of unique opens: 0.05 0.3
click rate % clicked sent without delivered
circulating of most supply: 0.5 1 without total supply
all time high of price: 1.05 4.2
all time low of price: 0.01 0.7
fuel used of distance: 0.055 0.1 with fuel per way
fuel per way % fuel used distance
idle time of trip time: 0.02 0.25
deductions of wages: 0.05 0.25 with total income
total income + wages interest income? dividends? capital gains? rental income? \
business income? other income?
taxable + total income -deductions
owed of taxable: 0.1 0.3 with total income
tax paid of owed: 0.7 1 with tax balance
tax balance + owed -tax paid without refund due
taxed price *+ untaxed price tax rate
taxed price of untaxed price: 1.2 1.2 without tax rate
touched users of error events: 0.05 0.9
total * price on hand without subtotal,cost price
births of inhabitants: 0.007 0.014
"""
