"""How easy a Dutch text reads: the formula of Flesch as Douma (1960) fitted it to Dutch.

206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. 60 and up is plain language, about B1.
"""

import re

DOEL = 60
GENOEG_WOORDEN = 30
LANGE_ZIN = 20

# Tried at the first mark of a row only: at each of them, a long row of dots would take ages.
_ZIN = re.compile(r"(?<![.!?:;])[.!?:;]++(?=\s|$)|\n+")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Vowels that sound as one syllable in Dutch; the longest first.
_KLINKERS = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|oe|eu|ui|ij|ei|ou|au|ie|[aeiouyáéíóúàèëïöüê]", re.IGNORECASE
)


def lettergrepen(woord: str) -> int:
    """A count good enough for an average; a word has at least one."""
    return max(1, len(_KLINKERS.findall(woord)))


def flesch_douma(tekst: str) -> float | None:
    """The score, mostly between 0 (hard) and 100 (easy); None for a text too short to say anything about."""
    zinnen = [woorden for deel in _ZIN.split(tekst) if (woorden := _WOORD.findall(deel))]
    woorden = [woord for zin in zinnen for woord in zin]
    if len(woorden) < GENOEG_WOORDEN:
        return None
    per_honderd = 100 * sum(map(lettergrepen, woorden)) / len(woorden)
    return round(206.84 - 0.77 * per_honderd - 0.93 * len(woorden) / len(zinnen), 1)


def advies(tekst: str) -> dict:
    """The score and sentences that help: {"score": float | None, "doel": 60, "tips": [str]}."""
    score = flesch_douma(tekst)
    tips = []
    if score is not None and score < DOEL:
        tips.append("De tekst is nog moeilijk te lezen. Kies kortere zinnen en gewone woorden.")
    zinnen = [deel.strip() for deel in _ZIN.split(tekst)]
    lang = [zin for zin in zinnen if len(_WOORD.findall(zin)) > LANGE_ZIN]
    if lang:
        begin = " ".join(lang[0].split()[:6])
        tips.append(
            f"{len(lang)} lange zin{'nen' if len(lang) > 1 else ''}. Knip er een in tweeën: “{begin} …”"
        )
    return {"score": score, "doel": DOEL, "tips": tips}
