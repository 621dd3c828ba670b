"""Software for businesses: accounts, subscriptions, support, projects."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "saas",
    """saas b2b software subscription subscriptions crm workspace tenant account
    accounts
    lead leads deal deals pipeline churn onboarding helpdesk ticket tickets support
    issue
    sprint project projects task tasks developer api deployment repository metrics""",
    kinds={
        "happening": {
            "description": lines("""
                Created by {first} {last}
                Assigned to {first} {last}
                Details updated
                Note added by {first} {last}
                Reviewed and approved
                Reminder sent
            """),
            "type": bars("created|assigned|updated|commented|approved|reminded"),
            "status": bars("done"),
        },
        "ticket": {
            "name": lines("""
                Cannot reset my password
                Export to CSV stops at 1,000 rows
                Invoice shows the wrong VAT number
                Dashboard does not load in Safari
                How do I add a second workspace?
                Webhook deliveries are delayed
                SSO login loops back to the start page
                Feature request: dark mode for reports
                Duplicate contacts after import
                API returns 500 for large attachments
                Billing address cannot be changed
                Mobile app logs me out every day
            """),
            "description": lines("""
                It started on {day} and affects everyone on our team. Reloading does not
                  help.
                We followed the guide, but the last step fails with an error. A
                  screenshot is attached.
                This used to work until the last update. It is not urgent, but we need
                  it before the end of the {period}.
                Happens about once in {digit} tries, in Chrome and in Firefox.
            """),
            "status": bars("open|open|in_progress|waiting_on_customer|resolved|closed"),
            "type": bars("question|incident|problem|feature_request"),
            "category": bars(
                "Billing|Login|Integrations|Performance|How-to|Data import"
            ),
            "channel": bars("email|chat|phone|web_form"),
            "tags": bars("billing|login|urgent|bug|integration|mobile|sso|import"),
            "comment": lines("""
                Thanks, we can reproduce this and are working on a fix.
                Could you send us the request id of a failed call?
                Fixed in the release of {day}. Please try again.
                I have passed this on to our billing team.
            """),
        },
        "task": {
            "name": lines("""
                Write release notes for the next version
                Fix flaky login test
                Review pricing page copy
                Migrate reports to the new API
                Prepare demo for the {day} call
                Update onboarding checklist
                Add rate limits to public endpoints
                Interview two customers about exports
                Clean up unused feature flags
                Draft the quarterly roadmap
                Rotate staging credentials
                Document the import format
            """),
            "description": lines("""
                Agree on the scope with {first} first, then open a draft for review.
                Needed before the release on {day}.
                See the notes from the last planning; the open questions are at the end.
                Keep it small: what is not needed now goes to the backlog.
            """),
            "status": bars("todo|todo|in_progress|in_review|done|done"),
            "type": bars("feature|bug|chore|research"),
            "tags": bars("frontend|backend|docs|design|quick-win|tech-debt|security"),
        },
        "project": {
            "name": bars("""Website Relaunch|Mobile App 3.0|Billing Migration|
                Customer Portal|Data Warehouse|Checkout Redesign|Partner API|
                Internal Search|Onboarding Revamp|Warehouse Automation"""),
            "description": lines("""
                Replaces the old system step by step, starting with {topic}.
                Brings {topic} into one place for {audience}.
                A joint effort with {company} to improve {topic}.
            """),
            "status": bars("planning|active|active|on_hold|completed"),
            "type": bars("internal|client|research"),
            "category": bars("Product|Infrastructure|Marketing|Research"),
        },
        "subscription": {
            "status": bars("active|active|active|trialing|past_due|canceled"),
            "name": bars("Starter|Team|Business|Enterprise|Growth|Scale"),
            "type": bars("monthly|annual"),
        },
        "plan": {
            "name": bars("Starter|Team|Business|Enterprise|Growth|Scale"),
            "description": lines("""
                For individuals who are just getting started.
                For growing teams that need shared workspaces and reports.
                For larger organisations with single sign-on and priority support.
                Everything in the smaller plans, plus audit logs and a success manager.
            """),
            "features": bars("""unlimited projects|5 team members|single sign-on|
                priority support|audit log|custom domains|API access|10 GB storage"""),
            "type": bars("monthly|annual"),
        },
        "deal": {
            "name": bars("""{company} - annual licence|{company} renewal|
                {company} pilot|{company} expansion|{company} - 50 seats"""),
            "status": bars("qualified|proposal|negotiation|won|lost"),
            "type": bars("new_business|renewal|expansion"),
            "channel": bars("inbound|outbound|partner|event|referral"),
        },
        "lead": {
            "status": bars("new|contacted|qualified|unqualified|converted"),
            "channel": bars("website|webinar|referral|trade_show|linkedin"),
        },
        "workspace": {
            "name": bars(
                "{company}|{company} Product|{company} Europe|{Adjective} Lab"
            ),
        },
        "deployment": {
            "name": bars("web-frontend|billing-api|auth-service|search-indexer|worker"),
            "status": bars("succeeded|succeeded|running|failed|rolled_back"),
            "message": lines("""
                Fix rounding of prorated invoices
                Add retry to webhook delivery
                Bump dependencies
                Speed up the contact list
                Revert "New navigation"
            """),
        },
        "service": {
            "name": bars("""billing-api|auth-service|search-indexer|web-frontend|
                notification-worker|report-builder|media-proxy|session-cache"""),
            "status": bars("healthy|healthy|healthy|degraded|down"),
        },
        "job": {
            "name": bars("""Senior Backend Engineer|Product Designer|Data Analyst|
                Customer Success Manager|Site Reliability Engineer|Content Marketer|
                Technical Writer|Sales Development Representative"""),
            "description": lines("""
                You will work with a team of {digit} on {topic}, with real users from
                  the first week.
                We are looking for someone who enjoys {topic} and explains it well.
            """),
            "type": bars("full_time|part_time|contract|internship"),
            "status": bars("open|open|paused|filled"),
        },
        "repository": {
            "name": bars("""billing-core|design-tokens|query-planner|edge-cache|
                mobile-client|infra-modules|docs-site|event-schema"""),
            "description": lines("""
                Shared building blocks for {topic}.
                Everything needed to run {topic} locally.
                Experimental: {topic} in a single binary.
            """),
            "language": bars("Python|TypeScript|Go|Rust|Kotlin|Swift"),
        },
    },
    texts={
        "tier": bars("free|starter|pro|business|enterprise"),
        "status": bars("active|active|active|trialing|inactive|churned"),
        "category": bars("Integrations|Billing|Security|Reporting|Automation"),
        "type": bars("self_serve|managed|partner"),
    },
    slots={
        "topic": bars("""onboarding|billing|search|reporting|access control|imports|
            notifications|the public API|data retention"""),
        "audience": bars("""growing teams|finance departments|support teams|agencies|
            product managers|operations leads"""),
        "offering": bars("""customer data|project planning|invoicing|team analytics|
            identity management|workflow automation|document signing"""),
    },
)
