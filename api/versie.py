"""The version of the API: MAJOR.MINOR.PATCH. The first number is in the address, all three in every answer."""

VERSIE = "1.0.0"
BASIS = f"/api/v{VERSIE.split('.')[0]}"
