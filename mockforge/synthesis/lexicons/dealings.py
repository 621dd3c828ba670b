"""What is sent and answered, bought and agreed, and who plays."""

from mockforge.synthesis.lexicons.sheets import sheet

_SENDING = sheet(
    "sending",
    """webhook webhooks delivery deliveries newsletter mailing subscriber subscribers
    sms template templates shortlink redirect hook callback bounce""",
    """
= webhook delivery | hook delivery | webhook attempt | webhook event | webhook call
? webhook endpoint attempt retry payload response url
: id webhook_id event url attempt:i status status_code:i duration_ms:i error?
  next_retry_at? delivered_at
event: order.created | order.paid | invoice.sent | user.updated | payment.failed |
  subscription.renewed
url: https://hooks.example.com/in | https://api.example.com/webhooks |
  https://erp.example.org/events
error: Connection timed out | Response was 503 | Certificate expired
status: delivered | delivered | delivered | failed | retrying
= email delivery | newsletter delivery | message delivery | mail delivery | sent email
? opened clicked bounced subject recipient newsletter
: id recipient_email subject status opened:b clicked:b sent_at delivered_at? opened_at?
subject: What is new in {month} | Your weekly summary | Your order is on its way | Last
  days of the sale
status: delivered | delivered | opened | clicked | bounced
= subscriber | newsletter subscriber | list member
? list unsubscribed newsletter mailing
: id email first_name last_name source tags:t status subscribed_at unsubscribed_at?
tags: news | product-updates | events | vip
status: subscribed | subscribed | subscribed | unsubscribed | bounced
= sms | text message
? phone carrier segments
: id from to body segments:i direction status price:n currency sent_at
body: Your code is {four}{small}. It is valid for ten minutes. | Your parcel arrives
  today between 2 and 4 pm. | Reminder: your appointment is on {day} at 10:30. | Thanks!
  Your table for four is confirmed.
direction: outbound | outbound | inbound
status: delivered | delivered | sent | failed
= email template | message template | template
? subject placeholders html mail
: id name subject language version:i variables:t active:b updated_at
name: Welcome | Order confirmation | Password reset | Invoice | Shipping notice |
  Feedback request
subject: Welcome to {company} | Your order {code} | Reset your password | How did we do?
variables: first_name | order_number | reset_link | total | tracking_url
= short link | shortened url | link
? clicks slug target shortener
: id slug target_url clicks:i created_by created_at expires_at? active:b
= qr code
: id name target_url scans:i format created_at
name: Table {small} | Poster {city} | Flyer spring sale | Visitor Wi-Fi
""",
)

