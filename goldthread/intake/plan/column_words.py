"""The words that plans print over their columns, and what each names."""

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from goldthread.common.text import fold


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    SECTION = "section"
    ITEM = "item"
    SOURCE = "source"
    TIMESCALE = "timescale"
    OUTCOME = "outcome"
    ACTION = "action"
    PART = "part"
    LEAD = "lead"
    SUPPORT = "support"
    ACCOUNTABLE = "accountable"
    BY_WHEN = "by_when"
    MEASURE = "measure"
    EVIDENCE = "evidence"
    PROGRESS = "progress"
    RATING = "rating"
    IMPACT = "impact"
    NOTES = "notes"
    OTHER = "other"


HEADINGS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"(issue )?key|task (no|id)|code"),
    (
        Role.OTHER,
        r"progress bar|(last )?modified( by| on)?|labels?|tags?|created( by| on| date)?|duration|predecessors?|successors?|sprint",
    ),
    (Role.LEAD, r"[a-z'’]+( [a-z'’]+)? leads?|assigned( to)?|assignees?|managed by|resource names?|allocated to"),
    (Role.PROGRESS, r"(latest|last|progress) notes?"),
    (Role.OTHER, r"(meeting|committee|board|decision|minutes?|visit|panel) date|date of (the )?(meeting|minutes?|decision)"),
    (Role.EVIDENCE, r"(actual|achieved|observed|demonstrated) (impact|outcomes?|difference|results?|benefits?)( .{0,30})?"),
    (Role.SECTION, r"buckets?|epics?( (name|link))?|parent (task|item|action|issue)|task lists?"),
    (Role.SOURCE, r"(minutes?|decision|agenda|motion|paper) (item|ref(erence)?|no|number)[.:]?"),
    (Role.SOURCE, r"(improvement |statutory )?(notice|direction|letter) (para(graph)?|ref(erence)?)s?\b.*"),
    (Role.ITEM, r"((improvement )?notice |intervention )?conditions?( of .{0,40})?"),
    (Role.RATING, r"(?!h/m/l|y/n|s/n|n/a)[a-z](/[a-z]){1,4}"),
    (
        Role.SUPPORT,
        r"support(ing|ed by)?( (officers?|leads?|agenc(y|ies)|partners?|staff|services?|from|by))?"
        r"|(key |other )?(partners?|agenc(y|ies))( involved| agencies)?|contributors?",
    ),
    (
        Role.OTHER,
        r"(priority|importance)( |/)?(level|rating|status|h/?m/?l|high.*)|h(igh)?/m(ed(ium)?)?/l(ow)?|review date.*|next review.*",
    ),
    (
        Role.PROGRESS,
        r"(date |when |actual )(completed|closed|achieved|completion)( date)?|(completed|closed|closure) (on|date)|next steps?.*",
    ),
    (Role.MEASURE, r"(current )?baseline.*|key results?( .{0,20})?"),
    (
        Role.NUMBER,
        r"((kloe |unique )?ref(erence)?|no|nr|number|item no|action no|action ref(erence)?|id|#|(unique )?(action )?id"
        r"|s/?n|wbs|outline)( no| number| code)?[.:]?",
    ),
    (
        Role.NUMBER,
        r"(rec(ommendation)?|priority|item|objective|outcome|action|task|milestone|finding|area|line|row)"
        r"\.? ?(no|nr|ref(erence)?|number|#|id)[.:]?",
    ),
    (
        Role.IMPACT,
        r"impact (rag|rating|status|score|brag).*|(rag|brag|rating|status) ?[(:–-]? ?(of |for |on )?(the )?(impact|outcomes?)\b.*",
    ),
    (Role.IMPACT, r"(difference made|outcome) (rag|brag|rating|status)"),
    (
        Role.RATING,
        r".*\b(b?rag|brag|rayg)\b.*|(overall |current |delivery |action |progress )?(status|rating|colour)( rating"
        r"| rag)?( (?!update|report|comment|narrative).{0,20})?",
    ),
    (
        Role.RATING,
        r"(action |delivery )?(complete|completed|on track)( ?\(?(y/n|yes/no)\)?)?\??|direction of travel|% ?complete"
        r"|percent(age)? complete|assurance( level| rating)?|level of assurance|dot",
    ),
    (
        Role.BY_WHEN,
        r"(target|planned|proposed|expected|milestone)( completion| delivery| end| finish)? (dates?|time ?scales?|deadlines?)( .*)?",
    ),
    (Role.PROGRESS, r"progress (against|to|towards?) .*"),
    (
        Role.MEASURE,
        r".*\b(success|kpis?|measurable|targets?|measures?|measured|performance indicators?|indicators?|milestones? and measures?)\b.*",
    ),
    (
        Role.MEASURE,
        r"(how )?(will |do |can )?(we|you) (will )?know.*"
        r"|how (will )?(it|this|we) (will )?be measured.*|(what )?((will|does) )?good looks? like.*",
    ),
    (
        Role.PROGRESS,
        r".*\bprogress\b.*|(latest |monthly |current |quarterly |status |delivery |narrative |action |lead |officer )?(position"
        r"|updates?|narrative)\b.*|status (comment|report|narrative).*|comments?( .{0,30})?|commentary.*",
    ),
    (
        Role.EVIDENCE,
        r"(source of |sources of |supporting |required |planned |assurance )?evidence( required| source| of (impact|completion"
        r"|success))?( .{0,30})?",
    ),
    (Role.EVIDENCE, r"(evidence of )?(impact|difference made)( on children.*| so far| to date| evidence.*)?"),
    (Role.EVIDENCE, r"how (will )?((this|it|we) )?(will )?(be )?evidenced?.*|impact for children.*|what evidence .*"),
    (
        Role.PROGRESS,
        r"what (have )?we (have )?(done|achieved).*|where (we are|are we)( now)?\b.*|how (far|well|are|is|has|have) .*|.*\bupdates?"
        r"|actions? taken.*|activity to date|narrative.*|achievements?.*",
    ),
    (Role.PROGRESS, r"q[1-4]( .*)?|quarter [1-4].*|.*\bsince last\b.*"),
    (
        Role.ACCOUNTABLE,
        r"(to be )?(account(able|ability)|report(ed|s|ing)?|governance|overse(en|eing)|oversight|monitor(ed|ing)?)\b( (to|by"
        r"|board|body|group|forum|.*))?",
    ),
    (
        Role.ACCOUNTABLE,
        r"(responsible |lead |accountable )?(board|body|forum|committee|sub-?group|delivery group"
        r"|workstream board)( responsible)?|sign(ed)?[- ]?off( by)?( .{0,20})?|scrutini[sz](ed|ing)( by)?( .{0,30})?|scrutiny",
    ),
    (
        Role.BY_WHEN,
        r"by when.*|when/.*|when( by)?\??|(target|due|completion|end|finish|delivery|agreed|revised|original)[ /].*dates?.*"
        r"|dates?( .{0,25})?|.*\bdeadlines?\b.*",
    ),
    (
        Role.BY_WHEN,
        r"(by )?(time ?-?(scale|frame|line|table|limit)s?)( .{0,30})?|(to be )?complet(ed?|ion)( by)( date)?"
        r"|(to be )?complet(ed|ion)( date)?|finish(ed)?( by| date)?|implementation( date| by)?|due( by)?|target completion"
        r"|(expected|anticipated|forecast|estimated) (completion|delivery|end|finish|date)( date)?|(to be )?(achieved?|delivered?|done) by"
        r"|due date",
    ),
    (
        Role.LEAD,
        r"(action |lead |responsible |accountable |smt |slt |senior |strategic |operational |exec(utive)? |resp\.? |named "
        r"|work ?stream |project |theme |priority |objective |service |council |programme "
        r"|plan )?(leads?|owners?|officers?|persons?|who)(/ ?\w+)?( .{0,40})?\??|sro|senior responsible .*|who'?s .{0,30}"
        r"|((assistant|service|strategic) )?director|heads? of service|service manager",
    ),
    (
        Role.LEAD,
        r"(person|officer|agency|agencies|partner|body|role|lead)s?[ /(-]*responsible.*|responsib(le|ility)( .{0,40})?"
        r"|by whom\??|lead .{0,30}|who .{0,30}",
    ),
    (Role.LEAD, r".*\b(lead|owner|responsible) (officer|person|manager|agency)\b.*|assigned to|named lead.*|delivery lead.*"),
    (
        Role.OUTCOME,
        r".*\boutcomes?\b.*|(what (will )?(be |the |be the )?(different|difference|look different|impact|benefit).*)"
        r"|(desired|intended|expected|anticipated) (result|impact|effect|benefit)s?.*",
    ),
    (
        Role.OUTCOME,
        r"(intended |expected |desired )?(impact|result|benefit|difference)s?\b.{0,40}|what (do )?we want to (achieve|see).*|so what\??"
        r"|our (aim|ambition)s?|so that.*|where (do )?we want to (be|get to).*",
    ),
    (
        Role.ACTION,
        r".*\b(actions?|activit(y|ies)|tasks?)\b.*|what (will|do|are) (we|you) (need to |going to )?(do|doing).*"
        r"|what (we|you) (will|need to|must|are going to|plan to|are) (do|doing).*|how( (?!often|many|much).{0,30})?\??"
        r"|steps?( .*)?|milestones?",
    ),
    (
        Role.ACTION,
        r"(our |council |management |executive |cabinet |agreed |proposed )?response( .{0,30})?|what (needs|has|is|will|must|should)( to)?"
        r" (be done|happen|change|be achieved|be delivered).*"
        r"|(key |delivery |project )?milestones?|deliverables?( .*)?|we will.*|interventions?",
    ),
    (
        Role.SOURCE,
        r"(source|origin|raised by|inspection( report)?|(report )?(ref|para)\b.*|report ref.*|para(graph)?s?( no| ref| number)?\.?)",
    ),
    (
        Role.SECTION,
        r"(improvement |priority |key |delivery |strategic |practice |quality )?"
        r"(theme|work ?stream|section|domain|chapter|strand|pillar|programme|service area|category|standard)s?( .{0,20})?",
    ),
    (
        Role.ITEM,
        r".*\b(recommendations?|areas? (for|of|to) .*|findings?|ofsted .*|inspect(ion|or).*|requirements?|issues?( identified)?"
        r"|concerns?|weakness(es)?|must dos?|should dos?)\b.*",
    ),
    (
        Role.ITEM,
        r"(key |strategic |improvement |our )?(priorit(y|ies)|objectives?|goals?|aims?)( .{0,30})?|what( (did|do|does) .*)?"
        r"|(key )?improvement (area|required|needed)s?|(required|needed) improvements?|driver|need|gaps?( identified)?|afis?"
        r"|what (needs?|has) to improve.*|areas?( (identified|highlighted|noted))?( (for|of|to) .*)?",
    ),
    (
        Role.NOTES,
        r"notes?( .{0,20})?|remarks?|risks?( .*)?|(barriers|blockers).*|dependenc.*|mitigat.*|why\b.*|rationale.*|context|background",
    ),
    (
        Role.OTHER,
        r"(resources?|costs?|budget|funding|finance|risk)( .{0,30})?|start( date)?|date (started|added|raised)|last updated.*"
        r"|updated( on| by)?",
    ),
)
"""Heading words, first match wins; made from the plans listed in docs/explanation/plan-shapes.md."""

