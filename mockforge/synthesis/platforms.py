"""Codes as the best known services write them, by the fields that stand beside them.

The rows are those of a codebook.
"""

ROWS = """
name | {podname} | >metadata kubernetes k8s pod namespace apiversion resourceversion
name, port name | http / https / metrics / grpc / http
  | >ports kubernetes k8s pod container containerport targetport nodeport
name, container name | {service}
  | >containers kubernetes k8s pod namespace imagepullpolicy
service account name, service account | default / checkout / ci-deployer / api-server
  | pod kubernetes k8s namespace container spec
image id | ami-0~~~~~~~~~~~~~~~~ | vpcid subnetid instancetype keyname
private dns name | ip-10-0-{byte}-{byte}.eu-central-1.compute.internal
key name, key pair, key pair name | prod-key / deploy-key / bastion / ops-2026
  | instance vpcid ec2 instancetype droplet
state, instance state | running / running / running / stopped / pending
  | vpcid instancetype subnetid ec2
ref | main / main / develop | >base commit sha pull head merge
ref | {branch} | >head commit sha pull base merge
workflow, workflow name | ci.yml / release.yml / Build and test / Deploy
  | commit sha ref pipeline runner build job branch
job name | build / test / lint / deploy-staging / deploy-production / e2e
  | commit sha ref pipeline runner build branch
concurrency group | ci-main / deploy-production / ci-feature
log url, logs url, build url, job url | https://ci.example.com/builds/{hex8}/log
  | commit sha pipeline runner build job
artifact url, artifacts url | https://ci.example.com/builds/{hex8}/files.zip
  | commit sha pipeline runner build job
messaging service sid | MG{hex32}
direction | outbound-api / outbound-api / inbound / outbound-reply
  | sid accountsid call sms
num segments, segments, num media | 1 / 1 / 2 | sid message sms
price unit | USD | sid accountsid
price | -0.00750 / -0.01490 / -0.04200 | sid accountsid messagesid callsid
api version | 2010-04-01 | sid accountsid
uri | /2010-04-01/Accounts/AC{hex32}.json | sid accountsid
uri, spotify uri | spotify:track:%%%%%%%%%%%%%%%%%%%%%%
  | isrc spotify explicit trackcount durationms externalids popularity tracknumber
release date precision | day / day / year
album type | album / album / single / compilation
resource type | {fhir} | fhir subject coding effectivedatetime identifier period
system | http://unitsofmeasure.org | >valueQuantity valuequantity unit fhir
system | {codingsystem} | >coding fhir display code
code | {codingcode} | >coding fhir display system
display | {codingname} | >coding fhir code system
system | {codingsystem} | >code display
code | {codingcode} | >code display
display | {codingname} | >code system
text | {codingname} | coding
display | {person} | >subject fhir patient reference
display | {person} | >performer fhir reference practitioner
reference | Patient/#### | >subject fhir display patient
reference | Practitioner/#### | >performer fhir display
ts, thread ts, event ts, message ts, latest ts | {slackts}
  | threadts eventts botid clientmsgid channelid teamid slack
channel, channel id | C0******** | threadts eventts botid clientmsgid slack
user, user id | U0******** | threadts eventts botid clientmsgid slack
team, team id | T0******** | threadts eventts botid clientmsgid slack
bot id | B0******** | threadts eventts clientmsgid slack channel
client msg id | {uuid}
owner id, created by id, last modified by id | 0055g00000%%%%%AAA
  | stagename isdeleted systemmodstamp sobject sobjects salesforce
account id | 0015g00000%%%%%AAA
  | stagename isdeleted systemmodstamp sobject sobjects salesforce
contact id | 0035g00000%%%%%AAA
  | stagename isdeleted systemmodstamp sobject sobjects salesforce
stage name | Prospecting / Qualification / Needs Analysis / Negotiation / Closed Won
admin graphql api id | gid://shopify/Order/#########
financial status | paid / paid / pending / partially_refunded / refunded
fulfillment status | fulfilled / fulfilled / partial / unfulfilled
checkout token, cart token | {hex32}
source name | web / web / pos / mobile_app
bban | {bban}
cash account type | CACC / CACC / SVGS / TRAN
usage | PRIV / PRIV / ORGA | iban bban
resource id | {uuid} | iban bban
bank transaction code | PMNT-RCDT-ESCT / PMNT-ICDT-STDO / PMNT-CCRD-POSD
  / PMNT-RDDT-ESDD
proprietary bank transaction code | 166 / 117 / 105 / 004
purpose code | SALA / RENT / GDDS / SUPP / OTHR
remittance information, remittance info, remittance information unstructured,
  payment purpose, remittance text, unstructured remittance
  | Invoice INV-2026-0#### / Rent 0[1-9]/2026 / Order ORD-###### / Contract 20####
  / Salary
name, operation name, operation, span name
  | GET /api/orders / POST /checkout / SELECT orders / redis GET / HTTP POST
  / render cart
  | spanid parentspanid traceid
kind, span kind | SPAN_KIND_SERVER / SPAN_KIND_CLIENT / SPAN_KIND_INTERNAL
  | spanid parentspanid traceid
status code | STATUS_CODE_OK / STATUS_CODE_OK / STATUS_CODE_ERROR | spanid parentspanid
ical uid | {hex16}{hex8}[1-9]{at}google.example
hangout link, meet link, meeting link, conference url, video link
  | https://meet.example.com/???-????-???
  | event calendar meeting summary attendee start
color id | 1 / 2 / 5 / 9 / 11 | event calendar
imdb id | tt1###### / tt0######
eidr | 10.5240/^^^^-^^^^-^^^^-^^^^-^^^^-@
mpaa rating, mpaa, content rating, certification, film rating, movie rating
  | PG-13 / R / PG / G / PG-13
age rating, rating | PG-13 / R / PG / G
  | imdb runtime film movie cinema showtime screening
age rating | 12 / 16 / 18 / 6 / 0
aspect ratio | 1.85:1 / 2.39:1 / 16:9 | movie film runtime imdb
sscc | {sscc}
gln | {gln}
service code | EXP / STD / ECO / 2DAY | parcel shipment carrier label shipping
label url | https://labels.example.com/{hex16}.pdf
video id | %%%%%%%%%%% | youtube channel playlist view
list id | ~~~~~~~~~~ | campaign subscriber audience mailchimp
user, user id | U0********* | ts threadts !email !username
dev eui, join eui, app eui | ^^^^^^^^^^^^^^^^
id | {hex64} | docker hostconfig networksetting
image id | sha256:{hex64} | docker command
customer | cus_%%%%%%%%%%%%%% | paymentintent clientsecret livemode
latest charge | ch_3%%%%%%%%%%%%%%%%%%%%%%%
color | #~~~~~~ | blurhash exif
"""
