"""Reading papers in the background."""

from django.utils import timezone
from django_tasks import task

from goldthread.operations import documents, reading


@task()
def read_document(document_id: int) -> None:
    """Reads one paper that was handed in; first, those whose reader was lost are given back."""
    documents.find_lost(now=timezone.now())
    reading.read(document_id=document_id)
