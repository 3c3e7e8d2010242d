"""All of the site's tags and filters; what each takes stands in the docstring of ``goldthread.web.tags``."""

from django.template import Library

from goldthread.web.tags import acting, chain, filters, furniture, marks, showing, tables, terms

register = Library()
for _part in (filters, furniture, marks, chain, showing, tables, acting, terms):
    register.tags.update(_part.register.tags)
    register.filters.update(_part.register.filters)
