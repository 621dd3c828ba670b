"""What people teach, write and talk about: subjects, with themes of each."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.synthesis.lexicons.lexicon import Phrases
from mockforge.synthesis.lexicons.sheets import joined_lines, parts

_TEXT = """
data science, data scientist, machine learning, statistics, data analysis, analytics:
  Regression Models | Neural Networks | Feature Engineering | Exploratory Data Analysis
  | Time Series Forecasting | Bayesian Statistics | Data Visualization | Decision Trees
  | A/B Testing | Natural Language Processing | Clustering | Data Cleaning with Pandas
artificial intelligence, ai, llm, llms, deep learning, generative ai: Large Language
  Models | Prompt Design | Image Generation | Retrieval-Augmented Generation | Model
  Evaluation | AI Agents | Embeddings | Open Models | AI Safety | Speech Recognition |
  Fine-Tuning
programming, software, coding, developer, developers, javascript, python, engineering
  blog, web development, frontend, backend, computer science: Python Basics | Unit
  Testing | Clean APIs | TypeScript Generics | Database Indexes | Error Handling | React
  Components | Async Code | Code Review | Git Workflows | Algorithms and Data Structures
  | Design Patterns
cloud, devops, kubernetes, infrastructure, sre: Container Images | Continuous Delivery |
  Infrastructure as Code | Observability | Incident Response | Cost Control |
  Zero-Downtime Deployments | Service Meshes | Backup Strategies | Load Testing
security, cybersecurity, hacking, infosec: Threat Modeling | Password Managers |
  Phishing Campaigns | Zero Trust | Secure Defaults | Penetration Testing | Key Rotation
  | Supply Chain Attacks | Passkeys
astronomy, space, stars, telescope, cosmology, astrophysics: Exoplanets | Black Holes |
  Stellar Evolution | Dark Matter | Galaxy Formation | Meteor Showers | Supernovae |
  Radio Telescopes | Moons of Jupiter | Gravitational Waves | Cosmic Background
  Radiation | Comets
physics, quantum, mechanics, thermodynamics: Quantum Entanglement | Special Relativity |
  Thermodynamics | Electromagnetism | Particle Accelerators | Superconductors | Optics |
  Nuclear Fusion
biology, genetics, ecology, evolution, microbiology: Cell Division | Gene Editing |
  Photosynthesis | Natural Selection | Coral Reefs | Gut Bacteria | Protein Folding |
  Pollinators | Invasive Species
chemistry, organic chemistry, chemical: Reaction Kinetics | Organic Synthesis | Periodic
  Trends | Acids and Bases | Catalysts | Polymers | Spectroscopy | Electrochemistry
mathematics, math, maths, algebra, calculus, geometry: Linear Algebra | Prime Numbers |
  Differential Equations | Probability | Graph Theory | Number Theory | Topology |
  Integrals | Fractals
climate, climate change, sustainability, environment, renewable: Carbon Removal | Solar
  Power | Heat Pumps | Rising Seas | Circular Economy | Green Hydrogen | Rewilding |
  Low-Carbon Cement | Urban Trees | Emission Targets
hiking, trekking, backpacking, outdoors, hikers: Mountain Huts | Trail Maps | Ultralight
  Packing | Coastal Paths | Winter Hiking | Hiking Boots | Alpine Passes | Multi-Day
  Treks | Ridge Walks | Trail Food | River Crossings
cooking, cookbooks, cookbook, food blog, culinary, recipes, baking, chef: Sourdough
  Bread | Weeknight Pasta | Slow-Cooked Stews | Summer Salads | Homemade Stock |
  Fermented Vegetables | Roast Chicken | Vegan Desserts | Knife Skills | Spice Blends |
  Flaky Pastry | One-Pot Dinners
gardening, gardens, horticulture, plants: Raised Beds | Composting | Tomato Varieties |
  Pruning Roses | Native Plants | Balcony Herbs | Seed Saving | Winter Vegetables | Soil
  Health | Pollinator Borders
travel, travelling, tourism, backpackers, travel blog: Night Trains | Lisbon on Foot |
  Island Hopping | Travelling with Kids | Solo Travel | Street Food | Off-Season Cities
  | Long-Distance Buses | Packing Light | Desert Road Trips | Mountain Villages
photography, photographer, photographers, camera: Street Photography | Golden Hour Light
  | Portrait Lighting | Film Cameras | Long Exposures | Composition | Photo Editing |
  Black-and-White Prints | Wildlife Photography
history, historical, roman, rome, medieval, ancient: Roman Roads | Medieval Guilds |
  Ancient Egypt | Silk Road Trade | Plague Years | Viking Voyages | Renaissance Florence
  | Fall of Constantinople | Early Printing | Byzantine Mosaics | Age of Sail
philosophy, ethics, stoicism: Stoicism | Free Will | Ethics of Care | Plato's Cave |
  Consciousness | Moral Luck | Existentialism | Logic Puzzles
psychology, mental health, mindfulness, therapy, wellbeing: Habit Formation | Burnout
  Recovery | Sleep and Memory | Attachment Styles | Everyday Mindfulness | Anxiety at
  Work | Setting Boundaries | Attention
finance, investing, personal finance, money, economics, stock market: Index Funds |
  Household Budgets | Compound Interest | Inflation | Retirement Savings | Bond Yields |
  Emergency Funds | Mortgage Rates | Dividend Stocks | Market Cycles
marketing, seo, growth, advertising, branding, copywriting: Landing Pages | Email
  Campaigns | Brand Voice | Search Rankings | Customer Segments | Content Calendars |
  Conversion Rates | Word of Mouth | Social Ads
