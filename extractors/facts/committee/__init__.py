"""Members of committees from the orders that appoint them.

A walk through the document in reading order: an order's head opens it, a heading names the committee, tables
and numbered lines under it list its members, and the date stands after them. A committee whose table runs
over a page end keeps its name, for the name changes only with the next heading. Without an order only a list
whose roles are those of a committee counts, without number and date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.document import Line, Paragraph
from extractors.facts.committee.members import Member, begins_member, is_catchword, members_of_lines
from extractors.facts.committee.orders import Order, begins_order, committee_heading
from extractors.facts.committee.roles import is_role
from extractors.facts.committee.rosters import members_of_table
from extractors.facts.context import Context, Found
from extractors.tables import TableReading, read_blocks
from schemas.issues import issue
from schemas.rows import CommitteeMember, Issue

MOST_LINES_OF_A_MEMBER = 3
_HALF_ROLE = "ประธาน"
"""A role that may be whole, but in an order is mostly the first half of one."""


@dataclass
class _Walk:
    """Where the walk stands, and what it has met."""

    has_spans: bool
    order: Order = field(default_factory=lambda: Order(closed=True))
    orders: list[Order] = field(default_factory=list)
    heading: str = ""
    members: list[tuple[Order, str, Member]] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    begun: list[Line] = field(default_factory=list)
    """The lines of a member whose role has not come yet: it may stand in a paragraph of its own below."""
    has_just_taken: bool = False
    """Whether the last entry read was a member."""

    @property
    def appointed(self) -> bool:
        return bool(self.heading or self.order.committee) and not self.order.closed

    def paragraph(self, paragraph: Paragraph) -> None:
        if begins_order(paragraph):
            self.order, self.heading, self.begun = Order(), "", []
            self.orders.append(self.order)
        self.order.read(paragraph)
        if self.order.closed:
            return
        for record in _records(paragraph):
            lines = [line.text for line in record]
            begun = self.begun if self.begun and not begins_member(lines[0]) else []
            page = begun[0].page if begun else record[0].page
            self.begun = []
            if members := members_of_lines([*(line.text for line in begun), *lines], page) if self.appointed else []:
                self.take(members)
            elif self._completes_role(lines):
                pass
            elif heading := committee_heading(" ".join(lines)):
                self.heading = heading
            elif begun or begins_member(lines[0]):
                whole = [*begun, *record]
                self.begun = whole if len(whole) <= MOST_LINES_OF_A_MEMBER else []
            self.has_just_taken = bool(members)

    def _completes_role(self, lines: list[str]) -> bool:
        """Takes over the rest of the role of the member just met: "... ประธาน" with "กรรมการ" below it."""
        if not self.has_just_taken or len(lines) != 1:
            return False
        order, committee, member = self.members[-1]
        whole = member.role + lines[0].strip()
        if not member.role.endswith(_HALF_ROLE) or not is_role(lines[0]) or not is_role(whole):
            return False
        self.members[-1] = (order, committee, replace(member, role=whole))
        return True

    def table(self, reading: TableReading) -> None:
        self.begun, self.has_just_taken = [], False
        for heading, members in members_of_table(reading, appointed=self.appointed, has_spans=self.has_spans):
            self.heading = heading or self.heading
            self.take(members)
            self.tables.add(reading.table.number)

    def take(self, members: list[Member]) -> None:
        order = Order() if self.order.closed else self.order
        name = "" if self.order.closed else self.heading or self.order.committee
        self.members.extend((order, name, member) for member in members)


def find(context: Context) -> Found:
    """One row per member, and an issue for each order whose date cannot be one."""
    walk = _Walk(context.document.text_source != "text")
    for block in read_blocks(context.document, context.readings):
        if isinstance(block, Paragraph):
            walk.paragraph(block)
        else:
            walk.table(block)
    rows = [_row(order, committee, member) for order, committee, member in walk.members]
    dates = [_impossible_date(order) for order in walk.orders if order.date_printed and not order.date]
    return Found(rows, dates, frozenset(walk.tables))


def _records(paragraph: Paragraph) -> Iterator[list[Line]]:
    """The printed lines of a paragraph as entries of a list: each begins with a number or a person."""
    record: list[Line] = []
    for line in paragraph.lines:
        if is_catchword(line.text):
            continue
        if record and begins_member(line.text):
            yield record
            record = []
        record.append(line)
    if record:
        yield record


def _row(order: Order, committee: str, member: Member) -> CommitteeMember:
    return CommitteeMember(
        order_no=order.number,
        order_date=order.date,
        committee=committee,
        seq=member.seq,
        person=member.person,
        position=member.position,
        role=member.role,
        page=member.page,
    )


def _impossible_date(order: Order) -> Issue:
    return issue(
        "W_ORDER_DATE_UNREADABLE",
        table="committee_members",
        row_ref=order.number,
        printed=order.date_printed,
        page=order.page,
    )
