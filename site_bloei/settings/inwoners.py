"""What the municipality decides about residents who take part: limits and terms."""

from .omgeving import omgeving

# What strangers can make us mail with a form in an hour, all together; past it, who manages the site is told.
INWONERMAIL_PER_UUR = omgeving("INWONERMAIL_PER_UUR")
# Days after the promised feedback in which a placed reaction keeps the name of who wrote it (meedoen/vergeten.py).
NAAM_BIJ_REACTIE_DAGEN = omgeving("NAAM_BIJ_REACTIE_DAGEN")
# Weeks in which who sends in a proposal by the right to challenge hears what was decided.
UITDAAGRECHT_WEKEN = omgeving("UITDAAGRECHT_WEKEN")
