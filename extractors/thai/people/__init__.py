"""Persons and bodies in a cell of those responsible, with title, name, position and unit.

Names are copied as printed and never spell-corrected.
"""

from extractors.thai.people.cells import begins_with_title, people
from extractors.thai.people.person import Person

__all__ = ["Person", "begins_with_title", "people"]
