"""Security, builds, models, data, surveys, chains: the insides of software."""

from mockforge.synthesis.lexicons.sheets import sheet

_SECURITY = sheet(
    "security",
    """security vulnerability vulnerabilities cve cvss threat threats attack malware
    scan scans scanner firewall incident breach exploit patch finding findings soc
    phishing certificate certificates compliance""",
    """
= vulnerability | security finding | finding | cve
? cvss severity exploit patch
: id cve_id title severity cvss_score:n affected_package affected_version fixed_version
  status published_at
name: SQL injection in search filter | Cross-site scripting in comment form | Path
  traversal in file download | Outdated TLS configuration | Hard-coded credentials in
  image | Open redirect after login | Insecure deserialization in job queue | Missing
  rate limit on password reset
severity: critical | high | high | medium | medium | low
status: open | open | in_progress | fixed | accepted_risk | false_positive
description: User input reaches the query without being escaped. | A crafted file name
  leaves the upload directory. | The session stays valid after a password change. | Old
  ciphers are still accepted. | Tokens are written to the log in clear text.
cve id | cve: CVE-2024-{four}{digit} | CVE-2025-{four} | CVE-2023-{four}{digit}
affected package | package | dependency: openssl | log4j-core | lodash | requests |
  curl | jackson-databind | urllib3
attack vector: network | network | adjacent | local
remediation: Upgrade to the fixed version. | Escape all input. | Rotate the credentials.
= security incident | incident
? severity breach attacker phishing detected
: id title severity type status affected_systems:t detected_at resolved_at? assignee
> name | type
- Suspicious sign-in from {city} | unauthorized_access
- Phishing campaign against finance | phishing
- Malware on a laptop in sales | malware
- Data sent to an unknown host | data_leak
- Repeated failed logins on the VPN | unauthorized_access
- Flood of requests to the API | ddos
status: detected | investigating | contained | resolved
= security alert | alert
? security attack login malware phishing threat
: id title severity source_ip user message status triggered_at resolved_at?
name: Impossible travel | Brute-force attempt | New admin account | Malware blocked |
  Unusual download volume | MFA disabled
message: Ten failed logins within a minute. | Sign-in from two countries within an
  hour. | A file was quarantined on a laptop. | Two gigabytes were copied to a private
  drive.
severity: low | medium | high | critical
status: open | investigating | resolved | false_positive
= certificate | tls certificate | ssl certificate
? issuer tls domain expires
: id common_name issuer serial_number valid_from valid_until status
common name: api.example.com | www.example.org | mail.example.net | *.example.com
issuer: Let's Encrypt R11 | DigiCert TLS RSA CA | Sectigo RSA CA | GlobalSign
status: valid | valid | expiring_soon | expired | revoked
= scan | security scan
: id target type findings_count:i critical:i started_at finished_at? status
type: dependency | container | web | network
status: completed | completed | running | failed
target: api.example.com | web-frontend:2.4 | 10.0.4.0/24 | billing-api
""",
)

