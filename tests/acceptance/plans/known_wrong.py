"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

CAUSES: dict[str, dict[str, str]] = {
    "An export's “Title” and “Bucket” columns are not known as action and group": {"planner_export": "xlsx html csv tabs pdf"},
    "A summary row above its tasks, told by outline numbers alone, is read as an action": {
        "project_outline": "docx xlsx html md pdf csv tabs"
    },
    "An issue tracker’s “Summary” and “Epic” columns are not known as action and group": {"issue_tracker": "xlsx html csv tabs pdf"},
    "“Code & Title” and “Managed By” are not known as columns": {"performance_system": "docx xlsx html md pdf csv tabs"},
    "A recommendation with no action beside it is left out": {"scrutiny_response": "docx xlsx html md pdf csv tabs"},
    "A column an agency, each holding that agency's action, is not known": {"agency_columns": "docx xlsx html md pdf"},
    "A table on its side is not read": {"turned_round": "docx xlsx html md pdf"},
    "Columns continued on the next page are not joined to their rows": {"over_two_pages": "pdf docx html"},
    "Of two columns of leads only the first is read": {"two_lead_columns": "docx xlsx html md pdf"},
    "The number of the first action of a group is taken for the group’s": {
        "both_tongues": "docx xlsx html md pdf",
        "highlight_report": "docx xlsx html md pdf",
    },
    "A heading that lists the codes (C/O/D) is not known as the status": {"letter_codes": "docx xlsx html md pdf"},
    "A telephone number stays in the lead’s name": {"people_with_telephones": "docx xlsx html md pdf"},
    "Columns as headings with bulleted actions under them are not read": {"pillars": "docx html md pdf"},
    "The only row of an aligned table is not told from its lines": {"one_action": "aligned"},
    "A time band in the first cell beside cut words is not read": {"damaged_print": "tabs"},
    "“Condition” and “Milestones” are not known as item and action": {"notice_conditions": "docx xlsx html md pdf"},
    "Bulleted actions with who and when in brackets are not read as a plan": {"peer_challenge": "docx html md pdf tabs"},
}
"""By cause: each shape with the formats in which it shows."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (name, form): cause for cause, shapes in CAUSES.items() for name, forms in shapes.items() for form in forms.split()
}

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
