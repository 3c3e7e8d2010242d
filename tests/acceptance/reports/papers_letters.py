"""Letters after visits, and joint targeted area inspections: areas and priority actions, no grades."""

from datetime import date

from tests.acceptance.reports.key import ANY, AREA, PRIORITY, Found, Grade, Key, paragraphs_of
from tests.acceptance.reports.paper import DOT, SQUARE, Bullets, Entry, Heading, PageBreak, Paper, Para, bullets, numbered

Case = tuple[Paper, Key]

REQUIRED = (
    "The timeliness of visits to children in need who have waited longest.",
    "The decision to hold a strategy meeting, so that children at risk of significant harm are seen the same day.",
)
IMPROVE = (
    "The use of written agreements with parents where there is domestic abuse.",
    "Feedback to referrers.",
    "The recording of management decisions in the hub.",
)


def focused_visit() -> Case:
    """A letter with areas for priority action and areas for improvement; a grade of the past in the prose; no judgements."""
    blocks = (
        Para("Ofsted\nAgora Street\nMillbeck ML1 2ZZ".replace("\n", ", ")),
        Para("14 October 2021"),
        Para("Ms Petronella Dace"),
        Para("Director of Children’s Services, Ashcombe Vale Borough Council"),
        Para("Dear Ms Dace"),
        Heading("Focused visit to Ashcombe Vale children’s services"),
        Para(
            "This letter summarises the findings of a focused visit to Ashcombe Vale children’s services on 7 "
            "and 8 September 2021. Her Majesty’s Inspectors for this visit were Bartholomew Linton and Ada Freshwater."
        ),
        Para(
            "Inspectors looked at the local authority’s arrangements for the front door. At the last inspection "
            "in June 2018, the authority was judged to require improvement to be good."
        ),
        Heading("Headline findings"),
        Para(
            "Too many children wait too long for a response. Leaders did not know this before the visit. Some "
            "areas for improvement from 2018 remain."
        ),
        Heading("Areas for priority action"),
        Para("The local authority needs to take swift and decisive action to address the following areas:"),
        bullets(REQUIRED, SQUARE),
        Heading("What needs to improve in this area of social work practice"),
        bullets(IMPROVE, SQUARE),
        Heading("Main findings"),
        bullets(
            (
                "Contacts are looked at by social workers who have too many of them.",
                "Early help workers know families well, and families said that this helps.",
            ),
            SQUARE,
        ),
        Para("Ofsted will take the findings from this focused visit into account when it plans the next inspection or visit."),
        Para("Yours sincerely"),
        Para("Bartholomew Linton"),
        Para("Her Majesty’s Inspector"),
    )
    key = Key(
        framework=("ilacs-2018", "other"),
        authority=("Ashcombe Vale", "Ashcombe Vale Borough Council"),
        started=date(2021, 9, 7),
        ended=date(2021, 9, 8),
        published=(None, date(2021, 10, 14)),
        lead=(None, "Bartholomew Linton"),
        findings=(*(Found(PRIORITY, text, ANY) for text in REQUIRED), *(Found(AREA, text) for text in IMPROVE)),
    )
    return Paper(title="Focused visit", blocks=blocks), key