_BUILDS = sheet(
    "builds",
    """ci cd build builds pipeline pipelines job jobs commit commits branch branches
    repo
    repository repositories git pull merge release releases runner workflow workflows
    artifact artifacts test tests deploy code devops container image cluster pod
    kubernetes""",
    """
= build | ci build | pipeline run | workflow run | pipeline | ci job
? branch commit trigger repository
: id number:i repository branch commit author status duration_seconds:i trigger
  started_at finished_at?
name: build-and-test | lint | nightly | release | integration-tests | docker-image
status: success | success | success | failed | running | canceled
message: Fix rounding of totals | Add retry to uploads | Bump dependencies | Speed up
  search | Remove unused flag
conclusion: success | success | failure | cancelled
= pull request | merge request
: id number:i title description author branch base_branch status additions:i deletions:i
  created_at merged_at?
name: Add CSV export for reports | Fix flaky login test | Upgrade to Python 3.12 | Cache
  exchange rates | Reduce image size | Handle empty uploads
description: Fixes the rounding on the last line. | Adds tests and a note in the
  changelog. | Follow-up of the review. | Breaking: the old parameter is gone.
status: open | open | merged | merged | closed | draft
comment: Nice, just one question about the naming. | Could we add a test for the empty
  case? | Looks good to me.
= code issue | issue | bug | bug report
? repository labels milestone assignee github repo stack
: id number:i title body status labels:t author assignee comments_count:i created_at
name: Crash when the list is empty | Wrong time zone in exported file | Docs: example
  does not compile | Support for dark mode | Memory grows with every request | Typo in
  the error message | Timeout on slow connections
status: open | open | closed | closed
labels | label: bug | enhancement | documentation | good first issue | regression
body: Steps: open the list, remove the last row, save. It crashes with an index error. |
  Since the last release the date is one day off for users in the west. | The example in
  the guide still uses the old name.
= software release | release
? tag changelog version prerelease
: id version name notes prerelease:b downloads:i published_at
notes: Faster start, fewer dependencies. | Fixes three bugs in the importer. | New:
  export to CSV. | Security fix, please update.
= container | pod | docker container
? image cluster namespace node cpu
: id name image status restarts:i cpu_pct:n memory_mb:i node started_at
name: api-7f9c4d-{letter}{digit}k | worker-5b8d-{small}x | redis-0 | web-6c7f-{small}q
image: registry.example.com/api:2.4.{digit} | redis:7.2 | postgres:16 | nginx:1.27
namespace: default | production | staging | monitoring
status: running | running | pending | crash_loop | terminated
= feature flag | flag | toggle
: id key name description enabled:b rollout_pct:i environment updated_at
> key | name | description
- new-checkout | New checkout | Shows the one-page checkout to part of the customers.
- dark-mode | Dark mode | Lets users choose a dark color scheme.
- fast-search | Fast search | Sends searches to the new index.
- beta-reports | Beta reports | Opens the new reports to selected accounts.
- csv-export | CSV export | Adds a button to download tables as CSV.
- two-factor-login | Two-factor login | Asks for a second factor at sign-in.
- live-chat | Live chat | Shows the chat window on help pages.
- smart-suggestions | Smart suggestions | Suggests products by what was viewed.
= webhook | webhook endpoint
: id url events:t active:b last_status_code:i last_delivery_at
event | events: order.created | order.paid | user.updated | invoice.sent
= api key | apikey
: id name prefix scopes:t last_used_at expires_at created_at status
name: Production backend | CI | Local testing | Zapier | Mobile app
status: active | active | revoked | expired
= dns record | dns
: id type name value ttl:i
> type | name | value
- A | www.example.com | 203.0.113.10
- AAAA | www.example.com | 2001:db8::10
- CNAME | docs.example.com | hosting.example.net
- MX | example.com | 10 mail.example.com
- TXT | example.com | v=spf1 include:example.net -all
- NS | example.com | ns1.example.net
=
branch: main | develop | feature/export | fix/login-redirect | release/2.4
message: Request completed in {millis} ms | Cache miss for key user:{four} | Connection
  to the database restored
""",
)

_MODELS = sheet(
    "models",
    """ml ai machine learning model models dataset datasets training inference
    experiment
    experiments accuracy f1 embedding embeddings neural epoch epochs llm prompt token
    tokens feature features prediction predictions classifier""",
    """
= ml model | model | classifier
? accuracy dataset version framework epochs
: id name version framework task accuracy:n f1_score:n parameters:i dataset status
  trained_at
name: churn-predictor | product-ranker | sentiment-small | invoice-ocr |
  demand-forecast | fraud-detector | image-tagger | topic-classifier
framework: PyTorch | TensorFlow | scikit-learn | XGBoost
task: classification | regression | ranking | object detection | summarization
status: deployed | deployed | training | archived | failed
description: Predicts the demand of the next {digit} weeks. | Finds invoices that look
  unusual. | Sorts messages by topic and urgency. | Trained on two years of orders.
= dataset | data set
: id name description rows:i columns:i size_bytes:i format license updated_at
name: orders-2025 | support-tickets | product-images | sensor-readings | reviews-en
description: Orders of two years without personal data. | Labelled by two people, with a
  third to decide. | One row an hour from all stations.
format: parquet | csv | jsonl
= experiment | training run | ml experiment
: id name model dataset learning_rate:n batch_size:i epochs:i accuracy:n loss:n status
  started_at finished_at?
name: baseline | lr-sweep-{digit} | larger-batch | dropout-0.{digit} | augmented-data
status: completed | completed | running | failed
= gene
: id symbol name chromosome function
> symbol | gene | chromosome | function | name
- BRCA1 | BRCA1 | 17 | DNA repair | BRCA1 DNA repair associated
- TP53 | TP53 | 17 | tumour suppression | tumor protein p53
- CFTR | CFTR | 7 | chloride channel | CF transmembrane conductance regulator
- APOE | APOE | 19 | lipid transport | apolipoprotein E
- HBB | HBB | 11 | oxygen transport | hemoglobin subunit beta
- MTHFR | MTHFR | 1 | folate metabolism | methylenetetrahydrofolate reductase
= protein
: id name gene organism length_aa:i mass_kda:n function
> name | gene | function
- Hemoglobin subunit beta | HBB | oxygen transport
- Insulin | INS | glucose regulation
- Collagen alpha-1 | COL1A1 | structure
- Cellular tumor antigen p53 | TP53 | tumour suppression
- Myosin-7 | MYH7 | muscle contraction
organism: Homo sapiens | Mus musculus | E. coli | S. cerevisiae
= prediction | inference
: id model label confidence:n latency_ms:i created_at
label: churn | no_churn | positive | negative | fraud | legit
=
dataset: orders-2025 | support-tickets | product-images | sensor-readings
= lab experiment | assay | trial
? reagent sample lab protocol
: id name hypothesis sample protocol researcher started_at status result
name: Enzyme kinetics at 37 °C | Cell viability, dose {digit} | PCR of batch {small} |
  Solubility screening
status: planned | running | completed | completed | aborted
""",
)

