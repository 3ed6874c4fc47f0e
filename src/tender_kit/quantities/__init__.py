"""Chinese wording to typed value: numerals, masks, money, moments, durations, shares, working days, rhythms.

Pure functions on folded text (half-width punctuation, Chinese ``。、“”``). They know no document and no
procurement; every result carries ``start`` and ``end`` in the text that was given.
"""
