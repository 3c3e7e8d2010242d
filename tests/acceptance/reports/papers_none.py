"""Papers that are no inspection report: nothing may be made of them that looks like one."""

from tests.acceptance.reports.key import Key
from tests.acceptance.reports.paper import DOT, Bullets, Heading, Paper, Para, Table, bullets, entries

Case = tuple[Paper, Key]

NONE = Key(none_at_all=True)


def agenda() -> Case:
    """An agenda with the report as one entry."""
    blocks = (
        Heading("Children and Families Scrutiny Committee", 1),
        Para("Thursday 14 March 2024, 6.30pm, Council Chamber, Nethercote Town Hall"),
        Heading("Agenda"),
        Bullets(
            entries(
                (
                    "Apologies for absence",
                    "Minutes of the meeting of 11 January 2024",
                    "Ofsted inspection of children’s services: outcome and next steps",
                    "Areas for improvement: progress to date",
                    "Any other business",
                )
            ),
            numbered=True,
        ),
        Para(
            "Members of the public may ask questions if they write to the clerk two days before. Overall "
            "effectiveness of the committee will be reviewed in May."
        ),
    )
    return Paper(title="Agenda", blocks=blocks, word_lists=False), NONE


def minutes() -> Case:
    """Minutes in which members speak of grades and areas."""
    blocks = (
        Heading("Minutes of the Corporate Parenting Board", 1),
        Para("Held on 5 June 2023 at Dunmallet House"),
        Para("Present: Councillor E. Fennimore (Chair), Councillor T. Ashby, the Director of Children’s Services"),
        Heading("4. Ofsted inspection"),
        Para(
            "4.1 The Director said that the inspection had found services for care leavers to be good and help "
            "and protection to require improvement. Overall effectiveness was requires improvement to be good."
        ),
        Para("4.2 Areas for improvement were read out. Members asked about the first, on supervision."),
        Para("Resolved:", bold=True),
        bullets(("That the report be noted.", "That a plan come back in September."), DOT),
    )
    return Paper(title="Minutes", blocks=blocks), NONE


def council_letter() -> Case:
    """A council's letter to staff that quotes all grades in a list."""
    blocks = (
        Para("17 May 2024"),
        Para("Dear colleagues"),
        Heading("Our Ofsted result"),
        Para("I am pleased to share how inspectors saw our work. They judged us as follows:"),
        bullets(
            (
                "The impact of leaders on social work practice with children and families: Good",
                "The experiences and progress of children in care: Outstanding",
                "Overall effectiveness: Good",
            ),
            DOT,
        ),
        Para("There is more to do, and we will write a plan about what needs to improve. Thank you for all that you do."),
        Para("Leontine Fitzgarrick, Chief Executive, Pellworth Council"),
    )
    return Paper(title="Letter", blocks=blocks), NONE


def plan() -> Case:
    """An improvement plan that quotes each area above its actions."""
    head = ("No.", "Action", "Lead", "By when", "Progress")
    blocks = (
        Heading("Children’s Services Improvement Plan 2024–25", 1),
        Para("Version 3, Improvement Board, Yarncliffe Council. This plan answers the areas for improvement in the report of May 2024."),
        Heading("Area for improvement 1: The quality and regularity of supervision"),
        Table(
            (
                head,
                ("1.1", "Write a new supervision policy and launch it", "Head of Service", "July 2024", "Done"),
                ("1.2", "Audit 20 supervision records", "Principal Social Worker", "September 2024", ""),
            ),
            shares=(1, 5, 3, 3, 3),
        ),
        Heading("Area for improvement 2: The help given to care leavers in custody"),
        Table((head, ("2.1", "Agree visits with the prison", "Team Manager", "October 2024", "On track")), shares=(1, 5, 3, 3, 3)),
    )
    return Paper(title="Plan", blocks=blocks), NONE


CASES = {"no-report-agenda": agenda, "no-report-minutes": minutes, "no-report-council-letter": council_letter, "no-report-plan": plan}
