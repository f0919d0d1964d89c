"""How far the villages are, in figures that everybody can count again: what each of them means stands on the page."""
