"""What stands together in objects whose members have plain names."""

GROUPS = """
>issuetype
name | description | id
Bug | A problem which impairs or prevents the functions of the product. | 10004
Task | A small, distinct piece of work. | 10002
Story | Functionality expressed as a user goal. | 10001
Epic | A large piece of work with many stories. | 10000
Sub-task | A small piece of work that is part of a larger one. | 10003

>statuscategory
id | key | name | colorname
2 | new | To Do | blue-gray
4 | indeterminate | In Progress | yellow
3 | done | Done | green

>priority
name | label | id
High | High | 2
Medium | Medium | 3
Low | Low | 4
Highest | Highest | 1

>severity
name | label | id
Critical | Critical | 1
Major | Major | 2
Minor | Minor | 3

>resolution !image !screen !video !display
name | description | id
Done | Work has been completed on this issue. | 10000
Won't Do | This issue won't be actioned. | 10001
Duplicate | The problem is a duplicate of an existing issue. | 10002
Cannot Reproduce | All attempts at reproducing this issue failed. | 10003

>status sprint jira issuetype assignee reporter backlog
name | description
To Do | Work has not begun.
In Progress | This issue is being worked on by the assignee.
In Review | Someone is looking at the changes.
Done | Work has finished on the issue.

>project +key
key | name
WEB | Website Relaunch
MOB | Mobile App
PAY | Payments Platform
OPS | Operations
DATA | Data Warehouse
CRM | Customer Portal
SEC | Security Hardening

>condition +reason kubernetes k8s pod deployment replicas replica container apiversion
  cluster namespace
type | status | reason | message
Available | True | MinimumReplicasAvailable | Deployment has minimum availability.
Progressing | True | NewReplicaSetAvailable | ReplicaSet has successfully progressed.

>condition pod container namespace containerstatus
type | status
Ready | True
ContainersReady | True
Initialized | True
PodScheduled | True

>condition kubelet node
type | status | reason | message
Ready | True | KubeletReady | kubelet is posting ready status
MemoryPressure | False | KubeletHasSufficientMemory
  | kubelet has sufficient memory available
DiskPressure | False | KubeletHasNoDiskPressure | kubelet has no disk pressure

>metadata !pod deployment replica container kubernetes k8s apiversion
name | namespace
checkout | production
api-gateway | production
orders-worker | production
search-indexer | staging
billing | production
auth-service | staging

>port +privateport
type | privateport | publicport
tcp | 80 | 8080
tcp | 443 | 8443
tcp | 5432 | 5432
tcp | 6379 | 6379

>port
type
tcp / tcp / udp

>port
protocol
TCP / TCP / UDP

>mount
type
bind / volume / tmpfs

+accesstoken
tokentype
Bearer

+refreshtoken
tokentype
Bearer

>repository
type
git

+magtype
magtype
ml / mww / mb / md / mwr

+mag
magtype | type
ml | earthquake
mww | earthquake
mb | earthquake
md | earthquake

>genre +id film movie tv show cinema
id | name
18 | Drama
35 | Comedy
28 | Action
53 | Thriller
878 | Science Fiction
10749 | Romance
12 | Adventure

+iso6391
iso6391 | name | englishname
en | English | English
de | Deutsch | German
fr | Français | French
es | Español | Spanish
ja | 日本語 | Japanese
it | Italiano | Italian
sv | svenska | Swedish

+iso31661
iso31661 | name | englishname | nativename
US | United States of America | United States of America | United States
GB | United Kingdom | United Kingdom | United Kingdom
DE | Germany | Germany | Deutschland
FR | France | France | France
JP | Japan | Japan | 日本
CA | Canada | Canada | Canada
SE | Sweden | Sweden | Sverige

>circuit
name | location | locality | country
Silverstone Circuit | Silverstone | Silverstone | United Kingdom
Autodromo Nazionale Monza | Monza | Monza | Italy
Circuit de Spa-Francorchamps | Stavelot | Stavelot | Belgium
Suzuka Circuit | Suzuka | Suzuka | Japan
Circuit de Monaco | Monte Carlo | Monte Carlo | Monaco
Hungaroring | Mogyoród | Mogyoród | Hungary

>constructor
name | nationality
Ferrari | Italian
McLaren | British
Mercedes | German
Red Bull | Austrian
Williams | British
Alpine | French

>identifier patient resourcetype fhir
system | value
http://hospital.example.org/mrn | MRN-204518
http://hospital.example.org/mrn | MRN-318840
http://hospital.example.org/mrn | MRN-775201
http://hospital.example.org/mrn | MRN-460937

hubspot lifecyclestage crm lifecycle
lifecyclestage
lead / subscriber / marketingqualifiedlead / salesqualifiedlead / opportunity / customer

+dealname
dealstage | pipeline
appointmentscheduled | default
qualifiedtobuy | default
presentationscheduled | default
contractsent | default
closedwon | default

+stagename
stagename
Prospecting / Qualification / Needs Analysis / Proposal / Negotiation / Closed Won

+expmonth
funding
credit / debit / prepaid

+iso
exposuretime | aperture | focallength
1/250 | f/2.8 | 50 mm
1/125 | f/4.0 | 35 mm
1/1000 | f/5.6 | 200 mm
1/60 | f/1.8 | 24 mm
1/500 | f/8.0 | 85 mm

exif camera lens photo photography image
exposuretime | aperture | focallength | shutterspeed | fnumber
1/250 | f/2.8 | 50 mm | 1/250 | 2.8
1/125 | f/4.0 | 35 mm | 1/125 | 4.0
1/1000 | f/5.6 | 200 mm | 1/1000 | 5.6
1/60 | f/1.8 | 24 mm | 1/60 | 1.8
1/500 | f/8.0 | 85 mm | 1/500 | 8.0

port switch interface vlan ethernet
duplex
full / full / full / half

soil clay sand silt
texture | textureclass
loam | loam
sandy loam | sandy loam
silty clay | silty clay
clay loam | clay loam
silt loam | silt loam

bus tram train stop trip departure line transit metro
headsign | tripheadsign
Central Station | Central Station
Riverside | Riverside
University | University
Harbour | Harbour
City Hospital | City Hospital
Old Town | Old Town
Stadium | Stadium

+mask +subtype
mask | subtype | type
4821 | checking | depository
0093 | savings | depository
7716 | credit card | credit
3350 | money market | depository
1184 | student | loan

container docker
command
nginx -g 'daemon off;' / docker-entrypoint.sh postgres / redis-server / node server.js
  / python -m app / /bin/sh -c ./start.sh

>externalurl
spotify
https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC
https://open.spotify.com/track/7ouMYWpwJ422jRcDASZB7P
https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp

+stacktrace
culprit
app.checkout.views in submit / api/orders.py in create / components/Cart in render

exception error event sentry stack release
culprit
app.checkout.views in submit / api/orders.py in create / components/Cart in render
  / services.billing in charge / middleware/auth in verify

+href
rel
self / next / alternate / related / first / last

>label +app
app
checkout / api-gateway / orders-worker / search-indexer / billing / auth-service

hotel room stay bed occupancy
board
Room only / Bed and breakfast / Half board / Full board / All inclusive

hotel room stay bed occupancy
boardtype | mealplan
Room only | Room only
Bed and breakfast | Bed and breakfast
Half board | Half board
All inclusive | All inclusive

timezone tz
offset | utcoffset
+00:00 | +00:00
+01:00 | +01:00
+02:00 | +02:00
-05:00 | -05:00
+09:00 | +09:00
"""