def monitoring_visit() -> Case:
    """A letter with neither grades nor areas, though its prose speaks of both."""
    blocks = (
        Para("21 May 2019"),
        Para("Mr Crispin Holloway, Executive Director of People, Great Sallow Council"),
        Para("Dear Mr Holloway"),
        Heading("Monitoring visit to Great Sallow children’s services"),
        Para(
            "This letter summarises the findings of the monitoring visit to Great Sallow children’s services on "
            "24 and 25 April 2019. The visit was the third monitoring visit since the local authority was judged "
            "inadequate in March 2018. The inspectors were Hester Marlowe, Her Majesty’s Inspector, and Jago "
            "Penrose, Ofsted Inspector."
        ),
        Para(
            "The local authority is making progress in the areas for improvement that inspectors named in 2018, "
            "but the quality of plans still requires improvement."
        ),
        Heading("Areas covered by the visit"),
        Para("During this visit, inspectors reviewed the progress made in:"),
        bullets(("the help that care leavers get with housing", "pathway plans and their review"), DOT),
        Heading("Overview"),
        Para(
            "Since the last visit, more care leavers live in homes that suit them. Overall effectiveness has not been judged on this visit."
        ),
        Heading("Findings and evaluation of progress"),
        Para("Most personal advisers see young people as often as they should. Some pathway plans are written without them."),
        Para("I am copying this letter to the Department for Education. This letter will be published on the Ofsted website."),
        Para("Yours sincerely"),
        Para("Hester Marlowe"),
        Para("Her Majesty’s Inspector"),
    )
    key = Key(
        framework=("ilacs-2018", "other"),
        authority=("Great Sallow", "Great Sallow Council"),
        started=date(2019, 4, 24),
        ended=date(2019, 4, 25),
        published=(None, date(2019, 5, 21)),
        lead=(None, "Hester Marlowe"),
    )
    return Paper(title="Monitoring visit", blocks=blocks), key


PARTNERS = (
    "How leaders across the partnership use data about child exploitation to decide what to do first.",
    "The involvement of health practitioners and schools in strategy meetings, including those outside office hours.",
    "The attention given to children’s ethnicity, culture and identity in plans.",
)
POLICE = "How soon officers share notices of domestic abuse with the hub."


def jtai_new() -> Case:
    """Several inspectorates, strengths and areas as lists under headings, a priority action, contact details in two columns."""
    strengths = (
        "A shared wish to do well by children runs through all agencies.",
        "School nurses are present at most meetings that matter.",
    )
    priority = (
        "The response to children who go missing more than once in a week: Weirford Constabulary and "
        "Weirford Council must act together and at once."
    )
    paras = numbered(
        1,
        "Practitioners in the hub know what to do when a child is at risk.",
        "Not all partners know what happened after a contact.",
        "Governance has been simplified since 2022.",
    )
    blocks = (
        Heading("Joint targeted area inspection of Weirford", 1),
        Heading("The multi-agency response to the criminal exploitation of children", 3),
        Para("Inspection dates: 26 June 2023 to 7 July 2023"),
        Para(
            "The inspection was carried out by inspectors from Ofsted, the Care Quality Commission (CQC) and His "
            "Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)."
        ),
        Heading("Context"),
        Para(
            "The safeguarding partners are the council, the police and the integrated care board. Children’s "
            "services were judged good in 2021."
        ),
        Heading("Headline findings"),
        Para("Partners work well for most children. There is no grade in an inspection of this kind."),
        Heading("What needs to improve?"),
        Heading("Areas for priority action", 3),
        bullets((priority,)),
        Heading("Areas for improvement", 3),
        bullets((*PARTNERS, POLICE)),
        Heading("Strengths"),
        bullets(strengths),
        Heading("Main findings"),
        *paras,
        Heading("Practice study: strength", 3),
        Para("One child’s school saw a change and called at once. It was acted on the same day."),
        Heading("Next steps"),
        Para(
            "We have determined that Weirford Council is the principal authority and should prepare a written "
            "statement of proposed action to respond to the findings. It should be received by 19 January 2024."
        ),
    )
    key = Key(
        framework="jtai",
        authority="Weirford",
        started=date(2023, 6, 26),
        ended=date(2023, 7, 7),
        findings=(Found(PRIORITY, priority, ANY), *(Found(AREA, text) for text in (*PARTNERS, POLICE))),
        paragraphs=paragraphs_of(*paras),
        inspectorates=3,
    )
    footer = ("Joint targeted area inspection of Weirford", "26 June to 7 July 2023")
    return Paper(title="JTAI", blocks=blocks, footer=footer, page_lines=30), key


