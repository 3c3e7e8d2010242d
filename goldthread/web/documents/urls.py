"""Addresses of papers."""

from django.urls import URLPattern, path

from goldthread.web.documents import accepting, reviewing, views

urlpatterns: list[URLPattern] = [
    path("papers/", views.documents, name="documents"),
    path("papers/new/", views.new, name="document_new"),
    path("papers/<int:pk>/", views.document, name="document"),
    path("papers/<int:pk>/stop/", views.stop, name="document_stop"),
    path("papers/<int:pk>/read-again/", views.read_again, name="document_read_again"),
    path("papers/<int:pk>/file/", views.file, name="document_file"),
    path("papers/<int:pk>/review/", reviewing.overview, name="document_review"),
    path("papers/<int:pk>/review/change/", reviewing.change, name="document_change"),
    path("papers/<int:pk>/review/accept-the-rest/", reviewing.accept_the_rest, name="document_accept_rest"),
    path("papers/<int:pk>/review/accept-doubtful/", reviewing.accept_doubtful, name="document_accept_doubtful"),
    path("papers/<int:pk>/review/<slug:part>/", reviewing.part, name="document_review_part"),
    path("papers/<int:pk>/accept/", accepting.accept, name="document_accept"),
    path("papers/<int:pk>/undo/", accepting.undo, name="document_undo"),
]
