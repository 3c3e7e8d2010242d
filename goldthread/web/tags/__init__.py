"""What pages are built from. Every component is a tag of ``gold``, which settings make a builtin: no ``{% load %}`` is needed.

A tag refuses an argument that it does not know, which an include would swallow; so templates in ``components/`` are called by
tags only. Values are those of ``parts`` (``Link``, ``Tab``, ``Fact``, ``Column``, ``Event``, ``Task``, ``Card``, ``Month``) or dictionaries with
the same names; ratings are ``Mark`` of ``goldthread.reports.map.marks`` (``rating_mark(label, key)``, ``grade_mark(judgement)``).
Tags with an end hold content. Nothing here decides anything about the field, reads the database or asks the clock.

The page: ``{% extends "base.html" %}``
    Context: ``heading`` (h1 and title), ``caption`` (above the h1), ``section`` (title), ``breadcrumbs`` or ``back`` (address; not both),
    ``marking`` ({"level": "OFFICIAL-SENSITIVE", "as_at": day} or a word), ``wide`` (true: tables and maps), ``form`` / ``forms`` / ``errors`` (error
    summary, "Error: " in the title), ``page_obj`` ("page 2 of 9" in the title), ``messages``; on every page from the context processor
    ``organisation``, ``service``, ``home``, ``navigation`` ([{"text", "href", "current", "count"}]), ``account`` ({"name", "role", "href", "sign_out"}),
    ``footer_links`` ([{"text", "href"}]), ``version``.
    Blocks: ``title``, ``head``, ``body_class``, ``header``, ``top``, ``way_back``, ``marking``, ``summary``, ``messages``, ``heading``, ``content``, ``footer``.
    Without a ``heading``: ``{% block title %}{% page_title "Sign in" "Account" %}{% endblock %}`` and an own h1.

Page parts
    {% page_title heading="" section="" %}              title; the rest from the context
    {% error_summary form… %}                           base.html has it; only for forms not in the context
    {% back_link href words="Back" %} · {% breadcrumb_trail crumbs %}     Links; base.html calls them
    {% subnav tabs label="Views" %}                     Tabs: views of one thing
Ratings
    {% rating mark hidden="" none="not rated" %}        word, letter, shape, colour
    {% rating_key marks words="…" %}                    the plan's own key
    {% shape mark %}                                    the shape alone
    {% strip months what="Rating by month" %}           Months as small squares, said as runs
    {% tick is_met "by the limit" %}                    tick or cross and words
    {% tag "Draft" tone="grey" %}                       a status that is no rating (grey, blue, green, yellow, red)
    {% person name role="" %}                           initials, name, role
The thread
    {% thread label="The thread" %}{% knot "Finding" %}…{% endknot %}{% broken "no outcome" kind="Outcome" href="" action="Mend this" %}{% endthread %}
Showing
    {% facts rows plain=False %}                        Facts: summary list; a missing value becomes a link
    {% timeline events level=3 %}                       Events, newest first as given
    {% tasks items %}                                   Tasks
    {% cards items level=2 %}                           Cards
    {% figure number "actions late" of=35 since="since 3 April 2026" href="" %}     in <div class="gt-figures"> when several
    {% quoted words before="" after="" place="" %}      a document's words with those read highlighted
    {% was_now was now %}                               a change
    {% term "SEND" meaning %}                           a word with its meaning on hover and focus
    {% details "Why this date" open=False %}…{% enddetails %} · {% inset %}…{% endinset %} · {% warning "One sentence" %}
    {% notice title="For information" kind="" %}…{% endnotice %}     kind: success, warning
    {% nothing_yet "No actions yet" level=2 %}…{% endnothing_yet %}  what will be here, how to make it so
Lists
    <table class="gt-table gt-table--cards"><caption>…</caption>{% table_head columns sort="" %}<tbody><tr><td data-label="Due">…
                                                        Columns; on a phone rows become cards with the labels; gt-numeric for figures
    {% sorted_words columns sort %}                     "sorted by due date, first or least first", for the caption
    {% filters chosen=links clear="?" title="Filter" action="" button="Apply filters" %}fields{% endfilters %}     Links without each
    {% pages page "actions" %}                          "Showing 26 to 50 of 312 actions" and links
Acting
    {% button "Save" kind="" href="" name="" value="" %}             kind: secondary, warning
    {% post_button "Undo" action kind="" about="" name=value… %}     a form of one button; kind link looks like a link
    {% confirm button="Close action" action="" cancel="" cancel_words="Cancel" kind="" files=False %}…{% endconfirm %}   POST form
    {% progress done total "Reading documents" things="documents" now="" stop="" stop_words="Stop" %}
Filters
    {{ day|spoken }}  27 March 2026 · {{ value|said }}  any value in words · {{ text|lower_first }} · {{ day|machine }}  for datetime attributes

Classes for layout: ``gt-beside gt-beside--left`` (filter panel left of a list), ``gt-beside--right``, ``gt-beside--halves``, ``gt-scroll`` around a wide
table (with ``role="region" aria-label=…``), ``gt-figures``, ``gt-thread-line`` (a block within a chain), ``gt-text`` (plain p, ul and a set as body
text), ``gt-lede``, ``gt-actions`` (a row of buttons), ``gt-search`` (a one-line form), ``gt-quiet``, ``gt-small``, ``gt-ref``, ``gt-number``, ``gt-numeric``,
``gt-late``, ``gt-break``, ``gt-no-print``. A button with ``data-print hidden`` prints the page where scripts run.
"""
