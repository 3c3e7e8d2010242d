"""The privacy classes of stored fields. A model's ``Privacy`` lists each of its fields in exactly one of them; a test checks.

``open``      published already, or says nothing about anybody (names of boards, grades of a published report)
``internal``  the service's own work: plans, dates, ratings; for people who have a role
``personal``  about members of staff or partners: names, addresses, who did what; never printed for the public
``secret``    never shown to anybody: passwords, keys
"""

CLASSES = ("open", "internal", "personal", "secret")


def listed(model: type) -> dict[str, str]:
    """Each listed field with its class. Raises ValueError when a field is listed twice."""
    found: dict[str, str] = {}
    for name in CLASSES:
        for field in getattr(model.Privacy, name, frozenset()):  # type: ignore[attr-defined]
            if field in found:
                raise ValueError(f"{model.__name__}.{field} is listed as {found[field]} and as {name}.")
            found[field] = name
    return found
