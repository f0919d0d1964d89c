from core.talen.catalogi import compileer

# Before Django reads the catalogues for the first time.
compileer()
