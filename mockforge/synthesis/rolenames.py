"""The names of fields, by their role: what comes after the first colon of a row."""

ROLES = """
id: id|uid|uuid|guid|oid|object id|key|ref|reference|external id|identifier
first: first name|given name|forename|fname|firstname
last: last name|family name|surname|lname|lastname
full: crew|vet|guide|tour guide|judge|plaintiff|defendant|trainer|lawyer|attorney|
  witness|captain|referee|debtor name|
  full name|display name|legal name|fullname|displayname|contact name|person name|
  recipient name|recipient|cardholder|cardholder name|holder|account holder|author|
  assignee|owner|reviewer|sender|customer|client|patient|doctor|physician|
  provider name|teacher|instructor|manager|driver|guest|passenger|host|agent|reporter|
  approver|attendee|created by|updated by|modified by|assigned to|submitted by|
  approved by|reported by|uploaded by|performed by|artist|director|actor|
  contact person|contact|signed by|account manager|sales rep|representative|
  received by
middle: middle name
prefix: salutation|honorific|name prefix
username: username|user name|login|handle|nickname|screen name|user handle|twitter|
  github
email: email|e mail|mail|email address|contact email|emailaddress
phone: phone|phone number|telephone|mobile|mobile number|cell|cell phone|fax|tel|
  contact number|contact phone|phonenumber|whatsapp|msisdn
gender: gender|sex
age: age
birth: birth date|birthday|dob|date of birth|birthdate|born
avatar: avatar|avatar url|profile picture|profile image|photo|photo url|picture|
  headshot|profile photo
bio: bio|about|biography|about me|headline bio
job: job title|job|occupation|profession|position|designation
nationality: nationality|citizenship
marital: marital status
password: password|passwd|secret
ssn: ssn|social security number|national id|passport number|passport|license number|
  driver license
blood: blood type|blood group
street: street|street address|address line 1|line 1|address 1|street 1|address line|
  street name|line1|address1|addressline1|thoroughfare
house: house number|street number|building number
line2: line 2|address line 2|address 2|apartment|suite|unit number|apt|line2|street 2|
  address2
city: city|town|locality|municipality|place of birth|birthplace|hometown|city name|
  departure city|arrival city
region: state|region|province|county|state name|state province|prefecture|admin area
region code: state code|region code|province code|state abbr
zip: zip|zip code|postal code|postcode|post code|zipcode|postalcode|postal
country: country|country name|nation|country of residence|country of origin
country code: country code|country iso|iso country|countrycode|country alpha 2
lat: lat|latitude
lng: lng|lon|long|longitude
timezone: timezone|time zone|tz|zoneinfo
currency: currency|currency code|ccy
currency symbol: currency symbol
locale: locale|language code|lang
language: language|spoken language|native language
languages: languages|spoken languages
address: address|full address|mailing address|postal address|shipping address|
  billing address|home address|work address|formatted address|delivery address|
  location address|pickup address|dropoff address
place: location|venue|place|origin|destination|from location|to location|
  pickup location|dropoff location|current location|last location|departure|arrival|
  source location
company: creditor name|counterparty|party a|party b|creditor|debtor|airline|
  airline name|insurance|
  company|company name|organization|organisation|
  employer|business name|org|
  org name|organization name|merchant|merchant name|vendor|vendor name|supplier|
  supplier name|manufacturer name|bank|bank name|insurer|insurance provider|publisher|
  studio|label|sponsor|partner|legal entity|hospital|clinic|school|university|agency|
  retailer|seller|seller name
industry: industry|sector|vertical|line of business
domain: domain|domain name|website domain|email domain
headcount: employees|employee count|number of employees|headcount|company size|
  team size|staff
legal form: legal form|entity type
tax id: tax id|vat number|vat id|ein|tin|registration number|company number|duns
department: department|dept|division|business unit
team: team|team name|squad|group name
brand: brand|brand name|make|manufacturer
model: model|model name|model number|vehicle model
category: category|product category|category name|genre|subcategory|product type|
  topic|subject area|section|cuisine|cuisine type|specialty|specialization|speciality|
  classification
sku: sku|product code|item code|part number|item number|article number|product sku|
  mpn|asin
barcode: barcode|ean|upc|gtin|ean 13
isbn: isbn|isbn 13|isbn 10
color: color|colour|paint color
material: material|fabric
hex: hex|hex color|color hex|color code|background color|accent color
size: size
name: name|title|label|item name|product name|item|product|course name|project name|
  event name|device name|service name|movie title|song|track|album|book title|
  recipe name|dish|restaurant name|hotel|hotel name|airline|airline name|medication|
  medicine|drug|asset|plan name|game|show|campaign|campaign name|store name|
  channel name|workspace name|subject name|heading|repo|repository|display title|task|
  project|service|facility|facility name|warehouse|warehouse name|product title
subject: subject|headline|summary line|email subject|short title|thread title|
  subject line
description: description|desc|details|product description|long description|overview|
  about product|synopsis|abstract|plot|marketing copy|short description|
  tagline description|meta description
summary: summary|excerpt|teaser|snippet|preview|blurb|highlight summary
tagline: tagline|slogan|motto|catch phrase|catchphrase|pitch
body: body|content|text|article|post body|full text|html|body text|markdown
message: message|msg|chat message|last message|notification|notification text|
  alert message|text message|payload text|status message|log message|caption|tweet|
  post text
comment: comment|comments text|remark|reply
review: review|review text|feedback|testimonial|review body|review comment|
  customer feedback
note: note|notes|memo|instructions|special instructions|delivery instructions|
  gift message|internal note|remarks|additional info|additional information|
  observation|comments
reason: reason|cancellation reason|refund reason|failure reason|cause|reject reason|
  reason for visit|rejection reason|root cause|resolution
question: question
answer: answer
features: features|highlights|key features|benefits|selling points|amenities|perks|
  bullet points|feature list
tags: tags|keywords|labels|topics|interests|hobbies|skills|categories|genres|hashtags|
  specialties|allergies|ingredients|symptoms|medications|permissions|scopes|roles|
  technologies|stack|cuisines|languages spoken|segments|colors|sizes|images tags|
  certifications|conditions|requirements|responsibilities|diagnoses|steps|objectives|
  prerequisites|cast|actors|authors|participants|members|attendees|images|photos|
  screenshots|image urls|emails|phones|urls|links|sources|platforms|currencies|
  countries|cities|regions
role: role|user role|access level|account role|job role
status: status|order status|payment status|shipment status|account status|
  state machine|current status|subscription status|delivery status|phase|stage|
  lifecycle|fulfillment status|employment status|health status|availability status|
  current state|invoice status|connection status|device status
type: type|kind|category type|account type|event type|transaction type|user type|
  device type|vehicle type|property type|room type|ticket type|payment type|action|
  event|content type label|customer type|sensor type|notification type|
  appointment type|loan type|address type|contact type
tier: tier|plan|subscription tier|membership|membership level|subscription|plan type|
  subscription plan|loyalty tier|membership tier|customer tier|package|license type|
  level name|pricing tier|service level|edition
priority: priority|urgency|importance
severity: difficulty|severity|log level|alert level|risk level|threat level|risk|
  criticality|
  impact|level
payment method: payment method|pay method|payment type name|payment method type|
  payment mode|method of payment|funding source
card brand: card brand|card type|card network|brand card
card number: card number|credit card|credit card number|pan
last4: last 4|last four|card last 4|last4|last 4 digits
cvv: cvv|cvc|security code
card expiry: expiry|exp|card expiry|expiration|valid thru
iban: iban
bic: bic|swift|swift code|bic code
account number: account number|bank account|account no|bank account number|
  routing number|sort code
symbol: symbol|ticker|ticker symbol|stock symbol
carrier: carrier|shipping carrier|courier|shipping provider|shipper|delivery partner|
  logistics provider|carrier name
shipping method: shipping method|delivery method|shipping speed|shipping option|
  service level name|shipping service|delivery type
tracking: tracking number|tracking id|tracking code|awb|waybill|tracking no
tracking url: tracking url|tracking link
plate: license plate|plate|plate number|registration plate|number plate
vin: vin
flight: flight number|flight no|flight
gate: gate|terminal
airport: airport|airport code|origin airport|destination airport|iata|
  departure airport|arrival airport|from airport|to airport|iata code
seat: seat|seat number
code: code|promo code|coupon code|coupon|voucher|discount code|referral code|
  confirmation code|booking reference|confirmation number|pnr|voucher code|
  reference code|invite code|access code|room code|short code|error code
number: asset tag|order number|invoice number|po number|case number|ticket number|
  receipt number|customer number|employee number|claim number|policy number|
  contract number|transaction number|member number|reference number|document number|
  medical record number|mrn|patient number|student number|statement number|
  payment reference|order no|invoice no|employee id|student id|badge number|order ref|
  transaction ref|transaction reference|payment ref
serial: serial number|serial|imei|device serial
mac: mac|mac address
ip: ip|ip address|ipv4|client ip|remote addr|last ip|host ip|source ip|ip addr|
  remote ip|last login ip
ipv6: ipv6|ipv6 address
hostname: hostname|host name|server|server name|node name|fqdn|instance name
user agent: user agent|useragent|browser agent
browser: browser
os: os|operating system|os name
device: device|device name label|hardware
firmware: firmware|firmware version|version|app version|software version|api version|
  schema version|os version|build version|release|build
token: token|access token|refresh token|api key|session token|auth token|
  client secret|nonce|csrf token|device token|secret key
hash: hash|checksum|sha256|md5|etag|digest|fingerprint|commit|commit hash|sha|
  commit sha|signature|transaction hash|tx hash|content hash
slug: slug|permalink|handle slug|url slug|url key|seo name
url: url|link|website|web site|homepage|uri|href|web|site|product url|canonical url|
  permalink url|profile url|website url|video url|callback url|webhook url|
  redirect url|landing page|html url|source url|download url|external url|web url|
  blog|linkedin|linkedin url|endpoint|self
image: image|image url|thumbnail|thumbnail url|cover|cover image|cover url|poster|
  poster url|banner|logo|logo url|icon|icon url|img|featured image|hero image|
  product image|main image|artwork|cover art|media url
video: video|trailer|trailer url
filename: filename|file name|file|attachment|attachment name|document name|path name|
  original filename|document|document title
path: path|file path|route|directory|folder|filepath
mime: mime type|mime|content type|media type|file type
extension: extension|file extension
method: method|http method|verb
http status: status code|http status|response code|http code|http status code
environment: environment|env|deployment environment
channel: channel|source|utm source|medium|acquisition channel|lead source|referrer|
  traffic source|origin channel|platform|sales channel
unit: unit|units|unit of measure|uom|measurement unit
metric: metric|metric name|measurement|indicator|kpi|parameter
scope: scope|visibility|privacy|access
sentiment: sentiment|mood
condition: condition|item condition|weather|weather condition|wear
created: epoch|unix|unix time|unix timestamp|epoch time|epoch seconds|iat|nbf|auth time|
  unix ts|epoch timestamp|time epoch|event timestamp|created at|created|created on|
  created date|date created|creation date|
  signup date|sign up date|signed up at|registered at|registration date|registered on|
  joined at|join date|joined|member since|customer since|date joined|ordered at|
  order date|placed at|purchase date|purchased at|hire date|hired at|hired on|
  issued at|issue date|invoice date|opened at|date opened|posted at|posted on|
  submitted at|submission date|enrolled at|enrollment date|publish date|published at|
  published on|publication date|release date|released at|transaction date|timestamp|
  date|time|datetime|date time|occurred at|event time|recorded at|measured at|
  logged at|inserted at|sent at|received at|since|ts|event date|booked at|
  booking date|announced at|installed at|installation date|manufactured at|
  uploaded at|admitted at|admission date|admit date|reported at|detected at|
  trade date|added at|date added|captured at|sampled at|read at time|observed at|
  reading time|founded date|review date|requested at|applied at|application date|
  built at|first seen|first seen at|generated at|prescribed at|prescribed date|
  prescription date|diagnosed at
confirmed: confirmed at|approved at|accepted at|verified at|email verified at|paid at|
  payment date|activated at|authorized at|assigned at|acknowledged at|settled at|
  reviewed at|settlement date|triggered at
started: not before|started at|start time|start date|start|starts at|begin|
  begins at|valid from|
  effective from|effective date|from date|check in|check in date|checkin|
  departure time|departs at|departure date|departed at|scheduled at|scheduled for|
  appointment date|appointment time|scheduled time|period start|current period start|
  starts on|from|date from|billing period start|depart at|start at|begin date|
  pickup time|picked up at|boarding time|scheduled date|visit date
shipped: shipped at|ship date|shipped on|shipped date|dispatched at|shipping date|
  dispatch date
delivered: delivered at|delivery date|delivered on|arrived at|delivered date
finished: completed at|finished at|resolved at|closed at|ended at|completion date|
  processed at|discharged at|discharge date|done at|date closed|closed date|
  completed on|fulfilled at|graduated at|graduation date
ends: end time|end date|end|ends at|effective to|to date|
  check out|check out date|checkout|arrival time|arrives at|arrival date|period end|
  current period end|ends on|until|to|date to|billing period end|return date|
  arrive at|end at|dropoff time
updated: updated at|updated|modified at|modified|last modified|last updated|
  changed at|updated on|modified on|last login|last login at|last seen|last seen at|
  last active|last active at|last activity|last activity at|last sync|last synced at|
  last reading|last heartbeat|last used|last used at|edited at|last modified at|
  last updated at|last update|last contacted|last contacted at|last order at|
  last purchase at|last purchase date|last order date|last visit|last visit date|
  refreshed at|last access|last accessed at|last maintenance|last service date|
  last checked at|last reported at|last run at|last message at|update time|last edited
future: not after|valid until|valid to|due date|due at|due on|deadline|
  expires at|expiry date|
  expiration date|
  expires on|expires|renewal date|renews at|next billing date|next payment date|
  next appointment|next due|estimated delivery|estimated delivery date|
  expected delivery|eta|estimated arrival|expected at|target date|trial ends at|
  warranty until|warranty expiry|next maintenance|maturity date|delivery estimate|
  best before|trial end|next run at|valid thru date|next visit|next service date|
  next charge date|follow up date|promised date|estimated completion
deleted: deleted at|removed at|archived at|cancelled at|canceled at|blocked at|
  suspended at|terminated at|revoked at|left at|refunded at|termination date|
  canceled on|cancelled on|deactivated at|churned at
year: year|founded|founded year|release year|model year|established|year founded|
  graduation year|publication year|year built|vintage|founded in|year established
month: month|exp month|expiry month|birth month
day: day|weekday|day of week
exp year: exp year|expiry year
hours: opening hours|hours|business hours|working hours
duration text: estimated time|cook time text
"""
