"""Cities: their airports, countries, places on the map, regions and postal codes.

Source:
    The location codes of IATA, ISO 3166-2.
"""

from __future__ import annotations

# Airports, city, country, latitude, longitude, time zone; then what is usual there:
# region and its code, postal codes, and the code to dial in North America.
CITIES = """
OSL|Oslo|NO|59.91|10.75|Europe/Oslo
BGO|Bergen|NO|60.39|5.32|Europe/Oslo|Vestland|46|50##
TRD|Trondheim|NO|63.43|10.39|Europe/Oslo|Trøndelag|50|70##
ARN|Stockholm|SE|59.33|18.07|Europe/Stockholm
GOT|Gothenburg|SE|57.71|11.97|Europe/Stockholm|Västra Götaland|O|41# ##
CPH|Copenhagen|DK|55.68|12.57|Europe/Copenhagen
HEL|Helsinki|FI|60.17|24.94|Europe/Helsinki|Uusimaa|18|00#00
KEF|Reykjavik|IS|64.15|-21.94|Atlantic/Reykjavik|Capital Region|1|10#
LHR LGW STN LON|London|GB|51.51|-0.13|Europe/London
MAN|Manchester|GB|53.48|-2.24|Europe/London
EDI|Edinburgh|GB|55.95|-3.19|Europe/London
GLA|Glasgow|GB|55.86|-4.25|Europe/London|Scotland|SCT|G1 #@@
BHX|Birmingham|GB|52.48|-1.90|Europe/London|England|ENG|B1 #@@
BRS|Bristol|GB|51.45|-2.59|Europe/London|England|ENG|BS1 #@@
DUB|Dublin|IE|53.35|-6.26|Europe/Dublin
CDG ORY PAR|Paris|FR|48.86|2.35|Europe/Paris
LYS|Lyon|FR|45.76|4.84|Europe/Paris
NCE|Nice|FR|43.70|7.27|Europe/Paris|Provence-Alpes-Côte d'Azur|PAC|06#00
MRS|Marseille|FR|43.30|5.37|Europe/Paris|Provence-Alpes-Côte d'Azur|PAC|1300#
TLS|Toulouse|FR|43.60|1.44|Europe/Paris|Occitanie|OCC|31#00
AMS|Amsterdam|NL|52.37|4.90|Europe/Amsterdam
RTM|Rotterdam|NL|51.92|4.48|Europe/Amsterdam|South Holland|ZH|30## @@
BRU|Brussels|BE|50.85|4.35|Europe/Brussels|Brussels|BRU|10#0
LUX|Luxembourg|LU|49.61|6.13|Europe/Luxembourg|Luxembourg|LU|L-1###
FRA|Frankfurt|DE|50.11|8.68|Europe/Berlin|Hesse|HE|60###
MUC|Munich|DE|48.14|11.58|Europe/Berlin
BER TXL|Berlin|DE|52.52|13.40|Europe/Berlin
HAM|Hamburg|DE|53.55|9.99|Europe/Berlin
CGN|Cologne|DE|50.94|6.96|Europe/Berlin
DUS|Düsseldorf|DE|51.23|6.77|Europe/Berlin|North Rhine-Westphalia|NW|402##
STR|Stuttgart|DE|48.78|9.18|Europe/Berlin|Baden-Württemberg|BW|701##
LEJ|Leipzig|DE|51.34|12.37|Europe/Berlin|Saxony|SN|041##
ZRH|Zurich|CH|47.38|8.54|Europe/Zurich
GVA|Geneva|CH|46.20|6.14|Europe/Zurich|Geneva|GE|120#
VIE|Vienna|AT|48.21|16.37|Europe/Vienna
PRG|Prague|CZ|50.08|14.44|Europe/Prague|Prague|10|1#0 00
WAW|Warsaw|PL|52.23|21.01|Europe/Warsaw
KRK|Krakow|PL|50.06|19.94|Europe/Warsaw|Lesser Poland|MA|30-###
BUD|Budapest|HU|47.50|19.04|Europe/Budapest|Budapest|BU|10##
OTP|Bucharest|RO|44.43|26.10|Europe/Bucharest|Bucharest|B|01####
SOF|Sofia|BG|42.70|23.32|Europe/Sofia|Sofia|22|10##
ATH|Athens|GR|37.98|23.73|Europe/Athens|Attica|I|10# ##
IST|Istanbul|TR|41.01|28.98|Europe/Istanbul|Istanbul|34|34###
FCO ROM|Rome|IT|41.90|12.50|Europe/Rome
MXP LIN MIL|Milan|IT|45.46|9.19|Europe/Rome
VCE|Venice|IT|45.44|12.32|Europe/Rome|Veneto|34|3012#
NAP|Naples|IT|40.85|14.27|Europe/Rome|Campania|72|801##
MAD|Madrid|ES|40.42|-3.70|Europe/Madrid
BCN|Barcelona|ES|41.39|2.17|Europe/Madrid
AGP|Malaga|ES|36.72|-4.42|Europe/Madrid|Andalusia|AN|290##
VLC|Valencia|ES|39.47|-0.38|Europe/Madrid|Valencian Community|VC|460##
LIS|Lisbon|PT|38.72|-9.14|Europe/Lisbon
OPO|Porto|PT|41.15|-8.61|Europe/Lisbon|Porto|13|4###-###
TLL|Tallinn|EE|59.44|24.75|Europe/Tallinn|Harju|37|10###
RIX|Riga|LV|56.95|24.11|Europe/Riga|Riga|RIX|LV-10##
VNO|Vilnius|LT|54.69|25.28|Europe/Vilnius|Vilnius|VL|LT-01###
ZAG|Zagreb|HR|45.81|15.98|Europe/Zagreb|Zagreb|21|100#0
BEG|Belgrade|RS|44.79|20.45|Europe/Belgrade|Belgrade|00|110##
KBP|Kyiv|UA|50.45|30.52|Europe/Kyiv|Kyiv|30|01###
JFK EWR LGA NYC|New York|US|40.71|-74.01|America/New_York
BOS|Boston|US|42.36|-71.06|America/New_York
IAD DCA|Washington|US|38.91|-77.04|America/New_York|District of Columbia|DC|200##|202
PHL|Philadelphia|US|39.95|-75.17|America/New_York|Pennsylvania|PA|191##|215
ATL|Atlanta|US|33.75|-84.39|America/New_York
MIA|Miami|US|25.76|-80.19|America/New_York|Florida|FL|331##|305
MCO|Orlando|US|28.54|-81.38|America/New_York|Florida|FL|328##|407
ORD MDW|Chicago|US|41.88|-87.63|America/Chicago
DFW|Dallas|US|32.78|-96.80|America/Chicago|Texas|TX|752##|214
IAH|Houston|US|29.76|-95.37|America/Chicago|Texas|TX|770##|713
AUS|Austin|US|30.27|-97.74|America/Chicago
BNA|Nashville|US|36.16|-86.78|America/Chicago
MSP|Minneapolis|US|44.98|-93.27|America/Chicago
DTW|Detroit|US|42.33|-83.05|America/Detroit|Michigan|MI|482##|313
DEN|Denver|US|39.74|-104.99|America/Denver
LAS|Las Vegas|US|36.17|-115.14|America/Los_Angeles|Nevada|NV|891##|702
PHX|Phoenix|US|33.45|-112.07|America/Phoenix
SFO|San Francisco|US|37.77|-122.42|America/Los_Angeles|California|CA|941##|415
LAX|Los Angeles|US|34.05|-118.24|America/Los_Angeles
SAN|San Diego|US|32.72|-117.16|America/Los_Angeles
SEA|Seattle|US|47.61|-122.33|America/Los_Angeles
PDX|Portland|US|45.52|-122.68|America/Los_Angeles
RDU|Raleigh|US|35.78|-78.64|America/New_York
HNL|Honolulu|US|21.31|-157.86|Pacific/Honolulu|Hawaii|HI|968##|808
YYZ|Toronto|CA|43.65|-79.38|America/Toronto
YVR|Vancouver|CA|49.28|-123.12|America/Vancouver
YUL|Montreal|CA|45.50|-73.57|America/Toronto
YYC|Calgary|CA|51.05|-114.07|America/Edmonton|Alberta|AB|T2@ #@#|403
MEX|Mexico City|MX|19.43|-99.13|America/Mexico_City
CUN|Cancún|MX|21.16|-86.85|America/Cancun|Quintana Roo|ROO|775##
BOG|Bogotá|CO|4.71|-74.07|America/Bogota|Bogotá|DC|11####
LIM|Lima|PE|-12.05|-77.04|America/Lima|Lima|LIM|150##
SCL|Santiago|CL|-33.45|-70.67|America/Santiago|Santiago Metropolitan|RM|83#####
EZE|Buenos Aires|AR|-34.60|-58.38|America/Argentina/Buenos_Aires|Buenos Aires|C|C10##
GRU|São Paulo|BR|-23.55|-46.63|America/Sao_Paulo
GIG|Rio de Janeiro|BR|-22.91|-43.17|America/Sao_Paulo|Rio de Janeiro|RJ|20###-###
CAI|Cairo|EG|30.04|31.24|Africa/Cairo|Cairo|C|115##
JNB|Johannesburg|ZA|-26.20|28.05|Africa/Johannesburg|Gauteng|GP|20##
CPT|Cape Town|ZA|-33.92|18.42|Africa/Johannesburg
NBO|Nairobi|KE|-1.29|36.82|Africa/Nairobi
LOS|Lagos|NG|6.52|3.38|Africa/Lagos|Lagos|LA|100###
ACC|Accra|GH|5.60|-0.19|Africa/Accra|Greater Accra|AA|GA-###-####
ADD|Addis Ababa|ET|9.02|38.75|Africa/Addis_Ababa
CMN|Casablanca|MA|33.57|-7.59|Africa/Casablanca|Casablanca-Settat|06|20###
DXB|Dubai|AE|25.20|55.27|Asia/Dubai|Dubai|DU|00000
AUH|Abu Dhabi|AE|24.45|54.38|Asia/Dubai|Abu Dhabi|AZ|00000
DOH|Doha|QA|25.29|51.53|Asia/Qatar|Doha|DA|00000
RUH|Riyadh|SA|24.71|46.68|Asia/Riyadh|Riyadh|01|11###
TLV|Tel Aviv|IL|32.09|34.78|Asia/Jerusalem|Tel Aviv|TA|6######
DEL|Delhi|IN|28.61|77.21|Asia/Kolkata|Delhi|DL|1100##
BOM|Mumbai|IN|19.08|72.88|Asia/Kolkata
BLR|Bengaluru|IN|12.97|77.59|Asia/Kolkata
MAA|Chennai|IN|13.08|80.27|Asia/Kolkata|Tamil Nadu|TN|6000##
SIN|Singapore|SG|1.35|103.82|Asia/Singapore
KUL|Kuala Lumpur|MY|3.14|101.69|Asia/Kuala_Lumpur|Kuala Lumpur|14|50###
BKK|Bangkok|TH|13.76|100.50|Asia/Bangkok|Bangkok|10|10###
CGK|Jakarta|ID|-6.21|106.85|Asia/Jakarta|Jakarta|JK|10###
MNL|Manila|PH|14.60|120.98|Asia/Manila|Metro Manila|00|10##
HAN|Hanoi|VN|21.03|105.85|Asia/Ho_Chi_Minh|Hanoi|HN|10####
HKG|Hong Kong|HK|22.32|114.17|Asia/Hong_Kong|Hong Kong|HK|999077
PEK|Beijing|CN|39.90|116.41|Asia/Shanghai|Beijing|BJ|1000##
PVG SHA|Shanghai|CN|31.23|121.47|Asia/Shanghai|Shanghai|SH|2000##
TPE|Taipei|TW|25.03|121.57|Asia/Taipei|Taipei|TPE|10#
ICN SEL|Seoul|KR|37.57|126.98|Asia/Seoul
NRT HND TYO|Tokyo|JP|35.68|139.69|Asia/Tokyo
KIX|Osaka|JP|34.69|135.50|Asia/Tokyo
SYD|Sydney|AU|-33.87|151.21|Australia/Sydney
MEL|Melbourne|AU|-37.81|144.96|Australia/Melbourne
BNE|Brisbane|AU|-27.47|153.03|Australia/Brisbane|Queensland|QLD|40##
PER|Perth|AU|-31.95|115.86|Australia/Perth|Western Australia|WA|60##
AKL|Auckland|NZ|-36.85|174.76|Pacific/Auckland
|Stavanger|NO|58.97|5.73|Europe/Oslo|Rogaland|11|40##
|Malmö|SE|55.60|13.00|Europe/Stockholm|Skåne|M|21# ##
|Uppsala|SE|59.86|17.64|Europe/Stockholm|Uppsala|C|75# ##
|Aarhus|DK|56.16|10.20|Europe/Copenhagen|Central Denmark|82|8##0
|Odense|DK|55.40|10.39|Europe/Copenhagen|Southern Denmark|83|5##0
|Tampere|FI|61.50|23.76|Europe/Helsinki|Pirkanmaa|11|33##0
|Turku|FI|60.45|22.27|Europe/Helsinki|Southwest Finland|19|20##0
|Espoo|FI|60.21|24.66|Europe/Helsinki|Uusimaa|18|02##0
|Liverpool|GB|53.41|-2.98|Europe/London|England|ENG|L1 #@@
|Leeds|GB|53.80|-1.55|Europe/London|England|ENG|LS1 #@@
|Cardiff|GB|51.48|-3.18|Europe/London|Wales|WLS|CF10 #@@
|Belfast|GB|54.60|-5.93|Europe/London|Northern Ireland|NIR|BT1 #@@
|Cambridge|GB|52.21|0.12|Europe/London|England|ENG|CB1 #@@
|Oxford|GB|51.75|-1.26|Europe/London|England|ENG|OX1 #@@
|Cork|IE|51.90|-8.47|Europe/Dublin|Munster|M|T12 @###
|Galway|IE|53.27|-9.05|Europe/Dublin|Connacht|C|H91 @###
|Bordeaux|FR|44.84|-0.58|Europe/Paris|Nouvelle-Aquitaine|NAQ|33#00
|Lille|FR|50.63|3.06|Europe/Paris|Hauts-de-France|HDF|59#00
|Nantes|FR|47.22|-1.55|Europe/Paris|Pays de la Loire|PDL|44#00
|Strasbourg|FR|48.57|7.75|Europe/Paris|Grand Est|GES|67#00
|Utrecht|NL|52.09|5.12|Europe/Amsterdam|Utrecht|UT|35## @@
|The Hague|NL|52.08|4.31|Europe/Amsterdam|South Holland|ZH|25## @@
|Eindhoven|NL|51.44|5.48|Europe/Amsterdam|North Brabant|NB|56## @@
|Antwerp|BE|51.22|4.40|Europe/Brussels|Flanders|VLG|20#0
|Ghent|BE|51.05|3.72|Europe/Brussels|Flanders|VLG|90#0
|Bremen|DE|53.08|8.80|Europe/Berlin|Bremen|HB|281##
|Dresden|DE|51.05|13.74|Europe/Berlin|Saxony|SN|010##
|Hanover|DE|52.37|9.73|Europe/Berlin|Lower Saxony|NI|301##
|Nuremberg|DE|49.45|11.08|Europe/Berlin|Bavaria|BY|904##
|Dortmund|DE|51.51|7.47|Europe/Berlin|North Rhine-Westphalia|NW|441##
|Freiburg|DE|48.00|7.85|Europe/Berlin|Baden-Württemberg|BW|791##
|Basel|CH|47.56|7.59|Europe/Zurich|Basel-Stadt|BS|40##
|Bern|CH|46.95|7.45|Europe/Zurich|Bern|BE|30##
|Lausanne|CH|46.52|6.63|Europe/Zurich|Vaud|VD|100#
|Graz|AT|47.07|15.44|Europe/Vienna|Styria|6|80#0
|Linz|AT|48.31|14.29|Europe/Vienna|Upper Austria|4|40#0
|Salzburg|AT|47.81|13.04|Europe/Vienna|Salzburg|5|50#0
|Innsbruck|AT|47.27|11.40|Europe/Vienna|Tyrol|7|60#0
|Brno|CZ|49.20|16.61|Europe/Prague|South Moravia|64|60# 00
|Bratislava|SK|48.15|17.11|Europe/Bratislava|Bratislava|BL|81# ##
|Ljubljana|SI|46.05|14.51|Europe/Ljubljana|Ljubljana|061|10##
|Gdansk|PL|54.35|18.65|Europe/Warsaw|Pomerania|PM|80-###
|Wroclaw|PL|51.11|17.04|Europe/Warsaw|Lower Silesia|DS|50-###
|Poznan|PL|52.41|16.93|Europe/Warsaw|Greater Poland|WP|60-###
|Thessaloniki|GR|40.64|22.94|Europe/Athens|Central Macedonia|B|546 ##
|Ankara|TR|39.93|32.86|Europe/Istanbul|Ankara|06|06###
|Turin|IT|45.07|7.69|Europe/Rome|Piedmont|21|101##
|Florence|IT|43.77|11.26|Europe/Rome|Tuscany|52|501##
|Bologna|IT|44.49|11.34|Europe/Rome|Emilia-Romagna|45|401##
|Seville|ES|37.39|-5.98|Europe/Madrid|Andalusia|AN|410##
|Bilbao|ES|43.26|-2.93|Europe/Madrid|Basque Country|PV|480##
|Zaragoza|ES|41.65|-0.89|Europe/Madrid|Aragon|AR|500##
|Braga|PT|41.55|-8.42|Europe/Lisbon|Braga|03|47##-###
|Coimbra|PT|40.21|-8.43|Europe/Lisbon|Coimbra|06|30##-###
|Tartu|EE|58.38|26.72|Europe/Tallinn|Tartu|79|50###
|Kaunas|LT|54.90|23.90|Europe/Vilnius|Kaunas|KU|LT-44###
|Pittsburgh|US|40.44|-79.99|America/New_York|Pennsylvania|PA|152##|412
|Cleveland|US|41.50|-81.69|America/New_York|Ohio|OH|441##|216
|Columbus|US|39.96|-83.00|America/New_York|Ohio|OH|432##|614
|Charlotte|US|35.23|-80.84|America/New_York|North Carolina|NC|282##|704
|Tampa|US|27.95|-82.46|America/New_York|Florida|FL|336##|813
|New Orleans|US|29.95|-90.07|America/Chicago|Louisiana|LA|701##|504
|Kansas City|US|39.10|-94.58|America/Chicago|Missouri|MO|641##|816
|St. Louis|US|38.63|-90.20|America/Chicago|Missouri|MO|631##|314
|Milwaukee|US|43.04|-87.91|America/Chicago|Wisconsin|WI|532##|414
|Salt Lake City|US|40.76|-111.89|America/Denver|Utah|UT|841##|801
|Sacramento|US|38.58|-121.49|America/Los_Angeles|California|CA|958##|916
|San Jose|US|37.34|-121.89|America/Los_Angeles|California|CA|951##|408
|Oakland|US|37.80|-122.27|America/Los_Angeles|California|CA|946##|510
|Brooklyn|US|40.68|-73.94|America/New_York|New York|NY|112##|718
|San Antonio|US|29.42|-98.49|America/Chicago|Texas|TX|782##|210
|Ottawa|CA|45.42|-75.70|America/Toronto|Ontario|ON|K1@ #@#|613
|Edmonton|CA|53.55|-113.49|America/Edmonton|Alberta|AB|T5@ #@#|780
|Guadalajara|MX|20.66|-103.35|America/Mexico_City|Jalisco|JAL|441##
|Monterrey|MX|25.69|-100.32|America/Monterrey|Nuevo León|NLE|640##
|Brasília|BR|-15.79|-47.88|America/Sao_Paulo|Federal District|DF|70###-###
|Medellín|CO|6.24|-75.58|America/Bogota|Antioquia|ANT|0500##
|Durban|ZA|-29.86|31.03|Africa/Johannesburg|KwaZulu-Natal|KZN|40##
|Pretoria|ZA|-25.75|28.19|Africa/Johannesburg|Gauteng|GP|00##
|Mombasa|KE|-4.04|39.67|Africa/Nairobi|Mombasa|28|801##
|Pune|IN|18.52|73.86|Asia/Kolkata|Maharashtra|MH|4110##
|Hyderabad|IN|17.39|78.49|Asia/Kolkata|Telangana|TG|5000##
|Kolkata|IN|22.57|88.36|Asia/Kolkata|West Bengal|WB|7000##
|Kyoto|JP|35.01|135.77|Asia/Tokyo|Kyoto|26|60#-00##
|Yokohama|JP|35.44|139.64|Asia/Tokyo|Kanagawa|14|22#-00##
|Nagoya|JP|35.18|136.91|Asia/Tokyo|Aichi|23|46#-00##
|Busan|KR|35.18|129.08|Asia/Seoul|Busan|26|48###
|Shenzhen|CN|22.54|114.06|Asia/Shanghai|Guangdong|GD|5180##
|Adelaide|AU|-34.93|138.60|Australia/Adelaide|South Australia|SA|50##
|Canberra|AU|-35.28|149.13|Australia/Sydney|Australian Capital Territory|ACT|26##
|Wellington|NZ|-41.29|174.78|Pacific/Auckland|Wellington|WGN|60##
|Christchurch|NZ|-43.53|172.64|Pacific/Auckland|Canterbury|CAN|80##
"""