_SURVEYS = sheet(
    "surveys",
    """survey surveys form forms question questions response responses poll polls
    feedback
    nps questionnaire respondent newsletter newsletters subscriber mailing campaign
    campaigns ad ads marketing""",
    """
= survey | questionnaire | form | poll
? question respondent responses answers
: id title description questions_count:i responses_count:i status created_at closes_at
name: Customer Satisfaction 2026 | Workplace Survey | Event Feedback | Product
  Interest | Onboarding Check-in | Website Exit Poll
description: Ten short questions, about three minutes. | Tell us what worked and what
  did not. | Anonymous; results are shared with everyone.
status: draft | open | open | closed
= survey response | survey result | survey answer | form response | questionnaire
  response | feedback response
? survey question answers respondent rating nps
: id survey_id respondent{id email} answers[question answer score:i] score:i
  completed:b duration_seconds:i submitted_at
question: How satisfied are you with our service? | How likely are you to recommend us?
  | What should we improve first? | How did you hear about us?
answer: Very satisfied | The search could be faster. | A friend told me. | Mostly, yes.
  | More payment options, please. | The delivery was quick and friendly.
= poll result | poll option | poll answer | poll vote
? poll question options
: id poll_id option votes:i share_pct:n
option: Friday evening | Saturday morning | Online | In the office | No preference
= form submission | submission | contact request | contact form
? form fields submitted website
: id form name email phone subject message status submitted_at
form: Contact | Newsletter sign-up | Quote request | Job application
message: I would like an offer for {small} people. | Could you call me back on {day}? |
  Do you deliver to {city}? | I have a question about my last invoice.
status: new | new | answered | spam
=
question: How satisfied are you with our service? | How likely are you to recommend
  us? | What should we improve first? | How did you hear about us? | Was it easy to find
  what you needed?
answer | response: Very satisfied | The search could be faster. | A friend told me. |
  Mostly, yes. | More payment options, please.
= newsletter | email campaign | mailing
: id subject preview sent_count:i open_rate:n click_rate:n status sent_at
name: What is new in {month} | Your week in brief | Last days of the sale | Three tips
  for spring
subject: What is new in {month} | Your week in brief | Last days of the sale | Three
  tips for spring
status: draft | scheduled | sent | sent
= campaign | ad campaign | marketing campaign
: id name channel budget:i spent:n currency impressions:i clicks:i conversions:i
  start_date end_date status
name: Spring Sale {city} | Back to School | Newsletter Sign-up | Launch Week |
  Retargeting {month} | Winter Clearance
status: draft | active | active | paused | completed
channel: search | social | email | display | video
""",
)

_CHAIN = sheet(
    "blockchain",
    """blockchain crypto wallet wallets block blocks token tokens nft nfts ethereum
  bitcoin
    gas hash chain coin coins contract address ledger defi""",
    """
= block
? miner hash transactions gas
: number:i hash parent_hash miner transactions_count:i gas_used:i timestamp
= crypto coin | coin | token | cryptocurrency | crypto asset
? price symbol market supply
: id symbol name price:n market_cap:i volume_24h:i change_24h_pct:n rank:i
> symbol | name
- BTC | Bitcoin
- ETH | Ethereum
- SOL | Solana
- ADA | Cardano
- XRP | XRP
- DOT | Polkadot
- LTC | Litecoin
- LINK | Chainlink
- AVAX | Avalanche
- MATIC | Polygon
= crypto wallet | wallet
? crypto address blockchain token eth btc
: id address network balance:n currency label created_at
currency: BTC | ETH | SOL | USDC
address: 0x{hex40}
label: Savings | Trading | Cold storage | Payments
= nft
: id token_id:i name collection owner price:n currency rarity minted_at
name: Pixel Fox #{four} | Quiet Robot #{four} | Glass Whale #{four} | Moss Golem #{four}
collection: Pixel Foxes | Quiet Robots | Glass Whales | Moss Golems
=
network | chain: ethereum | bitcoin | polygon | solana
""",
)

LEXICONS = (_SECURITY, _BUILDS, _MODELS, _SURVEYS, _CHAIN)
