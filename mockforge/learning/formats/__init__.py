"""What a value looks like, and new values of the same look.

kinds.py names the formats, classifying.py tells them, wording.py tells words from
chance; times.py and identifiers.py read what holds a time, minting.py makes new
values, shifting.py moves times, encodings.py looks into values and puts them back.
"""

from mockforge.learning.formats.base64text import spelled, text_in
from mockforge.learning.formats.classifying import classify, common, prefix_of
from mockforge.learning.formats.encodings import decodings, encode
from mockforge.learning.formats.kinds import Format, is_minted, is_time
from mockforge.learning.formats.minting import mint
from mockforge.learning.formats.shifting import moment, shifted, shifted_within

__all__ = [
    "Format",
    "classify",
    "common",
    "decodings",
    "encode",
    "is_minted",
    "is_time",
    "mint",
    "moment",
    "prefix_of",
    "shifted",
    "shifted_within",
    "spelled",
    "text_in",
]
