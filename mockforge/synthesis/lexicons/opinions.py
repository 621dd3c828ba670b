"""What people say of what they used, by what it was."""

from mockforge.synthesis.lexicons.lexicon import lines

OPINIONS = (
    (
        "hotel room rooms stay guest check hostel resort property listing host "
        "apartment accommodation night villa",
        lines("""
            Spotless room and a breakfast worth getting up for.
            Great location, but the street is noisy until midnight.
            Check-in took two minutes and they upgraded us.
            The bed was comfortable; the bathroom could do with new paint.
            Lovely view from the fifth floor. We would stay again.
            Wi-Fi dropped every evening, the staff did what they could.
            Quiet, clean and five minutes from the station.
            Smaller than in the pictures, but everything works.
        """),
        lines("""
            Perfect for a weekend
            Clean and central
            Friendly team, small rooms
            We will be back
            Good breakfast, thin walls
            Better than expected
        """),
    ),
    (
        "restaurant dish menu cuisine food cafe meal waiter table dinner recipe "
        "chef bar delivery",
        lines("""
            The risotto alone is worth the trip.
            Generous portions and fair prices.
            We waited forty minutes for the mains, but they were excellent.
            Fresh, well seasoned and nicely served.
            Service was kind even though the place was full.
            Too salty for me; my friend loved it.
            Best lunch in the neighbourhood, come before noon.
            Dessert was the highlight of the evening.
        """),
        lines("""
            Best lunch in town
            Lovely evening
            Good food, slow service
            A hidden gem
            Will come again
            Fresh and tasty
        """),
    ),
    (
        "course lesson instructor student learning training teacher class "
        "lecture tutor enrolled",
        lines("""
            Clear explanations and exercises that make you think.
            The first weeks are slow, then it gets really good.
            I could use what I learned at work the next day.
            The instructor answers every question in the forum.
            Good content, but some videos are out of date.
            Finally understood what I had only memorised before.
            A bit fast for beginners; the notes help.
        """),
        lines("""
            Worth every hour
            Great teacher
            Solid introduction
            A little fast
            Practical and clear
        """),
    ),
    (
        "book author isbn novel pages chapter reader publisher",
        lines("""
            Could not put it down; finished it in two evenings.
            Beautifully written, even if the middle drags.
            The ending surprised me, and it made sense.
            A story that stays with you for weeks.
            I liked the characters more than the plot.
            Not my usual genre, and I am glad I tried.
        """),
        lines("""
            Unputdownable
            Slow start, strong ending
            A quiet masterpiece
            Stays with you
            Not for everyone
        """),
    ),
    (
        "movie film director cinema actor episode series show season watch",
        lines("""
            Wonderful photography and a cast that fits.
            Half an hour too long, but the last scene makes up for it.
            The soundtrack carries the whole film.
            Predictable story, great acting.
            I laughed, then I cried, then I bought the poster.
            The best thing I have seen this year.
        """),
        lines("""
            A must-see
            Great cast, thin plot
            Beautiful to look at
            Better than the first
            Overhyped
        """),
    ),
    (
        "app software version update plugin extension developer download "
        "install saas tool platform",
        lines("""
            Does what it says, without ads in the way.
            Since the last update it takes ages to start.
            Syncs between phone and laptop without trouble.
            Support answered within an hour and fixed it.
            The free plan is enough for small teams.
            Good app, but I miss a dark mode.
            Crashed twice in a month, no data lost.
        """),
        lines("""
            Does the job
            Slow since the update
            Great support
            Simple and reliable
            Needs a dark mode
        """),
    ),
    (
        "doctor clinic dentist patient practice hospital therapist treatment "
        "appointment",
        lines("""
            Took the time to explain every step.
            Short wait and a friendly front desk.
            Listens first, then decides. Feels in good hands.
            The appointment started half an hour late.
            Clear advice and a follow-up call the next day.
        """),
        lines("""
            Takes time for you
            Friendly and competent
            Long wait
            Highly recommended
        """),
    ),
    (
        "driver ride trip taxi car passenger rental pickup courier",
        lines("""
            On time, clean car, calm driver.
            Took a longer way than needed, still polite.
            Helped with the luggage without being asked.
            Easy pickup and no surprises on the bill.
            Had to wait ten minutes at the station.
        """),
        lines("""
            Smooth ride
            Friendly driver
            A bit late
            Clean and on time
        """),
    ),
)  # fmt: skip
"""Words that tell of what it is; what is said; and the line above it."""
