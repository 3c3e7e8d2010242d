"""The site. Views translate a request, call a query or an operation and reply; they decide nothing of the field.

One folder an area, named as in the layers below: views, forms and addresses; templates in ``templates/<area>``. Every view says what it
needs (``access.needs``), and a test asks every address as every role.
"""
