"""What is stored, with the database's own promises. No rows about children. Nothing here asks who is reading or why.

Every model has a ``Privacy`` class that lists each field once (``privacy.py`` says what the classes mean). Models are changed by
``operations`` only, which records what changed in the history.
"""

from goldthread.models.action import Action, DueDate, Evidence, Lead, Part, Progress
from goldthread.models.board import Board, Membership
from goldthread.models.document import Document, Proposal
from goldthread.models.finding import Finding
from goldthread.models.history import HistoryEvent, HistoryHead
from goldthread.models.inspection import Inspection, Judgement
from goldthread.models.organisation import Organisation
from goldthread.models.person import Person
from goldthread.models.plan import GlossaryTerm, Item, Measure, Mechanism, Monitoring, Outcome, Plan, RatingKey
from goldthread.models.role import Role
from goldthread.models.search import SearchEntry

__all__ = [
    "Action",
    "Board",
    "Document",
    "DueDate",
    "Evidence",
    "Finding",
    "GlossaryTerm",
    "HistoryEvent",
    "HistoryHead",
    "Inspection",
    "Item",
    "Judgement",
    "Lead",
    "Measure",
    "Mechanism",
    "Membership",
    "Monitoring",
    "Organisation",
    "Outcome",
    "Part",
    "Person",
    "Plan",
    "Progress",
    "Proposal",
    "RatingKey",
    "Role",
    "SearchEntry",
]
