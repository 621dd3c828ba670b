"""What people say of what they used, by what it was, and how they liked it.

= hotel room stay             words that tell of what it was
+ The bed was comfortable.    said by those who liked it, ~ by halves, - not at all
++ Clean and central          the line above it
"""

from __future__ import annotations

from typing import NamedTuple

from mockforge.synthesis.lexicons.lexicon import Phrases
from mockforge.synthesis.lexicons.sheets import joined_lines, parts

_TEXT = """
= hotel room rooms stay guest check hostel resort property listing host apartment
  accommodation night villa
+ Spotless room and a breakfast worth getting up for. | Check-in took two minutes and
  they upgraded us. | Lovely view from the fifth floor. We would stay again. | Quiet,
  clean and five minutes from the station. | The staff remembered our names on the
  second day.
~ Great location, but the street is noisy until midnight. | The bed was comfortable; the
  bathroom could do with new paint. | Smaller than in the pictures, but everything
  works.
- Wi-Fi dropped every evening and nobody felt responsible. | The room smelled of smoke
  and the heating did not work. | Paid for a sea view and looked at a car park.
++ Perfect for a weekend | Clean and central | We will be back | Better than expected
~~ Friendly team, small rooms | Good breakfast, thin walls
-- Not again | Overpriced and loud
= restaurant dish menu cuisine food cafe meal waiter table dinner recipe chef bar
+ The risotto alone is worth the trip. | Generous portions and fair prices. | Fresh,
  well seasoned and nicely served. | Best lunch in the neighbourhood, come before noon.
  | Service was kind even though the place was full.
~ We waited forty minutes for the mains, but they were excellent. | Too salty for me; my
  friend loved it. | Good starters, the dessert was nothing special.
- Cold soup, and nobody came back to our table. | Twice the price of the place next door
  and half as good. | The fish was dry and the bill was wrong.
++ Best lunch in town | Lovely evening | A hidden gem | Fresh and tasty
~~ Good food, slow service | Fine, not special
-- Disappointing | Never again
= course lesson instructor student learning training teacher class lecture tutor
+ Clear explanations and exercises that make you think. | I could use what I learned at
  work the next day. | The instructor answers every question in the forum. | Finally
  understood what I had only memorised before.
~ The first weeks are slow, then it gets really good. | Good content, but some videos
  are out of date. | A bit fast for beginners; the notes help.
- Slides read aloud for three hours. | Half of the links are dead and nobody replies. |
  Not what the description promised.
++ Worth every hour | Great teacher | Practical and clear
~~ Solid introduction | A little fast
-- Out of date | Save your money
= book author isbn novel chapter reader publisher library
+ Could not put it down; finished it in two evenings. | The ending surprised me, and it
  made sense. | A story that stays with you for weeks. | Not my usual genre, and I am
  glad I tried.
~ Beautifully written, even if the middle drags. | I liked the characters more than the
  plot.
- Gave up after a hundred pages. | Flat characters and a plot you see coming. | Full of
  typing errors.
++ Unputdownable | A quiet masterpiece | Stays with you
~~ Slow start, strong ending | Not for everyone
-- Too long by half | Could not finish it
= movie film director cinema actor episode series season
+ Wonderful photography and a cast that fits. | The soundtrack carries the whole film. |
  I laughed, then I cried, then I bought the poster. | The best thing I have seen this
  year.
~ Half an hour too long, but the last scene makes up for it. | Predictable story, great
  acting.
- Left after an hour. | All effects and no story. | The trailer has every good scene.
++ A must-see | Beautiful to look at | Better than the first one
~~ Great cast, thin plot | Fine for a rainy evening
-- Overhyped | A waste of two hours
= app software version update plugin extension developer download install saas platform
+ Does what it says, without ads in the way. | Syncs between phone and laptop without
  trouble. | Support answered within an hour and fixed it. | The free plan is enough for
  small teams.
~ Good app, but I miss a dark mode. | Crashed twice in a month, no data lost. |
  Powerful, but it takes a week to learn.
- Since the last update it takes ages to start. | Lost my notes after the update. | Asks
  for a subscription after every second click.
++ Does the job | Great support | Simple and reliable
~~ Good, needs a dark mode | Useful with some flaws
-- Slow since the update | Keeps crashing
= doctor clinic dentist patient practice hospital therapist treatment appointment physio
+ Took the time to explain every step. | Short wait and a friendly front desk. | Listens
  first, then decides. I feel in good hands. | Clear advice and a follow-up call the
  next day.
~ Competent, but the appointment started half an hour late. | Good doctor, the phone is
  always busy.
- Two hours in the waiting room for five minutes. | Felt rushed and left with more
  questions than before.
++ Takes time for you | Friendly and competent | Highly recommended
~~ Good, but a long wait | Fine for routine visits
-- Rushed | Would not go back
= driver ride trip taxi car passenger rental pickup courier
+ On time, clean car, calm driver. | Helped with the luggage without being asked. | Easy
  pickup and no surprises on the bill.
~ Took a longer way than needed, still polite. | Had to wait ten minutes at the station,
  then a smooth ride.
- Cancelled twice before somebody came. | Drove too fast and was on the phone all the
  way.
++ Smooth ride | Friendly driver | Clean and on time
~~ A bit late | Fine, a little pricey
-- Unsafe | Never showed up
=
+ Exactly as described and arrived a day early. | Good value. I would buy it again. | We
  have had it for three months and it still works perfectly. | Great for the price.
  Setup took five minutes. | Took a while to get used to, now I use it every day. | Well
  made, nothing rattles.
~ Solid, though the instructions could be clearer. | Does the job, but the colour
  differs from the picture. | Good quality, slow delivery. | Fine for now, I would spend
  more next time. | Works, but the lid never closes fully. | Nice to look at, a little
  hard to clean. | Some like it at home, I do not. | All right for what it costs.
- Broke after two weeks. | Not what I expected, and the return took a month. | Feels
  cheap for the price. | One part was missing and nobody answers. | Does not do what the
  page says. | Arrived with a crack, and the second one too. | Smells of plastic even
  after weeks. | Looks used, though I paid for a new one. | Support keeps sending the
  same answer. | Went back to my old one after a day. | The size is wrong by far. |
  Loud, slow and already scratched.
++ Great value | Would buy again | Even better than hoped | Very happy with it
~~ Good with small flaws | Good enough
-- Disappointed | Not worth the price | Stopped working | Sent it back | Do not buy |
  Poor quality | Not as described | Waste of money
"""


class Opinions(NamedTuple):
    """What is said of things of one sort, by how they are liked."""

    signs: Phrases
    texts: dict[str, Phrases]
    heads: dict[str, Phrases]


def _opinions() -> tuple[Opinions, ...]:
    found: list[Opinions] = []
    for row in joined_lines(_TEXT):
        mark, _, rest = row.partition(" ")
        if mark == "=":
            found.append(Opinions(tuple(rest.split()), {}, {}))
        else:
            told = found[-1].texts if len(mark) == 1 else found[-1].heads
            told[mark[0]] = parts(rest)
    return tuple(found)


OPINIONS = _opinions()
"""The last is of goods, and of anything else."""
