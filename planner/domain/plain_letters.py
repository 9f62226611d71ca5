"""Plain ASCII letters for a terminal that has no others: an é is written as e, a “ as ", an ellipsis as two dots.

A row of the screen is measured after it is written so, for some letters become two.
"""

from __future__ import annotations

#: Quotes of French keep their distance from what they quote, which plain ones do not.
_QUOTES = ("«\u202f", "«\u00a0", "\u202f»", "\u00a0»")

#: Signs that are written otherwise; letters with accents lose them.
_AS = {
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‘’‚‹›′", "'"),
    **dict.fromkeys("–—−‐‑─━", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009", " "),
    "…": "..",
    "·": "-",
    "•": "-",
    "■": "#",
    "◆": "@",
    "┄": "~",
    "▸": ">",
    "‖": "=",
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "→": "->",
    "←": "<-",
    "↑": "^",
    "↓": "v",
    "›": ">",
    "✓": "ok",
    "ß": "ss",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "€": "EUR",
    "£": "GBP",
    "°": "o",
}


def plain(text: str) -> str:
    """A text in ASCII alone; what has no plain letter is a question mark."""
    if text.isascii():
        return text
    for quote in _QUOTES:
        text = text.replace(quote, '"')
    return "".join(map(_plain, text))


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _AS:
        return _AS[sign]
    import unicodedata  # a command may not pay for it where it has nothing to write so

    letters = "".join(each for each in unicodedata.normalize("NFKD", sign) if each.isascii())
    return letters or ("" if unicodedata.combining(sign) else "?")
