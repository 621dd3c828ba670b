"""Words for any domain."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "generic",
    "",
    kinds={
        "person": {
            "status": bars("active|active|active|inactive|pending|suspended"),
            "role": bars("admin|editor|viewer|member|member|owner"),
            "type": bars("individual|business|internal"),
            "tier": bars("free|basic|pro|enterprise"),
            "tags": bars("early-adopter|newsletter|vip|beta|referral|trial|priority"),
        },
        "company": {
            "status": bars("active|active|active|prospect|inactive"),
            "type": bars("customer|partner|supplier|prospect"),
            "tier": bars("starter|growth|business|enterprise"),
            "description": lines("""
                {name} provides {industry} services from {city}.
                {name} helps {audience} with {offering}.
                Founded in {city}, {name} works with {audience}.
            """),
            "tagline": lines("""
                {Offering}, made simple.
                The easier way to handle {offering}.
                {Offering} for {audience}.
            """),
            "tags": bars("strategic|renewal-due|upsell|emea|mid-market|partner|net-30"),
        },
        "employee": {
            "status": bars("active|active|active|active|on_leave|onboarding"),
        },
        "team": {
            "name": bars("""Platform|Growth|Customer Success|Design Systems|Payments|
                Field Operations|Data & Insights|Core Services|Onboarding"""),
            "description": lines("""
                Looks after {topic} and the people who depend on it.
                Owns {topic} from first idea to daily operation.
            """),
        },
        "category": {
            "name": bars("""Electronics|Home & Garden|Clothing|Books|Sports|Beauty|Toys|
                Groceries|Office|Music|Health|Automotive|Pets|Outdoors"""),
            "description": lines("""
                Everything for {topic}, chosen by our team.
                The most popular picks this season.
                Carefully selected and regularly updated.
            """),
        },
        "tag": {
            "name": bars("""new|popular|sale|featured|limited|seasonal|eco-friendly|
                handmade|bestseller|clearance|premium|local"""),
        },
        "event": {
            "name": bars("""Spring Product Summit|Open Studio Night|Founders Breakfast|
                Community Meetup|Data Engineering Day|Design Critique|Harvest Festival|
                Charity Run|Winter Gala|Hands-On Workshop|Annual General Meeting|
                Jazz in the Park|Neighbourhood Clean-Up"""),
            "description": lines("""
                An evening of short talks and long conversations in {city}.
                Join us in {city} for a day about {topic}; doors open half an hour
                  early.
                Talks, demos and time to meet the people behind {topic}.
            """),
            "place": bars("""Riverside Hall|The Old Foundry|{city} Town Hall|
                Harbor Stage|Library Auditorium|Studio 12|{Place} Community Centre"""),
            "type": bars("conference|meetup|workshop|webinar|concert"),
            "status": bars("scheduled|scheduled|sold_out|completed|cancelled"),
            "category": bars("Technology|Music|Community|Business|Arts|Sport"),
        },
        "document": {
            "name": bars("""Quarterly Report|Supplier Agreement|Onboarding Checklist|
                Brand Guidelines|Budget Plan|Meeting Minutes|Site Inspection|
                Offer Letter|Risk Assessment|Release Plan"""),
            "type": bars("contract|report|invoice|policy|presentation"),
            "status": bars("draft|in_review|approved|published|archived"),
        },
        "log": {
            "message": lines("""
                Request completed in {millis} ms
                Cache miss for key user:{small}
                Retrying after a timeout, attempt {digit} of 5
                Connection to the database restored
                Scheduled job finished, {small} records processed
                Configuration reloaded
                Slow query took {millis} ms
            """),
            "severity": bars("debug|info|info|info|warning|error"),
            "type": bars("request|job|system|security"),
            "action": bars("created|updated|deleted|viewed|exported"),
        },
        "notification": {
            "name": bars("""New sign-in from {city}|Your report is ready|Payment
                received|
                Action required|Someone mentioned you|Weekly summary|Password
                changed"""),
            "message": lines("""
                {first} commented on your post.
                Your export is ready to download.
                We noticed a new sign-in from {city}.
                Payment of {money} received. Thank you!
                Your subscription renews in {digit} days.
                {first} shared a document with you.
            """),
            "type": bars("info|reminder|alert|mention|system"),
            "channel": bars("email|push|sms|in_app"),
            "status": bars("sent|delivered|read|read|unread"),
        },
        "store": {
            "name": bars("""{city} Central|{city} Riverside|Old Town {city}|
                {city} Station|{lastname}'s on {road}"""),
            "type": bars("flagship|outlet|pop-up|franchise"),
            "status": bars("open|open|open|temporarily_closed"),
        },
        "thing": {
            "name": bars(
                """{Place} {noun}|{Noun} {letter}{small}|{Noun} {small}|{Noun} {four}"""
            ),
            "status": bars("active|active|active|pending|inactive|archived"),
            "type": bars("standard|premium|basic|custom"),
            "category": bars("general|operations|finance|support|research"),
        },
    },
    texts={
        "description": lines("""
            Standard {noun}, in use since {month}.
            New {noun}, still being set up.
            Main {noun} of the {city} site.
            Older {noun}, kept as a backup.
            {Noun} shared by two teams.
            Temporary, until the new {noun} arrives in {month}.
        """),
        "summary": lines("""
            A short overview by {first} {last}.
            The main points of {month}, with what comes next.
        """),
        "bio": lines("""
            {Craft} based in {city}. Spends weekends {pastime}.
            {Craft} and mentor. Usually found {pastime} around {city}.
            Writes about {topic}. Lives in {city} with {companion}.
            Ten years in {topic}, still curious. {city}.
            {Craft}, reader, occasional speaker. Enjoys {pastime}.
        """),
        "tagline": lines("""
            {Topic}, without the fuss.
            Better {topic}, every day.
            Made for {audience}.
        """),
        "body": lines("""
            It started as a small note by {first} and grew over a few weeks. Here is
              what is known so far, and what is still open.
            Three things are worth knowing: how it began, what changed in {month}, and
              who to ask. The rest is detail.
            Written down in {city} by {first} {last}, and read by two others before it
              went out. Corrections are welcome.
        """),
        "message": lines("""
            Thanks for the quick reply, that worked.
            Could you send me the latest version before {day}?
            I will be in {city} on {day}, shall we meet?
            Just checked: everything is in place for {day}.
            Sorry for the delay, the update is on its way.
            Can we move our call to {day} morning?
        """),
        "comment": lines("""
            Agreed, and the second point is the important one.
            This helped a lot, thank you!
            Has anyone tried this with {topic}?
            I had the same question last {period}.
            Nicely explained. More of this, please.
            Not sure I agree, but well argued.
        """),
        "review": lines("""
            Exactly as described and arrived a day early.
            Good value. I would buy it again.
            Solid, though the instructions could be clearer.
            Friendly service and no surprises on the bill.
            Took a while to get used to, now I use it every day.
            Not what I expected, but the return was easy.
            We have had it for three months and it still works perfectly.
            Great for the price. Setup took five minutes.
        """),
        "note": lines("""
            Prefers to be contacted in the afternoon.
            Discussed with {first} on {day}; no change needed.
            Called on {day}, will follow up next week.
            Please keep until the end of the {period}.
        """),
        "reason": lines("""
            Requested by {first} {last}
            No longer needed
            Entered twice
            Documents missing
            Not available in time
            Change of plans
        """),
        "subject": lines("""
            Question about {topic}
            Update on {topic}
            {Topic}: next steps
            Plan for {day}
            Notes from {day}
        """),
        "question": lines("""
            How do I change my e-mail address?
            Can I get an invoice for last {period}?
            Which plan covers {topic}?
            How long does delivery to {city} take?
            Where do I find my past orders?
        """),
        "answer": lines("""
            Open Settings, choose Account, and edit the field at the top.
            Yes. You find it under Billing, and we send a copy by e-mail.
            It usually takes two to three working days.
            All paid plans include it.
        """),
        "features": bars("""free delivery|30-day returns|24/7 support|two-year warranty|
            single sign-on|daily backups|mobile app|export to CSV|custom reports"""),
        "tags": bars("""new|popular|featured|reviewed|verified|priority|internal|shared|
            follow-up|pinned|favorite"""),
        "interests": bars("""photography|hiking|cooking|cycling|chess|gardening|jazz|
            travel|reading|climbing|pottery|running|film|painting"""),
        "hobbies": bars("""photography|hiking|cooking|cycling|chess|gardening|jazz|
            reading|climbing|pottery|running|painting"""),
        "skills": bars("""Python|project management|SQL|public
            speaking|Figma|negotiation|
            data analysis|TypeScript|copywriting|Excel|Kubernetes|mentoring"""),
        "languages": bars("English|Spanish|French|German|Portuguese|Mandarin|Arabic"),
        "allergies": bars("peanuts|penicillin|shellfish|pollen|latex|dairy"),
        "colors": bars("black|white|navy|forest green|sand|burgundy|slate|coral"),
        "sizes": bars("XS|S|M|L|XL"),
        "permissions": bars("read|write|delete|invite|export|billing"),
        "scopes": bars("read|write|profile|email|offline_access"),
        "roles": bars("admin|editor|viewer|billing|support"),
        "amenities": bars("""free Wi-Fi|breakfast|parking|gym|pool|air conditioning|
            pet friendly|washing machine|lift"""),
        "certifications": bars("ISO 27001|SOC 2|B Corp|ISO 9001|Fair Trade"),
        "requirements": bars("""valid ID|two references|own laptop|driving licence|
            fluent English"""),
        "steps": bars("""Prepare everything you need|Check the settings|Run the first
            part|
            Compare with the plan|Write down the result"""),
        "categories": bars("Electronics|Home|Clothing|Books|Sports|Beauty|Garden"),
        "platforms": bars("web|ios|android|macos|windows|linux"),
        "currencies": bars("USD|EUR|GBP|JPY|CAD|AUD|CHF"),
        "countries": bars("United States|Germany|France|Japan|Brazil|Canada|India"),
        "cities": bars("Berlin|Lyon|Austin|Toronto|Osaka|Porto|Leeds|Melbourne"),
        "segments": bars("smb|mid-market|enterprise|consumer"),
        "technologies": bars("PostgreSQL|React|Kafka|Terraform|Go|Python|Redis"),
        "topics": bars("design|privacy|open source|leadership|climate|startups"),
        "ingredients": bars("olive oil|garlic|lemon|flour|butter|basil|tomatoes|salt"),
        "symptoms": bars("headache|fatigue|cough|fever|dizziness|nausea"),
        "objectives": bars("""shorter lead times|fewer returns|happier customers|
            a simpler process|clear ownership"""),
        "department": bars("""Engineering|Sales|Marketing|Finance|Operations|Support|
            Human Resources|Product|Legal|Design"""),
        "team": bars("Platform|Growth|Payments|Mobile|Data|Field Sales|Onboarding"),
        "job": bars("""Software Engineer|Account Manager|Product Designer|Data Analyst|
            Operations Lead|Marketing Manager|Customer Success Manager|Accountant|
            Nurse|Architect|Project Manager|Teacher|Sales Director|HR Partner|
            Electrician|Research Scientist|Office Manager|Logistics Coordinator"""),
        "status": bars("active|active|active|pending|inactive|archived"),
        "type": bars("standard|premium|basic|custom"),
        "tier": bars("free|basic|pro|enterprise"),
        "role": bars("admin|editor|viewer|member"),
        "priority": bars("low|medium|medium|high|urgent"),
        "severity": bars("low|medium|high|critical"),
        "category": bars("general|support|sales|operations|research|finance"),
        "channel": bars("web|mobile|email|organic|referral|store|social"),
        "color": bars("""Black|White|Navy|Forest Green|Sand|Slate Grey|Burgundy|Coral|
            Midnight Blue|Olive"""),
        "material": bars("cotton|wool|oak|stainless steel|leather|ceramic|linen|glass"),
        "size": bars("XS|S|M|L|XL"),
        "condition": bars("new|like new|good|refurbished|used"),
        "unit": bars("piece|box|kg|litre|pack|metre"),
        "metric": bars("cpu_usage|memory_usage|response_time|throughput|error_rate"),
        "scope": bars("public|private|team|unlisted"),
        "sentiment": bars("positive|neutral|negative|positive"),
        "environment": bars("production|staging|development"),
        "method": bars("GET|POST|PUT|DELETE|PATCH|GET"),
        "browser": bars("Chrome|Safari|Firefox|Edge"),
        "os": bars("Windows 11|macOS 15|iOS 18|Android 15|Ubuntu 24.04"),
        "device": bars("iPhone 15|Pixel 8|MacBook Air|Galaxy S24|ThinkPad X1|iPad Pro"),
        "language": bars("English|Spanish|French|German|Portuguese|Japanese"),
        "gate": bars("A12|B7|C3|D21|A4|E9"),
        "airport": bars("JFK|LHR|CDG|FRA|NRT|GRU|SFO|AMS|MAD|SIN|YYZ|SYD"),
        "marital": bars("single|married|divorced|widowed"),
        "blood": bars("O+|A+|B+|AB+|O-|A-"),
        "payment method": bars("credit_card|paypal|bank_transfer|apple_pay|debit_card"),
        "card brand": bars("Visa|Mastercard|American Express|Visa"),
        "carrier": bars("UPS|FedEx|DHL|USPS"),
        "shipping method": bars("standard|express|overnight|pickup"),
        "model": bars("X-200|HM-4|GW-10|PM-350|VX-12|K-77|S-1100|T4"),
        "brand": bars("Maschwerk|Okura|Helvex|Norrland|Ferrotec|Trumann|Halden"),
        "symbol": bars("AAPL|GOOGL|MSFT|AMZN|NVDA|TSLA|META|JPM|V|NFLX"),
        "legal form": bars("LLC|Inc.|Corporation|Partnership"),
        "mime": bars("application/pdf|image/jpeg|image/png|text/csv|text/plain"),
        "day": bars("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
        "hours": bars("Mon-Fri 09:00-18:00|Mon-Sat 10:00-20:00|Daily 08:00-22:00"),
        "duration text": bars("20 minutes|45 minutes|2 hours|3 days|2 weeks"),
    },
    slots={
        "topic": bars("""onboarding|quality checks|planning|daily reporting|maintenance|
            customer feedback|the spring release|supplier contracts|training"""),
        "audience": bars("""small teams|growing companies|local businesses|
            field teams|independent shops|busy families|public institutions"""),
        "offering": bars("""scheduling|logistics|accounting|data protection|recruiting|
            customer support|energy management|procurement"""),
        "craft": bars("""product designer|software engineer|photographer|teacher|
            data analyst|landscape architect|writer|nurse|civil engineer|chef"""),
        "pastime": bars("""hiking|baking bread|repairing old bicycles|playing the cello|
            growing tomatoes|bird-watching|bouldering|sketching|learning Portuguese"""),
        "companion": bars(
            "two cats|a rescue dog|a very old piano|three kids|too many books"
        ),
        "period": bars("week|month|quarter"),
        "month": bars("January|March|April|May|June|September|October|November"),
        "day": bars("Monday|Tuesday|Wednesday|Thursday|Friday"),
        "object": bars("Harbor|Beacon|Compass|Meadow|Signal|Anchor|Summit|Canvas"),
        "adjective": bars("quiet|bright|northern|silver|steady|amber|open|blue"),
        "place": bars("Riverside|Hillcrest|Lakeside|Old Town|Parkway|Seaview"),
        "letter": bars("A|B|C|D|E|F|K|M"),
        "road": bars("Main Street|Mill Lane|Station Road|Market Square"),
        "maker": bars("Halden|Norvik|Corvid|Tessera|Lumen|Arkadia|Boreal|Kestrel"),
        "taste": bars("Lemon|Cinnamon|Dark|Smoky|Garden|Country|Sesame|Maple"),
        "lastname": bars("Miller|Okafor|Lindqvist|Garcia|Chen|Rossi|Novak|Haddad"),
    },
)