def jtai_addressed() -> Case:
    """A letter of 2016 to all bodies: areas grouped by the body that has to act; dates "18 - 22 July 2016"; four inspectorates."""
    groups = {
        "The Larkmere Safeguarding Children Board should:": (
            "check that every agency knows the new neglect tool",
            "ask young people what they think of its campaigns",
        ),
        "Larkmere Police should:": ("record the voice of the child at each call to a home",),
        "Larkmere Clinical Commissioning Group should:": (
            "make sure that the sexual health service flags children at risk",
            "fund enough time for the named doctor",
        ),
    }
    bodies = {
        "The Larkmere Safeguarding Children Board should:": "Larkmere Safeguarding Children Board",
        "Larkmere Police should:": "Larkmere Police",
        "Larkmere Clinical Commissioning Group should:": "Larkmere Clinical Commissioning Group",
    }
    listed = [block for lead, texts in groups.items() for block in (Para(lead, bold=True), bullets(texts, DOT))]
    blocks = (
        Para("2 September 2016"),
        Para(
            "To: Chief Executive of Larkmere County Council; Chief Constable of Larkmere Police; Chair of "
            "Larkmere Safeguarding Children Board"
        ),
        Para("Dear local partnership"),
        Heading("Joint targeted area inspection of the multi-agency response to abuse and neglect in Larkmere"),
        Para(
            "Between 18 - 22 July 2016, Ofsted, the Care Quality Commission (CQC), HMI Constabulary (HMIC) and "
            "HMI Probation (HMIP) inspected the response to child sexual exploitation in Larkmere."
        ),
        Heading("Key strengths"),
        bullets(("Police officers and social workers visit together, and children like this.",), DOT),
        Heading("Areas for improvement"),
        *listed,
        Heading("Next steps"),
        Para("The director of children’s services should prepare a written statement of proposed action and send it by 15 December 2016."),
        Para("Yours sincerely"),
    )
    key = Key(
        framework="jtai",
        authority=("Larkmere", "Larkmere County Council"),
        started=date(2016, 7, 18),
        ended=date(2016, 7, 22),
        published=(None, date(2016, 9, 2)),
        findings=tuple(Found(AREA, text, addressees=(bodies[lead],)) for lead, texts in groups.items() for text in texts),
        inspectorates=4,
    )
    return Paper(title="JTAI letter", blocks=blocks), key


def visit_with_sub_points() -> Case:
    """Sub-points under two areas, a list broken by a page in the middle, contradictory dates on cover and feet."""
    nested = Entry(
        text="The quality of assessment for disabled children, in particular:",
        under=("what life is like for their brothers and sisters;", "the move into adult life; and", "short breaks."),
    )
    plain = Entry(text="The speed with which the emergency duty team answers calls from the public on weekend nights.")
    last = Entry(text="Supervision of agency staff:", under=("its frequency", "its record"))
    blocks = (
        Heading("Inspection of Kingsholm upon Wey local authority children’s services", 1),
        Para("Inspection dates: 13 May 2024 to 24 May 2024"),
        Para("Lead inspector: Dr Rosalind Thackeray, His Majesty’s Inspector"),
        Heading("What needs to improve?"),
        Bullets((nested, plain), SQUARE),
        PageBreak(),
        Bullets((last,), SQUARE),
        Heading("The experiences and progress of children in care: good"),
        Para("Children in care do well at school and see their families where that is right for them."),
    )
    key = Key(
        framework="ilacs-2023",
        authority="Kingsholm upon Wey",
        started=(None, date(2024, 5, 13)),
        ended=(None, date(2024, 5, 24)),
        lead=("Rosalind Thackeray", "Dr Rosalind Thackeray"),
        doubt="date",
        doubt_in=("pdf", "txt"),
        grades=(Grade("The experiences and progress of children in care", "good"),),
        findings=tuple(Found(AREA, " ".join((entry.text, *entry.under))) for entry in (nested, plain, last)),
    )
    footer = ("Inspection of Kingsholm upon Wey local authority children’s services", "6 May to 17 May 2024")
    return Paper(title="Kingsholm", blocks=blocks, footer=footer), key


CASES = {
    "focused-visit": focused_visit,
    "monitoring-visit": monitoring_visit,
    "jtai-2023": jtai_new,
    "jtai-addressed": jtai_addressed,
    "dates-and-sub-points": visit_with_sub_points,
}
