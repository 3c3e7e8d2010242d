"""How forms are drawn, and the fields that this site needs beside Django's own.

Every Django form is drawn by ``GoldRenderer`` (setting ``FORM_RENDERER``): label, hint, error beside the field, joined by
``aria-describedby``. In a template::

    {% confirm button="Save changes" cancel=plan_url %}{{ form }}{% endconfirm %}      a whole form with its token
    {{ form.due_on.as_field_group }}                                                   one field, where the page sets the order

The error summary stands in ``base.html`` for ``form`` and ``forms`` of the context. Fields:

    DayField        a day typed in three boxes; gives ``date``
    PartDateField   the same, where a whole month will do; gives ``PartDate``
    DocumentField   one file of the named kinds and size; gives an uploaded file
    DocumentsField  several such files; gives a list of uploaded files

A field's ``help_text`` is its hint. A text box's width is set by ``attrs={"class": "govuk-input--width-10"}``; a long text
with ``max_length`` counts its characters; ``autocomplete`` goes into ``attrs`` (``email``, ``current-password``, ...).
A select, radios and checkboxes are Django's own. No rules about the plan belong here.
"""