business, entrepreneurship, startup, startups, leadership, management, career: First
  Hires | Pricing | Remote Teams | One-on-One Meetings | Customer Interviews | Cash Flow
  | Product Roadmaps | Negotiation | Difficult Feedback | Quarterly Planning
design, ux, ui, typography, graphic design: Design Systems | Accessible Colors |
  Typography | User Interviews | Icon Design | Wireframes | Motion Design | Dark Mode |
  Form Design | Prototyping
health, healthcare, medicine, nutrition, medical, wellness: Blood Pressure | Better
  Sleep | Balanced Diets | Vaccination | Back Pain | Gut Health | Screen Time |
  Preventive Checkups | Sugar | Heart Health
fitness, workout, gym, yoga, running, marathon, cycling: Interval Training | Marathon
  Preparation | Morning Yoga | Strength Training | Recovery Days | Core Stability |
  Trail Running | Mobility | Heart Rate Zones
football, soccer, sports, sport, basketball, tennis: Pressing Tactics | Youth Academies
  | Penalty Shootouts | Transfer Season | Away Games | Set Pieces | Injury Prevention |
  Derby Days | Goalkeeping
music, jazz, songwriting, guitar, piano: Jazz Harmony | Home Recording | Songwriting |
  Guitar Chords | Music Theory | Vinyl Records | Live Sound | Piano Practice | Film
  Scores | Rhythm
film, cinema, movies, screenwriting, filmmaking: Silent Film | Screenwriting |
  Documentary Ethics | Film Noir | Editing Rhythm | Sound Design | Low-Budget Sets |
  Animated Shorts
art, painting, art history, drawing, illustration: Watercolor | Oil Painting |
  Impressionism | Figure Drawing | Color Theory | Printmaking | Dutch Masters | Street
  Art | Sketchbooks
writing, literature, fiction, poetry, creative writing: Short Stories | Dialogue | First
  Drafts | Point of View | Poetic Form | Character Arcs | Memoir | Plot Structure |
  Editing
language, languages, spanish, french, german course, english course, linguistics:
  Everyday Conversation | Irregular Verbs | Pronunciation | Travel Vocabulary |
  Listening Practice | Business Letters | Idioms | Verb Tenses | Small Talk
parenting, kids, babies, family, toddlers: Bedtime Routines | Toddler Tantrums | Screen
  Rules | Starting School | Sibling Rivalry | Family Meals | Reading Aloud | Rainy-Day
  Games
gaming, video games, game design, esports: Level Design | Speedrunning | Pixel Art |
  Game Engines | Boss Fights | Indie Studios | Open Worlds | Co-op Games | Retro
  Consoles
architecture, interior design, urban planning, cities: Timber Construction | Small
  Apartments | Public Squares | Brutalism | Passive Houses | Adaptive Reuse | Bike Lanes
  | Daylight | Green Roofs
politics, policy, government, law, legal: Coalition Talks | Housing Policy | Voting
  Systems | Data Protection | Local Budgets | Tax Reform | Free Speech | Municipal
  Elections
cars, automotive, electric vehicles, ev, motorsport: Electric Cars | Battery Range |
  Charging Networks | Classic Restorations | Hybrid Engines | Driver Assistance | Winter
  Tyres | Road Trips
pets, dogs, cats, dog training, animals: Puppy Training | Indoor Cats | Raw Feeding |
  Loose-Leash Walking | Vet Visits | Rescue Dogs | Grooming | Travelling with Pets
crypto, blockchain, bitcoin, web3, ethereum: Layer Two Networks | Stablecoins | Hardware
  Wallets | Smart Contracts | Proof of Stake | Token Economics | Custody | Mining Energy
wine, beer, coffee, cocktails: Natural Wine | Single-Origin Beans | Barrel Aging |
  Tasting Notes | Home Brewing | Espresso Extraction | Sparkling Wine | Food Pairing
fashion, style, clothing, beauty, skincare: Capsule Wardrobes | Vintage Denim | Slow
  Fashion | Street Style | Sun Protection | Fabric Care | Evening Wear | Natural Fibres
diy, woodworking, crafts, knitting, sewing: Dovetail Joints | Cable Knitting | Furniture
  Restoration | Pattern Cutting | Hand Tools | Natural Dyes | Workshop Storage | Visible
  Mending
pottery, ceramics, clay: Wheel Throwing | Glazing | Hand Building | Raku Firing | Slip
  Casting | Porcelain | Kiln Loading | Surface Decoration
robotics, electronics, iot, arduino, hardware: Sensor Networks | Motor Control |
  Soldering | Low-Power Design | Home Automation | Path Planning | 3D-Printed Parts |
  Microcontrollers
hr, human resources, recruiting, payroll: Onboarding | Fair Pay | Remote Hiring |
  Feedback Talks | Absence Planning | Employer Branding | Exit Interviews | Shift
  Planning
education, teaching, school, pedagogy, learning: Classroom Routines | Project-Based
  Learning | Reading Skills | Formative Assessment | Inclusive Teaching | Homework |
  Teaching Online | Exam Preparation
"""


class Subject(NamedTuple):
    """What something is about."""

    signs: Phrases
    """Words, or several after each other, that tell it."""
    themes: Phrases


def _subjects() -> tuple[Subject, ...]:
    found = []
    for row in joined_lines(_TEXT):
        signs, _, themes = row.partition(": ")
        told = tuple(sign.strip() for sign in signs.split(","))
        found.append(Subject(told, parts(themes)))
    return tuple(found)


SUBJECTS = _subjects()
"""The first that is told is taken of those that are told as often."""