_DEALS = sheet(
    "business",
    """crm salesforce hubspot purchase purchases requisition supplier suppliers asset
    assets meeting meetings okr okrs goal goals milestone milestones visitor
    visitors roadmap procurement onboarding""",
    """
= company | account | business account | customer account
? crm industry employees salesforce hubspot annual revenue website owner lead
  opportunity
= user | account | user account | social account
? username followers following bio avatar login profile verified social handle
= milestone
? project due progress
: id title description due_date progress_pct:i issues_open:i issues_closed:i owner
  status
name: Beta release | First customers live | Design approved | Data migrated | Public
  launch | Contract signed
description: All features are in, testing starts. | The first three customers work with
  it. | Everything from the old system is moved and checked. | Open to everyone.
status: planned | in_progress | in_progress | reached | missed
= item | stock item | stock | inventory | inventory item | spare part
? warehouse sku quantity reorder bin shelf supplier location reserved hand
= goal | objective | okr
? key results quarter progress
: id title owner quarter progress_pct:i key_results[title target:i current:i] status
name: Shorten delivery times | Win customers in two new markets | Halve the number of
  returns | Ship the mobile app | Raise satisfaction
quarter: Q1 2026 | Q2 2026 | Q3 2026
status: on_track | on_track | at_risk | behind | achieved
= purchase order | po
? supplier delivery requisition
: id po_number supplier{name email} buyer items[description quantity:i unit_price:n
  total:n] subtotal:n tax:n total:n currency order_date expected_delivery status
status: draft | sent | confirmed | partially_received | received
= purchase request | requisition | purchase requisition
: id request_number requester department description amount:n currency reason status
  requested_at
description: {digit} height-adjustable desks | Licences for the design team |
  Replacement of two laptops | Trade fair stand | Safety shoes for the warehouse
reason: Old ones are worn out | New colleagues in {month} | Needed for the project
status: submitted | approved | approved | rejected | ordered
= credit note
: id number invoice_number customer{name email} reason amount:n tax:n total:n currency
  issued_on status
reason: Goods returned | Price agreed later | Wrong quantity billed | Damaged in transit
status: issued | issued | applied | void
= sales quote | quotation | estimate | cost estimate | offer letter
? valid until discount lines customer
: id quote_number customer{name email} lines[description quantity:i unit_price:n
  total:n] subtotal:n tax:n total:n currency valid_until status created_at
status: draft | sent | sent | accepted | declined | expired
= meeting | team meeting
? agenda attendees room minutes
: id title organizer{name email} attendees[name email] location start_time end_time
  agenda status
name: Weekly team meeting | Project kick-off | Budget review | One-on-one | Sprint
  planning | Customer call {company} | Quarterly review
location: Room {city} | Room 2.{small} | Video call | Board room
agenda: Last week, this week, blockers | Open points and next steps | Figures of {month}
  | Scope, timeline, roles
status: scheduled | scheduled | held | cancelled
= room booking | desk booking | meeting room booking
? room desk floor
: id room title organizer{name email} start_time end_time attendees:i status
room: {city} | Board room | Focus room {digit} | Workshop space
name: Weekly team meeting | Interview | Workshop | Customer visit
status: confirmed | confirmed | tentative | cancelled
= visitor | office visitor | visit
? badge host reception
: id name company host{name email} purpose badge_number checked_in_at checked_out_at?
purpose: Interview | Delivery | Meeting | Maintenance | Audit
= asset | it asset | company asset
? assigned warranty serial purchase
: id asset_tag name category serial_number assigned_to purchase_date purchase_price:n
  currency warranty_until location status
name: ThinkPad X1 | MacBook Air 13 | Dell U2723 monitor | iPhone 15 | Projector EB-L |
  Label printer
category: laptop | laptop | monitor | phone | printer
status: in_use | in_use | in_stock | in_repair | retired
= job offer | employment offer | offer
? candidate salary start position
: id candidate{name email} position department salary:i currency start_date expires_on
  status
status: draft | sent | sent | accepted | declined
= onboarding task | onboarding step | checklist item
? checklist employee due done
: id title owner due_in_days:i completed:b completed_at?
name: Set up the laptop | Meet the team | Safety briefing | Sign the contract | Order
  the badge | Read the handbook
= beneficiary | payee
? iban bank transfer
: id name iban bic bank_name country currency nickname created_at status
status: active | active | pending_verification
= standing order | recurring transfer | recurring payment
? bank iban monthly
: id from_account to_name to_iban amount:n currency frequency next_execution reference
  status
reference: Rent | Savings | Gym | Insurance | Pocket money
frequency: monthly | monthly | weekly | quarterly
status: active | active | paused | ended
= chargeback | dispute | payment dispute
? charge evidence card payment
: id charge_id amount:n currency reason evidence_due_by created_at status
reason: fraudulent | product_not_received | duplicate | product_unacceptable
status: needs_response | under_review | won | lost
= gift card | gift voucher
? balance redeem code
: id code initial_amount:n balance:n currency recipient_email message issued_at
  expires_at status
message: Happy birthday! | Thank you for everything. | Treat yourself.
status: active | active | redeemed | expired
= loyalty account | reward account | loyalty member
? points tier rewards
: id member_number customer{name email} points:i tier joined_at expires_points:i status
tier: bronze | silver | silver | gold
status: active | active | paused
= wishlist | wish list
? items products
: id name customer_id items[product_id name price:n] items_count:i public:b updated_at
name: Birthday | Kitchen | For the new flat | Holidays | Later
""",
)

