"""What pages are built from. Every component is a tag of ``gold``, which settings make a builtin: no ``{% load %}`` is needed.

A tag refuses an argument that it does not know, which an include would swallow; so the templates in ``components/`` are called
by tags only. Values are those of ``parts`` (``Link``, ``Tab``, ``Fact``, ``Column``, ``Event``, ``Task``, ``Card``, ``Month``), or
dictionaries with the same names; ratings are ``Mark`` of ``goldthread.reports.map.marks`` (``rating_mark``, ``grade_mark``).
Tags with an end hold content. Nothing here decides anything about the field, reads the database or asks the clock.

The page, ``{% extends "base.html" %}``
    context of a view:
        heading         h1 and first part of the title; caption: above the h1; section: second part of the title
        breadcrumbs     Links, the last without href; or back: an address. Not both
        marking         {"level": "OFFICIAL-SENSITIVE", "as_at": day}, or a word
        wide            true for tables and maps: the whole screen, and A3 on paper
        form, forms, errors     error summary, and "Error: " before the title
        page_obj        "(page 2 of 9)" in the title
    context of every page, by the context processor:
        organisation, service, home, version; account {"name", "role", "href", "sign_out"}
        navigation [{"text", "href", "current", "count"}], footer_links [{"text", "href"}]
    blocks: title, head, body_class, header, top, way_back, marking, summary, messages, heading, content, footer
    without a heading in the context: {% block title %}{% page_title "Sign in" "Account" %}{% endblock %} and an own h1

Page parts
    {% page_title heading="" section="" %}                  the rest from the context
    {% error_summary form … %}                              base.html has it; only for forms that are not in the context
    {% back_link href words="Back" %}                       base.html calls both
    {% breadcrumb_trail crumbs %}
    {% subnav tabs label="Views" %}                         Tabs: views of one thing, as links

Ratings
    {% rating mark hidden="" none="not rated" %}            word, letter, shape, colour
    {% rating_key marks words="…" %}                        the plan's own key
    {% shape mark %}                                        the shape alone
    {% strip months what="Rating by month" %}               Months as small squares, said as runs
    {% tick is_met "by the limit" %}                        tick or cross, with words
    {% tag "Draft" tone="grey" %}                           a status that is no rating: grey, blue, green, yellow, red
    {% person name role="" %}                               initials, name, role

The thread
    {% thread label="The thread" %} … {% endthread %}       holds, in order:
    {% knot "Finding" %} … {% endknot %}
    {% broken "no outcome" kind="Outcome" href="" action="Mend this" %}

Showing
    {% facts rows plain=False %}                            Facts: a summary list; a missing value becomes a link
    {% timeline events level=3 %}                           Events, in the order given: newest first
    {% tasks items %}                                       Tasks
    {% cards items level=2 %}                               Cards
    {% figure number "actions late" of=35 since="since 3 April 2026" href="" %}     several: in <div class="gt-figures">
    {% quoted words before="" after="" place="" %}          a document's words, those read highlighted
    {% was_now was now %}                                   a change
    {% term "SEND" meaning %}                               a word with its meaning on hover and focus
    {% terms text glossary %}                               a text with the first use of each of a plan's terms so; escapes plain text;
                                                            glossary: ``queries.glossary.of_plan(plan)``, else that of the context
    {% details "Why this date" open=False %} … {% enddetails %}
    {% inset %} … {% endinset %}
    {% warning "One sentence" %}
    {% notice title="For information" kind="" %} … {% endnotice %}                  kind: success, warning, error
    {% nothing_yet "No actions yet" level=2 %} … {% endnothing_yet %}               what will be here, how to make it so

Lists
    <table class="gt-table gt-table--cards">                on a phone each row is a card, with the words of data-label
        <caption>Actions, {% sorted_words columns sort %}</caption>
        {% table_head columns sort="" %}                    Columns; those with a key sort on the server (?sort=due, ?sort=-due)
        <tbody><tr><th scope="row" data-label="Action">…</th><td class="gt-numeric" data-label="Days late">…</td></tr></tbody>
    {% filters chosen=links clear="?" title="Filter" action="" button="Apply filters" open=True %} fields {% endfilters %}
    {% pages page "actions" %}                              "Showing 26 to 50 of 312 actions" and links

Acting
    {% button "Save" kind="" href="" name="" value="" %}    kind: secondary, warning
    {% post_button "Undo" action kind="" about="" name=value … %}                   a form of one button; kind "link": as a link
    {% confirm button="Close action" action="" cancel="" cancel_words="Cancel" kind="" files=False %} … {% endconfirm %}
    {% progress done total "Reading documents" things="documents" now="" stop="" stop_words="Stop" %}

Filters
    {{ day|spoken }} 27 March 2026; {{ value|said }} any value in words; {{ text|lower_first }}; {{ day|machine }} for datetime=""

Classes for layout
    gt-beside with gt-beside--left (filter panel beside a list), --right or --halves; gt-figures; gt-actions (a row of buttons)
    gt-scroll around a wide table, with role="region" and aria-label; gt-thread-line: a block within a chain
    gt-text: plain p, ul and a inside it are set as body text; gt-lede; gt-search: a form of one line
    gt-quiet, gt-small, gt-strong, gt-ref, gt-number, gt-numeric, gt-late, gt-break, gt-no-print
    <button data-print hidden> prints the page where scripts run
"""
