"""By what else a kern is known: its postcode, and how its name is heard and written.

The postcodes were held against 4PP, a free table of the Dutch four-digit postcodes (December 2014), on 26 November 2026: it has
these for the 26 kernen, and no others. Four of them are for post office boxes only.

By woonplaatscode (BAG), because that stays when somebody changes the title of a page. A kern with another name or a postcode
that is missing: add it here.
"""

# PostNL gives them out; the BAG says which addresses have them. The four digits are of one kern each.
POSTCODES = {
    "4060": "3364",  # Ophemert, post office boxes
    "4061": "3364",  # Ophemert
    "4063": "3361",  # Heesselt
    "4064": "3367",  # Varik
    "4147": "2353",  # Asperen
    "4151": "3527",  # Acquoy
    "4152": "3528",  # Rhenoy
    "4153": "3213",  # Beesd
    "4155": "3214",  # Gellicum
    "4156": "3215",  # Rumpt
    "4157": "3216",  # Enspijk
    "4158": "3217",  # Deil
    "4161": "2355",  # Heukelum
    "4170": "2354",  # Herwijnen, post office boxes
    "4171": "2354",  # Herwijnen
    "4174": "3362",  # Hellouw
    "4175": "3360",  # Haaften
    "4176": "3366",  # Tuil
    "4180": "3368",  # Waardenburg, post office boxes
    "4181": "3368",  # Waardenburg
    "4182": "3363",  # Neerijnen
    "4184": "3365",  # Opijnen
    "4185": "3359",  # Est
    "4190": "3529",  # Geldermalsen, post office boxes
    "4191": "3529",  # Geldermalsen
    "4194": "3530",  # Meteren
    "4196": "3531",  # Tricht
    "4197": "3532",  # Buurmalsen
    "4211": "2356",  # Spijk
    "4212": "2356",  # Spijk
    "4214": "2357",  # Vuren
}

# As they sound, or were written before.
SCHRIJFWIJZEN = {
    "2353": ("aspere",),
    "2354": ("herwijne", "herwijen"),
    "2355": ("heukelom", "heukelem"),
    "3213": ("beest", "bees"),
    "3214": ("gellecum", "gellikum"),
    "3215": ("rumt", "rumpd"),
    "3216": ("enspik", "enschpijk"),
    "3360": ("haften", "haafte"),
    "3361": ("hesselt", "heeselt"),
    "3362": ("helouw", "hellou"),
    "3363": ("neereinen", "neerijne"),
    "3365": ("opeinen", "opijne"),
    "3368": ("waardenborg", "waerdenburg"),
    "3527": ("akkooi", "akooi", "acooy", "akoy"),
    "3528": ("renooi", "rhenooi", "renoy", "reenooi"),
    "3529": ("gelmalsen", "geldermalse", "geldermalssen"),
    "3530": ("metere",),
    "3531": ("trigt", "trecht"),
    "3532": ("buurmalse", "buurmalssen"),
}