_PLAYERS = sheet(
    "games",
    """stadium coach coaches referee umpire bet bets""",
    """
= chess player | player | grandmaster
? tournament match team league sport sports club chess elo fide opening rated
: id name federation title rating:i rank:i games_played:i wins:i draws:i losses:i
  score:n
title: GM | IM | FM | WGM | CM
federation: NOR | GER | IND | USA | POL | ESP | UKR
= tennis player | player
? tournament match team league sport sports club tennis atp wta serve court hand
: id name nationality rank:i points:i plays age:i height_cm:i wins:i losses:i titles:i
plays: right-handed | right-handed | left-handed
= esports player | gamer | player
? tournament match team league sport sports club esports gamertag kills kda headshot
  lobby server xp gaming
: id gamertag real_name team role country rank win_rate_pct:n matches_played:i
gamertag: Nyx{small} | Frostbyte | vexa | Kestrel_{small} | ONI | Tidal | Quill{digit}
role: duelist | support | sniper | initiator | captain
team: Crimson Tide | Nightjar | Polar Esports | Team Ember
rank: Diamond | Platinum | Master | Gold | Challenger
= golfer | golf player | player
? tournament match team league sport sports club golf handicap course birdie
: id name nationality handicap:n rank:i rounds:i average_score:n wins:i
= basketball player | player
? tournament match team league sport sports club basketball nba rebounds points assists
: id name team position jersey_number:i height_cm:i weight_kg:i points_per_game:n
  rebounds_per_game:n assists_per_game:n
position: Point Guard | Shooting Guard | Small Forward | Power Forward | Center
= rugby player | player
? tournament match team league sport sports club rugby tries caps scrum
: id name team position caps:i tries:i height_cm:i weight_kg:i
position: Prop | Hooker | Lock | Flanker | Fly-half | Centre | Wing | Fullback
= poker player | player
? tournament match team league sport sports club poker chips tournament winnings
: id name nationality winnings:i currency titles:i rank:i chips:i
= coach | trainer
? team training sport
: id name team specialty nationality years_of_experience:i since
specialty: Goalkeeping | Fitness | Tactics | Youth
= referee | umpire
: id name nationality matches_officiated:i yellow_cards:i red_cards:i license_level
license level: national | continental | international
= stadium | arena | sports venue
? capacity team matches
: id name city country capacity:i surface opened_year:i home_team
name: {place} Stadium | Riverside Ground | {city} Arena | North Park | Harbour Arena
surface: natural grass | hybrid | artificial turf
home team: {city} United | Harbor City FC | Northside Rovers
= bet | wager
? odds stake payout match
: id event selection odds:n stake:n potential_payout:n currency placed_at status
event: Harbor City FC - Oakmont FC | Northside United - Eastport | Granite Bay -
  Riverton
selection: Home win | Draw | Away win | Over 2.5 goals
status: open | open | won | lost | void
= spell
? mana school caster magic level
: id name school level:i mana_cost:i range_m:i cooldown_seconds:i description
name: Ember Lance | Frost Veil | Whisper of Roots | Stormcall | Mending Light | Shadow
  Step
school: fire | frost | nature | storm | light | shadow
description: Hurls a lance of fire at one enemy. | Slows all enemies nearby. | Heals an
  ally over time. | Teleports the caster a few steps.
= monster | creature | enemy | boss
? hp attack loot damage
: id name type level:i hp:i attack:i defense:i habitat loot:t
name: Cave Troll | Marsh Wisp | Ash Drake | Bone Warden | Thornback | Frost Wolf
type: beast | undead | elemental | dragon
habitat: Sunken Keep | Ashen Pass | Greymarsh | Frostfell
loot: iron ore | healing potion | gold coins | dragon scale
= playing card | trading card
? deck rarity mana set
: id name type rarity cost:i attack:i health:i set
name: Lantern Keeper | Tidecaller | Bronze Golem | Quiet Assassin | Moss Giant
type: creature | spell | artifact
rarity: common | uncommon | rare | legendary
set: First Light | Deep Roads | Age of Ash
=
team: {city} United | Harbor City | Northside Rovers | Granite Bay | Kingsbridge |
  Eastport
""",
)

_SHOWN = sheet(
    "pictures",
    "photo photos picture pictures gallery album portfolio photographer shooting",
    """
= photo | picture | image | snapshot
? camera taken album gallery photographer width height
: id title description photographer{name} url width:i height:i camera tags:t taken_at
name: First Dance | Morning Fog | Old Bridge at Night | Market Stall | Portrait by the
  Window | Rain on the Square | Confetti | Harbour Lights | Grandparents
description: Taken just after sunrise. | Available light, no flash. | The quiet moment
  before it all began. | Seen from the roof of the town hall. | One of the last pictures
  of the day.
camera: Canon EOS R6 | Nikon Z6 | Sony A7 IV | Fujifilm X-T5 | Leica Q2
tags | tag: portrait | street | landscape | night | family | black-and-white
= dish | menu
? price allergens calories ingredients vegetarian vegan spicy category
=
""",
)

LEXICONS = (_SENDING, _DEALS, _PLAYERS, _SHOWN)
