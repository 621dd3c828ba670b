"""Types, stages, statuses and more, by what they are in and what is beside them."""

GROUPS = """
npm disttag dependency
latest
4.18.2 / 2.7.1 / 1.14.0 / 0.9.3

patient medication encounter !vaccine
route
oral / intramuscular / intravenous / subcutaneous / topical

+reference +display
type
Patient / Practitioner / Organization

place geometry vicinity placeid
types
restaurant / cafe / point_of_interest / establishment / store / museum / park / bakery

vicinity placeid
type
restaurant / cafe / museum / park / bakery / pharmacy

access grant oauth token
tokentype
Bearer

printer nozzle filament
stage
heating / printing / cooling / idle

runner commit !candidate !deal !lead
stage
build / test / deploy / lint / package / release

filesystem fstype mountpoint
type | filesystem | fstype
ext4 | ext4 | ext4
xfs | xfs | xfs
ntfs | ntfs | ntfs

dns ttl
type
A / AAAA / CNAME / MX / TXT / NS

droplet vcpu
tier
shared / dedicated / gpu

+geometry
type
Feature

+coordinates
type
Point

leave absence vacation employee days
leavetype
vacation / sick / parental / unpaid / training

mtu macaddress adapter
type
ethernet / wifi / loopback / bridge

stacktrace traceback sentry culprit
type
TypeError / ValueError / KeyError / TimeoutError / NullPointerException / ReferenceError

>attachment mime filename
type
application/pdf / image/png / image/jpeg / text/plain / application/zip

fingerprint ssh
keytype
ssh-ed25519 / ssh-rsa / ecdsa-sha2-nistp256

+responsestatus
responsestatus
accepted / accepted / needsAction / tentative / declined

>fulfillment
status | trackingcompany
success | UPS
success | DHL Express
success | FedEx
success | USPS

>slot
status
available / available / booked / blocked

slot bookable
slotstatus | availability
available | available
booked | booked

>tracker >tracking >fulfillment
trackingcompany | courier
UPS | UPS
DHL Express | DHL Express
FedEx | FedEx
USPS | USPS

bucket object etag s3 storage
storageclass
STANDARD / STANDARD / STANDARD_IA / GLACIER

tmdb imdb movie film title popularity
originallanguage
en / en / fr / ja / es / de / ko

viewer stream broadcaster volumeinfo isbn industryidentifier
language
en / en / de / es / fr

magtype earthquake seismic mag
tsunami
0 / 0 / 0 / 1

+main +icon
id | main | description | icon
800 | Clear | clear sky | 01d
801 | Clouds | few clouds | 02d
803 | Clouds | broken clouds | 04d
804 | Clouds | overcast clouds | 04d
500 | Rain | light rain | 10d
501 | Rain | moderate rain | 10d
600 | Snow | light snow | 13d
300 | Drizzle | light intensity drizzle | 09d
741 | Fog | fog | 50d

>metadata culprit stacktrace sentry
type | value | function | filename
TypeError | Cannot read properties of undefined (reading 'id') | render
  | src/components/Cart.tsx
KeyError | 'customer_id' | create_order | app/orders/views.py
ValueError | could not convert string to float: '' | parse_row | app/imports/csv.py
TimeoutError | request to payments timed out after 10 s | charge
  | services/billing/client.py
ReferenceError | config is not defined | bootstrap | src/index.js

+filename +contenttype
filename | contenttype
screenshot.png | image/png
invoice-march.pdf | application/pdf
photo-2031.jpg | image/jpeg
error.log | text/plain
export.csv | text/csv

+filename +mimetype
filename | mimetype
screenshot.png | image/png
invoice-march.pdf | application/pdf
photo-2031.jpg | image/jpeg
error.log | text/plain
export.csv | text/csv

+filename +width +type
filename | type
front-view.png | image/png
shelf-12.jpg | image/jpeg
label-scan.png | image/png
box-open.jpg | image/jpeg

teacher timetable lesson !message !email !body
subject
Mathematics / English / History / Biology / Geography / Chemistry / French / Art / Music
  / Physics / Physical Education

pull merged merge mergeable
title
Retry uploads after a timeout / Fix flaky login test / Add paging to the orders list
  / Upgrade to Node 22 / Remove the old export endpoint / Cache rendered templates
  / Handle empty carts at checkout

+viewercount
title
Road to 2000, viewers welcome / Late night ranked games / Chill Sunday stream
  / First playthrough, no spoilers / Learning with chat / Tournament practice

runner allowfailure
name | stage
compile | build
unit-tests | test
integration-tests | test
eslint | lint
deploy-staging | deploy
publish-image | release

+sub +email
sub
248289761001 / 110169484474386276334 / 5f7c8ec7c33c6c004bbafe82

airtable +records
offset
itrGk2Vn7Qe0/recTd81Zx / itrPq03LmW9s/recYb47Ka

parliament chamber legislature
stage
First reading / Committee / Second reading / Third reading / Royal assent

>schedule >collection waste bin recycling
bincolour | bincolor
green | green
blue | blue
brown | brown
black | black

waste recycling
status
scheduled / scheduled / confirmed / delayed

>history listing zestimate property
event
Listed for sale / Price change / Sold / Pending sale / Listing removed

>exif camera aperture iso shutter
make | model
Canon | EOS R6
NIKON CORPORATION | Z 6II
SONY | ILCE-7M4
FUJIFILM | X-T5
Apple | iPhone 15 Pro

+vaccine
manufacturer | route
Pfizer | intramuscular
Moderna | intramuscular
Sanofi Pasteur | intramuscular
GlaxoSmithKline | intramuscular
Merck | subcutaneous

tender cpv procurement
procedure | proceduretype
open | open
restricted | restricted
negotiated | negotiated
competitive dialogue | competitive dialogue

buyer tender cpv procurement
buyername | contractingauthority
City of Gdansk | City of Gdansk
Ministry of Transport | Ministry of Transport
Regional Hospital Trust | Regional Hospital Trust
County Council | County Council

>buyer tender cpv procurement
name
City Council / Ministry of Transport / Regional Hospital Trust / County Council
  / National Roads Agency / University Hospital

bus tram headsign
route | routenumber | line
12 | 12 | 12
38 | 38 | 38
N7 | N7 | N7
141 | 141 | 141
5 | 5 | 5

>lostandfound
status
unclaimed / unclaimed / claimed / stored

nps survey promoter detractor
channel
email / in-app / sms / web

issuetype jira sprint backlog reporter
labels | label
backend | backend
frontend | frontend
regression | regression
tech-debt | tech-debt
mobile | mobile
performance | performance

opportunity salesforce stagename
leadsource
Web / Partner Referral / Trade Show / Advertisement / Employee Referral

race circuit grandprix grid
constructor
Ferrari / McLaren / Mercedes / Williams / Alpine / Aston Martin

forecast weather
cod
200

isrc track album artist
availablemarkets | availablemarket
DE | DE
FR | FR
GB | GB
US | US
JP | JP
BR | BR
"""
