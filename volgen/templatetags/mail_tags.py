"""How a mail looks: on each element, because many mail programs throw away a style sheet."""

from django import template

from core.gemeente import gemeente
from core.kleuren import kleur

register = template.Library()

INKT, ZACHT, RAND, PAPIER = "#1a2727", "#4a5854", "#d9d2c5", "#ffffff"
# Bloei!'s own; a municipality may have others (core/kleuren.py).
RIVIER, BLOESEM = "#0e5563", "#a82b59"
LETTER = "font-family: Arial, Helvetica, sans-serif"
STIJLEN = {
    "lijf": f"margin: 0; padding: 0; background: {PAPIER}; color: {INKT}; {LETTER}; font-size: 17px; line-height: 1.5",
    "merk": f"padding: 0 8px 8px; color: {BLOESEM}; {LETTER}; font-size: 22px; font-weight: bold",
    "hoofdstuk": f"padding: 8px 8px 24px; border-top: 3px solid {BLOESEM}; {LETTER}",
    "h1": f"margin: 8px 0; color: {INKT}; font-size: 26px; line-height: 1.25",
    "h2": f"margin: 28px 0 4px; color: {BLOESEM}; font-size: 19px; line-height: 1.3",
    "h3": "margin: 0 0 4px; font-size: 18px; line-height: 1.35",
    "stuk": f"padding: 12px 0; border-bottom: 1px solid {RAND}",
    "voorwoord": "margin: 12px 0; font-size: 17px",
    "wanneer": f"margin: 0 0 4px; color: {ZACHT}; font-weight: bold; font-size: 16px",
    "regel": "margin: 0 0 4px; font-size: 17px",
    "link": f"color: {RIVIER}; text-decoration: underline",
    "voet": f"padding: 16px 8px; color: {ZACHT}; {LETTER}; font-size: 15px; line-height: 1.6",
}


@register.simple_tag
def mailstijl(wat: str) -> str:
    van = gemeente()
    eigen = {RIVIER: kleur(van, "rivier", RIVIER), BLOESEM: kleur(van, "bloesem", BLOESEM)}
    stijl = STIJLEN[wat]
    for standaard, anders in eigen.items():
        stijl = stijl.replace(standaard, anders)
    return stijl
