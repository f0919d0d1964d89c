"""What has to be in order before Bloei! runs."""

from django.conf import settings
from django.core import checks
from django.db import connection

from core import kleuren
from core.gemeente import gemeente


@checks.register
def vertaalde_teksten(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """A .po without its .mo: the site would show Dutch texts to who reads another language."""
    # What makes catalogues has no part in a site that runs: a check is asked for by a command.
    from core.talen.catalogi import catalogi

    zonder = [taal for taal, po in catalogi().items() if not po.with_suffix(".mo").exists()]
    if not zonder:
        return []
    return [
        checks.Warning(
            f"De teksten van de site zijn niet klaar voor: {', '.join(zonder)}.",
            hint="Draai: make teksten (of: python -m core.talen.catalogi).",
            id="bloei.W001",
        )
    ]


@checks.register
def kleuren_van_de_gemeente(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Colours that can't be read on each other, that are no colours, or that no rule of the style sheet asks for."""
    van = gemeente()
    if not van.kleuren:
        return []
    tokens = kleuren.lees_tokens(settings.BASE_DIR / "stijl" / "tokens" / "kleur.css")
    fouten = [
        f"{thema}.{naam} = {waarde!r}"
        for thema, eigen in van.kleuren.items()
        for naam, waarde in eigen.items()
        if naam not in tokens["licht"] or not kleuren.HEX.fullmatch(str(waarde))
    ]
    if fouten:
        hint = f"Kies uit: {', '.join(sorted(tokens['licht']))}; een kleur is #rgb of #rrggbb."
        return [checks.Error(f"Geen kleur van Bloei!: {', '.join(fouten)}.", hint=hint, id="bloei.E001")]
    zwak = [
        f"{voor} op {achter} ({thema}: {verschil})"
        for thema, alle in kleuren.gestapeld(tokens, van.kleuren).items()
        for voor, achter, verschil in kleuren.te_zwak(alle)
    ]
    if not zwak:
        return []
    return [
        checks.Error(
            f"Niet te lezen: {', '.join(zwak)}.",
            hint=f"Tekst vraagt een contrast van {kleuren.LEESBAAR}, een rand {kleuren.ZICHTBAAR} (WCAG 2.2 AA). "
            f"Pas de kleuren aan in {van.map / 'gemeente.toml'}.",
            id="bloei.E002",
        )
    ]


@checks.register(checks.Tags.database)
def telt_wat_er_gebeurt(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """With Django's own engine nothing would raise the number of the content, and visitors would see what was for ever."""
    if hasattr(connection, "voor_de_commit"):
        return []
    return [
        checks.Error(
            "De databank telt niet mee wat er verandert (docs/adr/0056).",
            hint='Zet in DATABASES: "ENGINE": "site_bloei.databank".',
            id="bloei.E003",
        )
    ]
