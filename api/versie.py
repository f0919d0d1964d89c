"""The version of the API: MAJOR.MINOR.PATCH. The first number is in the address, all three in every answer.

A new field or resource raises the second number, and is told in `WIJZIGINGEN`, for whoever builds a channel.
"""

VERSIE = "1.3.0"
BASIS = f"/api/v{VERSIE.split('.')[0]}"
WIJZIGINGEN: dict[str, list[str]] = {
    "1.3.0": [
        "Een oproep heeft `vragen`, `aantallen` (naar hoe mensen meededen) en `uitkomstpunten`.",
        "`/oproepen/{id}/reacties` geeft wat mensen schreven en wat geplaatst is. Bewaar dat niet: het kan worden weggehaald.",
        "`dagenTeLaat` zegt hoe lang de terugkoppeling van een oproep te laat is; met `status=te-laat` staat het langste bovenaan.",
        "Een agenda-item heeft `aanmeldenHier` en `plaatsenVrij`; een oproep `aanmeldenHier` en `taken`. Wie zich aanmeldt, staat er nooit bij.",
        "`/wijzigingen` geeft het logboek van wat openbaar werd, veranderde en verdween: genoeg om een kopie bij te houden.",
        "Een kanaal kan bij elke regel van dat logboek meteen een ondertekend bericht krijgen (webhook).",
        "`versie` staat bij elke pagina in `/paginas`, ook zonder `metVersie`. Het is het nummer van haar laatste wijziging.",
        "`/nieuw.xml` noemt ook wat verdween (RFC 6721).",
        "`/site` geeft menu, voet, talen en contact; `/omleidingen` waar adressen van vroeger naartoe gaan.",
        "`paginas?pad=` zegt met `verhuisdNaar` dat een pad van vroeger is; met `metInhoud=true` komt ook `inleiding` mee.",
        "`velden=titel,url` geeft van elk resultaat alleen die velden.",
        "`gewijzigdSinds` kan bij elke lijst van wat wordt gepubliceerd.",
        "`uitsnede=16:9` (of 1:1, 4:3, 3:2) snijdt foto's uit rond hun focuspunt. Foto's hebben een ETag en mogen overal worden getoond.",
        "`/api/v1` zelf zegt wat er is.",
        "`/afspraken` geeft wat er op bijeenkomsten is afgesproken en hoe het ermee staat, over alle kernen.",
        "Een afspraak in een verslag heeft een vaste `id`, en zegt hoe het ermee staat (`stand`, `uitleg`, `dagenTeLaat`) en waar zij bij hoort.",
        "Een punt van een kernagenda noemt de `afspraken` die erbij horen, zegt waarom zijn status veranderde (`reden`) en sinds wanneer.",
        "`/voortgang` telt punten, beloften en afspraken over alle kernen, en geeft cijfers per kern en jaar.",
        "`/zoek` geeft bij een kernagenda de gevonden `punten`: elk met zijn adres, zijn status en sinds wanneer.",
        "`/zoek` zegt van elke pagina `wanneer` het is en hoe het ermee staat (`stand`): gaat het door, is het geweest, kun je nog meedoen.",
        "Heeft niets alle woorden, dan geeft `/zoek` wat bij een deel ervan past: `deels` zegt dat.",
        "`/wijzigingen` kent de soort `afspraak`: er is bevestigd hoe het met een afspraak staat.",
    ],
    "1.2.0": [
        "`id` is in elke taal het nummer van de Nederlandse pagina. `taal` zegt in welke taal de tekst echt is.",
        "Wie een nummer van een vertaling bewaarde, krijgt daarmee nog steeds de pagina.",
        "In de tekst van een kern kan een blok `gelukt` staan: projecten en punten die klaar zijn.",
    ],
    "1.1.0": [
        "Agenda-items hebben `beginDatum` en `eindeDatum`: dagen in Nederlandse tijd, naast `begin` en `einde` in UTC.",
        "`/paginas` geeft met `metVersie=true` een `versie`: een spiegel ziet daaraan wat er is veranderd.",
        "Een kern, thema of project dat er niet is, `van` na `tot` en een `bbox` buiten de wereld zijn een fout (400).",
        "Een kern die een andere naam kreeg, is ook bij haar oude naam te vinden: `/kernen/{slug}` geeft 308.",
        "`crs` en `Content-Crs` staan bij alles met plekken; `/crss` noemt de stelsels.",
        "Wie met `Accept` iets vraagt wat er niet is, krijgt 406.",
    ],
    "1.0.0": ["De eerste versie."],
}