_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in HEADINGS)
_LOOKALIKES = str.maketrans("АВСЕНІКМОРТХУаеорсухі", "ABCEHIKMOPTXYaeopcyxi")
_DAMAGED = {"lead": Role.LEAD, "actions": Role.ACTION, "evidence of progress": Role.PROGRESS, "required outcome": Role.OUTCOME}
_MISSPELT = {"progress": Role.PROGRESS, "timescale": Role.BY_WHEN, "responsible": Role.LEAD, "responsibility": Role.LEAD}
"""Known by more of their letters: words that are near these name other things (process, timetable, response)."""
LONGEST_HEADING = 90


def plain_heading(text: str) -> str:
    """Folded, with look-alike letters of other alphabets made Latin (a damaged text prints “Ву” for “By”)."""
    return fold(text.translate(_LOOKALIKES)).replace("’", "'").replace("(s)", "s").strip(" :*.-")


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """The role that a column heading names, or None. A by-when heading that also says whom to account to is by-when."""
    text = plain_heading(heading)
    if not text or len(text) > LONGEST_HEADING:
        return None
    if re.search(r"\b(by|when|date|timescale)\b.*account|account.*\b(when|date)\b", text):
        return Role.BY_WHEN
    if re.match(r"\(?(lead|who|owner|responsib\w*)\b.*\b(when|date|timescale)", text):
        return Role.LEAD
    if re.match(r"accountable (lead|officer|person|manager|head|director|executive|owner)", text):
        return Role.LEAD
    if re.fullmatch(r"(date (added|raised|opened|created|started|logged|of inspection)|start( date)?|report para.*)", text):
        return Role.SOURCE if "para" in text else Role.OTHER
    bare = _EXPLAINED.fullmatch(text)
    if bare and role_of(bare["heading"]) in {Role.ACTION, Role.BY_WHEN}:
        return role_of(bare["heading"])
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            return role
    return _role_of_parts(text) or _misspelt_role(text) or _damaged_role(text)


_EXPLAINED = re.compile(r"(?P<heading>[^()]{3,40}?)\s*\((?!.*(?:progress|update|complete|taken|status|rag))[^()]{3,60}\)?")
"""A heading and how to fill it in: “Action (specific and measurable)”."""


def _role_of_parts(text: str) -> Role | None:
    """The one role that a heading in two tongues names (“Rhif / No”)."""
    parts = text.split(" / ")
    roles = {role for part in parts if (role := role_of(part))} if len(parts) == 2 else set()
    return roles.pop() if len(roles) == 1 else None


def _damaged_role(text: str) -> Role | None:
    """The role of a heading with letters misread (“Leau”, “Lividence of progress”): short ones must open and end alike."""
    close = max(_DAMAGED, key=lambda known: fuzz.ratio(text[: len(known) + 2], known))
    if len(close) < 10 and (text[:1] != close[:1] or len(text) > len(close) + 2):
        return None
    return _DAMAGED[close] if fuzz.ratio(text[: len(close)], close) >= 75 else None


def _misspelt_role(text: str) -> Role | None:
    return next((role for known, role in _MISSPELT.items() if fuzz.ratio(text, known) >= 88), None)
