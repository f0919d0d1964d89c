"""What the meetings of the demo agreed, by the slug of each. `stand` is confirmed, `gemeld` waits for communications."""

from demo.inhoud.vorm import Gegevens

AFSPRAKEN: dict[str, list[Gegevens]] = {
    "schouw-langs-de-fruitbomen": [
        {
            "wat": "De stoep bij de bocht in het najaar elke week vegen",
            "wie_soort": "gemeente",
            "wie": "Gemeente, groen",
            "wanneer": "vanaf nu",
            "stand": ("bezig", ""),
        },
        {
            "wat": "Drie soorten bomen uitzoeken die bloeien zonder fruit",
            "wie_soort": "gemeente",
            "wie": "Gemeente, groen",
            "uiterlijk": ("wo", -5),
            "punt": "Minder overlast van de fruitbomen in de Willem-Alexandersingel",
        },
    ],
    "eerste-avond-over-het-plein": [
        {
            "wat": "Het verslag ophangen in het Klokhuis",
            "wie_soort": "inwoners",
            "wie": "Inwonersgroep Beesd",
            "wanneer": "volgende week",
            "stand": ("gedaan", "Het hangt bij de ingang, naast het prikbord."),
        },
        {
            "wat": "Tellen hoeveel auto's er op het plein staan",
            "wie_soort": "gemeente",
            "wie": "Gemeente, verkeer",
            "wanneer": "voor de tweede avond",
            "uiterlijk": ("ma", 1),
            "project": "een-plein-om-te-blijven",
        },
        {
            "wat": "De school vragen of kinderen meetekenen",
            "wie_soort": "inwoners",
            "wie": "Werkgroep plein",
            "wanneer": "deze maand",
            "stand": (
                "vervallen",
                "De school heeft dit jaar geen tijd. Volgend jaar vragen we het weer.",
            ),
        },
    ],
    "schouw-op-de-fiets": [
        {
            "wat": "Het pad opmeten en kijken of het breder kan",
            "wie_soort": "gemeente",
            "wie": "Gemeente, verkeer",
            "wanneer": "binnen zes weken",
            "uiterlijk": ("vr", -1),
        },
        {
            "wat": "Foto's van alle plekken op de site zetten",
            "wie_soort": "inwoners",
            "wie": "Kerngroep Heukelum",
            "wanneer": "deze maand",
            "stand": ("bezig", "De helft staat erop."),
        },
    ],
    "avond-over-de-kansenkaart": [
        {
            "wat": "Uitzoeken hoeveel auto's erbij komen per plek",
            "wie_soort": "gemeente",
            "wie": "Gemeente, verkeer",
            "wanneer": "voor de volgende avond",
            "uiterlijk": ("wo", 3),
        },
        {
            "wat": "De kaart ophangen in De Krakeling",
            "wie_soort": "samen",
            "wie": "Klankbordgroep",
            "stand": ("gedaan", "De kaart hangt in de hal, met potloden erbij."),
        },
    ],
    "opruimdag-rietput": [
        {
            "wat": "Een kapotte plank in de steiger vervangen",
            "wie_soort": "inwoners",
            "wie": "Heukelum Aktief",
            "wanneer": "voor het weekend",
            "gemeld": ("gedaan", "De plank is vervangen en de steiger is weer veilig."),
        }
    ],
}
