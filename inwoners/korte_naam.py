"""“Ria Verhoef” is “Ria V.”: a first name, and of the rest no more than a letter."""

# What stands before a Dutch name, and before the names of many who came to live here.
TUSSENVOEGSELS = frozenset(
    (
        "aan", "al", "bij", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "een", "el", "het", "in",
        "la", "le", "les", "onder", "op", "over", "'s", "'t", "te", "ten", "ter", "tot", "uijt", "uit", "van", "vom", "von",
        "voor", "zu", "zum", "zur",
    )
)  # fmt: skip
TEKENS = str.maketrans("’‘`–", "'''-")


def korte_naam(naam: str) -> str:
    """“Jan Peter van den Berg” is “Jan van den B.”, “Marie de Groot-van den Berg” is “Marie de G.”.

    A surname begins where its small words begin; without any it's the last word. One word alone stays whole.
    """
    stukken = naam.translate(TEKENS).strip(" -").split("-")
    delen = "-".join(stuk.strip() for stuk in stukken).split()
    if len(delen) < 2:
        return naam
    voornaam, rest = delen[0], delen[1:]
    begin = next((plek for plek, deel in enumerate(rest) if _begint_achternaam(deel)), len(rest) - 1)
    voor = []
    for deel in rest[begin:-1]:
        if not _is_tussenvoegsel(deel):
            break
        voor.append(deel.lower())
    hoofddeel = rest[begin + len(voor)]
    letter = next((teken for teken in hoofddeel if teken.isalpha()), hoofddeel[0])
    return " ".join([voornaam[0].upper() + voornaam[1:], *voor, f"{letter.upper()}."])


def _is_tussenvoegsel(deel: str) -> bool:
    return deel.lower() in TUSSENVOEGSELS


def _begint_achternaam(deel: str) -> bool:
    """A small word, or a name to which one is tied: of “Groot-van den Berg” the first."""
    return _is_tussenvoegsel(deel) or any(map(_is_tussenvoegsel, deel.split("-")[1:]))
