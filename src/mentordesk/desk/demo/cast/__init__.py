"""Seven people nobody has met, in seven zones, under the three playbooks that ship."""

from mentordesk.desk.demo.cast.ada import ADA
from mentordesk.desk.demo.cast.ben import BEN
from mentordesk.desk.demo.cast.dee import DEE
from mentordesk.desk.demo.cast.haruka import HARUKA
from mentordesk.desk.demo.cast.ines import INES
from mentordesk.desk.demo.cast.nour import NOUR
from mentordesk.desk.demo.cast.sola import SOLA

CAST = (ADA, SOLA, NOUR, HARUKA, BEN, DEE, INES)
