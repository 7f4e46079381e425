"""Repair of Thai text whose text layer lies: first what is certain by form, then what the language proves.

``repair_all`` is the door for a document, ``repair`` for a text that stands alone. Clean text comes back as it
is. Digits and codes are never changed; personal names get repair by form only.
"""

from extractors.thai.repair.damage import Damage, damage, damage_of_all
from extractors.thai.repair.kinds import Kind
from extractors.thai.repair.repairing import Change, Repaired, repair, repair_all

__all__ = ["Change", "Damage", "Kind", "Repaired", "damage", "damage_of_all", "repair", "repair_all"]
