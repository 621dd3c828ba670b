"""What things of a kind have, for endpoints of which no schema is known.

`name` is a text, `name:n` a number, `:i` a whole one, `:b` a truth value, `:t` a list
of texts; `name{...}` is an object, `name[...]` a list of them, `?` may be null.
"""

BLUEPRINTS = """
person: id first_name last_name email phone city country status created_at
user: id name username email phone city country role status created_at
customer: id name email phone tier city country account_value:n orders_count:i status
  signup_date
employee: id first_name last_name email job_title department city salary:i hired_at
  status
company: id name industry website email phone employees:i city country tier status
  created_at
product: id name description category brand price:n currency sku stock:i rating:n
  reviews_count:i specifications{} tags:t image_url created_at
item: id name description price:n quantity:i sku
order: id order_number customer{id name email} status items[product_id name quantity:i
  price:n total:n] subtotal:n tax:n shipping:n total:n currency placed_at updated_at
cart: id customer_id items[product_id name quantity:i price:n total:n] subtotal:n
  currency status updated_at
invoice: id invoice_number customer{name email} status issue_date due_date
  items[description quantity:i price:n total:n] subtotal:n tax:n total:n currency
payment: id amount:n currency status payment_method card_brand last4 description
  created_at
transaction: id type amount:n currency description merchant category status created_at
account: id account_number name type currency balance:n status opened_at
loan: id borrower{name email} type amount:n currency interest_rate:n months:i status
  applied_at
card: id card_brand last4 cardholder_name type status expiry
claim: id claim_number policy_number claimant{name phone} type description amount:n
  status submitted_at
stock: symbol name price:n change:n volume:i currency timestamp
trade: id symbol type quantity:i price:n status timestamp
subscription: id plan status customer{id name email} price:n currency started_at
  renews_at
plan: id name description price:n currency features:t
ticket: id ticket_number subject description status priority category requester{name
  email} assignee created_at updated_at
task: id title description status priority assignee due_date tags:t created_at
project: id name description status owner start_date end_date budget:i team tags:t
deal: id name company value:i currency status owner expected_close_date created_at
lead: id name company job_title email phone source status score:i created_at
deployment: id service version environment status author commit message started_at
  finished_at
service: id name status version cpu:n memory:n uptime_days:i region
job: id title company city country type salary_min:i salary_max:i description posted_at
repository: id name description language stars:i forks:i owner updated_at
patient: id first_name last_name date_of_birth gender blood_type phone email
  address{street city region postal_code country} conditions:t status
doctor: id first_name last_name specialty email phone city years_of_experience:i bio
appointment: id patient{id name} doctor{id name} type reason start_time end_time status
  notes
prescription: id medication dosage frequency patient_id prescribed_at expires_at status
  instructions
device: id name type model serial_number firmware_version status battery:i location
  last_seen
reading: id device_id metric value:n unit timestamp
alert: id device_id severity title message status triggered_at resolved_at?
post: id author{id name username avatar_url} title body tags:t likes:i comments_count:i
  published_at
comment: id author{id name avatar_url} comment likes:i created_at
message: id conversation_id sender{id name} body status sent_at
conversation: id name participants[id name] last_message unread_count:i updated_at
review: id author rating:i title review verified:b created_at
notification: id type title message read:b created_at
group: id name description members_count:i type city created_at
shipment: id tracking_number carrier status origin destination weight_kg:n shipped_at
  estimated_delivery delivered_at?
vehicle: id make model year:i type color fuel_type license_plate mileage:i status
  last_service_date
warehouse: id name city country capacity:i status
hotel: id name description city country rating:n price_per_night:i currency amenities:t
  image_url
flight: id flight_number airline departure_airport arrival_airport departure_time
  arrival_time status price:n currency
booking: id confirmation_code guest{name email phone} hotel check_in check_out guests:i
  total:n currency status
property: id title description type city region price:i currency bedrooms:i bathrooms:i
  area_sqm:i amenities:t status
trip: id title description destination start_date end_date price:n currency status
course: id title description category level instructor{name email} duration_hours:i
  price:n rating:n enrolled:i
lesson: id title description type duration_minutes:i order:i
student: id first_name last_name email student_number major gpa:n status enrolled_at
movie: id title description genres:t director release_year:i duration_minutes:i rating:n
song: id title artist album genre duration_seconds:i release_year:i plays:i
album: id title artist genre release_year:i tracks_count:i
artist: id name genre followers:i bio
playlist: id name description owner tracks_count:i followers:i
article: id title slug author{name email} summary body category tags:t published_at
book: id title author isbn description genre publisher publication_year:i pages:i
  price:n
restaurant: id name cuisine description address{street city postal_code country} phone
  rating:n price_range:i opening_hours
dish: id name description price:n currency category calories:i tags:t
recipe: id title description servings:i prep_minutes:i cook_minutes:i difficulty
  ingredients:t steps:t
event: id title description category venue city start_time end_time capacity:i price:n
  status
document: id title type filename size_bytes:i owner status created_at updated_at
log: id level message service ip user_id created_at
session: id user_id ip_address user_agent started_at expires_at
store: id name address{street city region postal_code country} phone opening_hours
  status
coupon: id code name description type discount_percent:i valid_from valid_until status
category: id name slug description products_count:i
team: id name description members_count:i lead
tag: id name slug
return: id order_id reason items[product_id name quantity:i] refund_amount:n currency
  status requested_at
refund: id payment_id amount:n currency reason status created_at
workspace: id name owner plan members_count:i created_at
policy: id policy_number type holder{name email} status valid_from valid_until
portfolio: id name owner total_value:n currency holdings[symbol quantity:i price:n]
  updated_at
budget: id name category amount:n spent:n currency period status
diagnosis: id patient{id name} diagnosis doctor severity diagnosed_at notes
test: id test_name patient{id name} status value:n unit reference_range
  ordered_by reported_at
ward: id name floor:i beds:i occupied_beds:i head_nurse phone
gateway: id name status firmware_version ip_address connected_devices:i last_seen
reaction: id type user{id name} created_at
route: id name origin destination distance_km:n stops:i driver status
carrier: id name code website phone status
room: id number type capacity:i beds:i price_per_night:n currency amenities:t status
destination: id city country description best_season rating:n image_url
tour: id title description city duration_hours:n price:n currency group_size:i rating:n
enrollment: id student{id name} course{id title} progress:i status enrolled_at
quiz: id title questions_count:i passing_score:i time_limit_minutes:i status
assignment: id title subject due_date max_points:i status
school: id name type address{street city region postal_code country} phone website
  students:i
podcast: id title host_name description category episodes_count:i language rating:n
episode: id title number:i season:i description duration_minutes:i published_at
game: id title genre platform developer_name release_year:i rating:n price:n
video: id title description channel duration_seconds:i views:i likes:i published_at
menu: id name items[name description price:n category] currency available_from
reservation: id guest{name email phone} date party_size:i status notes
thing: id name description status created_at updated_at
"""

TOPICS = """
shipping delivery: shipping{carrier shipping_method cost:n estimated_delivery
  address{street city region postal_code country}}
tracking: tracking{tracking_number tracking_url status last_update events[description
  city occurred_at]}
feature features: features:t
marketing copy: tagline marketing_copy
specification specifications specs technical: specifications{}
description descriptions: description
price pricing prices: price:n currency
review reviews: reviews[author rating:i review created_at]
rating ratings: rating:n reviews_count:i
contact contacts: contact{name email phone}
address addresses location: address{street city region postal_code country}
payment payments billing: payment{payment_method status card_brand last4 paid_at}
demographic demographics: age:i gender city country
purchase purchases history: purchases[order_number total:n status placed_at]
metric metrics usage: metrics{active_users:i logins:i storage_gb:n score:i}
inventory stock availability: stock:i available:b
image images photo photos: images:t
tag tags: tags:t
warranty: warranty{months:i valid_until}
customer: customer{id name email}
item items lines: items[product_id name quantity:i price:n total:n]
timeline activity event events: events[type description occurred_at]
note notes: notes
bio biography profile: bio avatar_url
weather: weather{condition temperature:n humidity:i}
seo: slug meta_description
preference preferences settings: preferences{}
skill skills: skills:t
"""
