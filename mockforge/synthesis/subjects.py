"""Titles and texts that are about what the request is about.

`courses of a data science academy`, `a blog on hiking`: what is taught or written has
themes of that subject; of a subject that nobody wrote of, the words themselves are it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.lexicons.lexicon import bars
from mockforge.synthesis.lexicons.subjects import SUBJECTS, Subject
from mockforge.synthesis.naming import plural, slug, small, tokens, words_of
from mockforge.synthesis.phrases import filled

_TAUGHT = bars("""{Theme}|Introduction to {Theme}|{Theme} in Practice|{Theme} for
    Beginners|{Theme}, Step by Step|Working with {Theme}|Advanced {Theme}""")
_WRITTEN = bars("""A Beginner's Guide to {Theme}|{Theme} Explained|A Closer Look at
    {Theme}|Getting Started with {Theme}|Notes on {Theme}|Rethinking {Theme}|The Future
    of {Theme}|{Theme}: Five Common Mistakes|What We Get Wrong About {Theme}|{Theme} and
    {Other}""")
_SPOKEN = bars("""A Closer Look at {Theme}|Rethinking {Theme}|{Theme}: Lessons Learned|
    The Future of {Theme}|From {Theme} to {Other}|Ten Years of {Theme}|{Theme} Without
    Tears""")
_BOUND = bars("""A Short History of {Theme}|Understanding {Theme}|The Art of {Theme}|
    {Theme} for Everyone|The Little Book of {Theme}|{Theme} and {Other}|{Theme}: A
    Practical Guide""")
_HEARD = bars("""{Theme} Explained|Inside {Theme}|A Conversation About {Theme}|On
    {Theme}| The Story of {Theme}|{Theme} or {Other}?|{Theme}, with {first} {last}""")
_MET = bars("""{Theme} Workshop|An Evening of {Theme}|{Theme} Meetup {City}|Introduction
    to {Theme}|{Theme} Day {City}""")
_JOINED = bars("""{Theme} {City}|{Theme} Enthusiasts|Friends of {Theme}|{Theme} for
    Beginners""")
_TITLES = {
    **dict.fromkeys(("course", "lesson", "quiz", "enrollment", "assignment"), _TAUGHT),
    **dict.fromkeys(("article", "post", "page", "newsletter", "note"), _WRITTEN),
    **dict.fromkeys(("talk", "speaker"), _SPOKEN),
    **dict.fromkeys(("book", "library book"), _BOUND),
    **dict.fromkeys(("episode", "video", "podcast"), _HEARD),
    **dict.fromkeys(("event", "happening", "workshop", "seminar", "webinar"), _MET),
    **dict.fromkeys(("lecture", "module", "tutorial", "training"), _TAUGHT),
    **dict.fromkeys(("group", "chat room", "conversation"), _JOINED),
}
_SAID = bars("""From {theme} to {other}, with examples you can follow.|A practical look
    at {theme}, and what it has to do with {other}.|{Theme} step by step, for those who
    are new to it.|What {theme} can tell us, and where to go from there.|A short, clear
    introduction to {theme} with a few words on {other}.|Why {theme} and {other} belong
    together, told by people who know both.|On {theme}, {other} and the small things
    that make the difference.""")
_TOLD = bars("""Starts with {theme} and ends with {other}; no experience needed.|With
    exercises on {theme} and a longer part on {other}.|{Theme} step by step, with a
    project of your own at the end.|A solid base in {theme}, and a first look at
    {other}.|Short videos on {theme}, a quiz after each, and an outlook on {other}.""")
_BODY = bars("""I came to {theme} by accident and stayed for {other}. What follows is
    what I wish someone had told me at the start.|Most people begin with {theme}. That
    is not wrong, but {other} will save you more time. Here is how we do it.|Last month
    we spent a whole week on {theme}. Three things surprised us, and one of them has to
    do with {other}.|Ask ten people about {theme} and you get eleven answers. We asked
    those who work on {other} every day.|There is more to {theme} than it seems. Before
    you move on to {other}, take an hour to get the basics right.""")
_REPLIES = bars("""Finally someone explains {theme} properly.|Could you write more about
    {other}?|We tried this last month, and {theme} made all the difference.|I disagree
    on {theme}, but the rest is spot on.|Great read! Any tips on {other} for
    beginners?|Saved for later, I am just starting with {theme}.|The part on {other} was
    new to me, thank you.|Sent this to a friend who is into {theme}.""")
_HEADS = frozenset(("name", "subject", "tagline"))
_PROSE = frozenset(("description", "summary", "note", "bio"))
_REMARKS = frozenset(("comment", "reply", "message", "review"))
_KINDS = frozenset(_TITLES) | {"comment"}

_ABOUT = re.compile(
    r"\b(?:blog|podcast|courses?|articles?|posts?|talks?|lessons?|videos?|magazine|"
    r"newsletter|lectures?|workshops?|books?|episodes?|forum|community)\b[^.;,]{0,20}?"
    r"\b(?:about|on) (?:the )?([a-z]+(?: [a-z]+)?)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b([a-z]{4,}) (?:blog|podcast|courses?|academy|magazine|newsletter|conference|"
    r"channel|forum|community|lectures?|articles|videos)\b",
    re.IGNORECASE,
)
_NO_SUBJECTS = frozenset(
    tokens(
        """online news company tech recent latest popular featured free university
        college school list some many several different various published draft video
        personal corporate internal weekly daily monthly local annual training average
        their your this that page each user users with team podcast blog course sale
        demand time average topic topics subject something things"""
    )
)
_SHAPES = ("{0}", "{0} Basics", "Modern {0}", "{0} at Home", "{0} Tools",
           "{0} Through the Year", "Everyday {0}", "{0} Stories")  # fmt: skip


@lru_cache(maxsize=512)
def subject_of(text: str, around: tuple[str, ...]) -> Subject | None:
    """Return what *text*, or the words *around*, say that it is about, or None."""
    told = f" {' '.join((*words_of(text), *around))} "
    scores = [sum(f" {sign} " in told for sign in one.signs) for one in SUBJECTS]
    most = max(scores)
    if most:
        return SUBJECTS[scores.index(most)]
    for shape in (_ABOUT, _OF):
        for match in shape.finditer(text):
            words = [word for word in match[1].lower().split()
                     if word not in _NO_SUBJECTS and len(word) > 3]  # fmt: skip
            if words:
                name = " ".join(words).title()
                return Subject((), tuple(one.format(name) for one in _SHAPES))
    return None


def about(entity: Entity, field: Field) -> Json:
    """Return what *field* says of the subject, or MISSING."""
    subject = entity.shared.subject
    if subject is None or field.kind != "string":
        return MISSING
    kind = entity.kind or entity.whole.kind or entity.shared.noun
    if kind not in _KINDS:
        return MISSING
    role = field.role.name
    if role == "tags":
        return slug(entity.shared.dealt(("tag", field.path[:-1]), subject.themes))
    if role == "category" and subject.signs:
        return subject.signs[0].title()
    shapes = _shapes(kind, role, field)
    if not shapes:
        return MISSING
    key = ("about", kind, role)
    theme = _theme(entity, subject)
    shape = entity.shared.dealt(key, shapes)
    own = entity.rng.choice([one for one in subject.themes if one != theme])
    if role not in _HEADS:
        theme, own = _within(theme), _within(own)
    made = shape.replace("{Theme}", theme[:1].upper() + theme[1:])
    made = made.replace("{theme}", theme).replace("{other}", own)
    return filled(entity, made.replace("{Other}", own[:1].upper() + own[1:]))


_PROPER = frozenset(
    tokens(
        """Bayesian Roman Egypt Silk Road Viking Florence Constantinople Byzantine
        Jupiter Plato's Dutch Lisbon Pandas Python React Git Alpine Renaissance"""
    )
)


def _within(theme: str) -> str:
    """Return *theme* as it stands within a sentence."""
    return " ".join(word if word in _PROPER else small(word) for word in theme.split())


def _shapes(kind: str, role: str, field: Field) -> tuple[str, ...]:
    if role in _HEADS:
        own = kind in words_of(plural(field.role.whose)) or not field.role.whose
        is_own = own or field.role.whose in kind
        return _TITLES.get(kind, ()) if is_own else ()
    if kind == "comment":
        return _REPLIES if role in _REMARKS | {"body"} else ()
    if role == "body":
        return _BODY
    if role in _PROSE:
        return _TOLD if _TITLES.get(kind) is _TAUGHT else _SAID
    return _REPLIES if role in _REMARKS else ()


def _theme(entity: Entity, subject: Subject) -> str:
    """Return what *entity* is about, the same for its title and its texts."""
    whole = entity.whole
    known = str(next((value for name, value in whole.known.items()
                      if name.endswith(("title", "name"))), ""))  # fmt: skip
    there = next((one for one in subject.themes if one in known), None)
    if there is not None:
        return there
    return entity.shared.dealt(("theme", entity.kind), subject.themes)
