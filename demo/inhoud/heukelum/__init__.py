from demo.inhoud.heukelum.agenda import AGENDA
from demo.inhoud.heukelum.kern import KERN
from demo.inhoud.heukelum.kernagenda import KERNAGENDA
from demo.inhoud.heukelum.oproepen import OPROEPEN
from demo.inhoud.heukelum.projecten import PROJECTEN
from demo.inhoud.vorm import KernInhoud

HEUKELUM = KernInhoud("heukelum", KERN, KERNAGENDA, PROJECTEN, OPROEPEN, AGENDA)
