"""Plans and what stands in them, as far as a reader may see."""

from django.db.models import Q, QuerySet

from goldthread.models import Action, Item, Lead, Plan
from goldthread.queries.pictures import Held, of_plan
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission


def visible_to(who: Acting) -> QuerySet[Plan]:
    """Whole plans for those whose role reads them; for a board member, plans that a board of theirs watches; for others, plans with an
    action of their own."""
    plans = Plan.objects.select_related("inspection", "organisation")
    if _reads_every_plan(who):
        return plans
    if not permissions.can(who, Permission.PLANS_READ):
        return plans.none()
    return plans.filter(_watched(who) | Q(pk__in=led_by(who).values("action__item__plan")))


def whole_to(who: Acting) -> QuerySet[Plan]:
    """The plans that a reader sees from end to end."""
    plans = Plan.objects.select_related("inspection", "organisation")
    if _reads_every_plan(who):
        return plans
    return plans.filter(_watched(who)) if permissions.can(who, Permission.WHOLE_PLANS_READ) else plans.none()


def items_visible_to(who: Acting) -> QuerySet[Item]:
    """Items of whole plans, and those that an action of the reader's own stands under."""
    items = Item.objects.select_related("plan")
    if _reads_every_plan(who):
        return items
    return items.filter(Q(plan__in=whole_to(who)) | Q(pk__in=led_by(who).values("action__item")))


def actions_visible_to(who: Acting) -> QuerySet[Action]:
    """Actions of whole plans, and the reader's own."""
    actions = Action.objects.select_related("item__plan")
    if _reads_every_plan(who):
        return actions
    if not permissions.can(who, Permission.PLANS_READ):
        return actions.none()
    return actions.filter(Q(item__plan__in=whole_to(who)) | Q(pk__in=led_by(who).values("action")))


def led_by(who: Acting) -> QuerySet[Lead]:
    """The person's leads on that day."""
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=who.on)
    return Lead.objects.filter(started & (Q(ends_on__isnull=True) | Q(ends_on__gte=who.on)), person=who.person)


def picture_for(who: Acting, plan: Plan) -> Held:
    """The plan as this reader sees it: whole, or cut down to their own actions."""
    if whole_to(who).filter(pk=plan.pk).exists():
        return of_plan(plan, on=who.on)
    return of_plan(plan, actions_visible_to(who), on=who.on)


def sees_whole(who: Acting, plan: Plan) -> bool:
    """Whether the reader sees the plan from end to end. No query for those whose role reads every plan."""
    return _reads_every_plan(who) or whole_to(who).filter(pk=plan.pk).exists()


def _reads_every_plan(who: Acting) -> bool:
    """Roles whose whole plan does not depend on a board. A board member who holds no other sees what their boards watch."""
    return who.has(*(permissions.TABLE[Permission.WHOLE_PLANS_READ].roles - permissions.BY_BOARD))


def _watched(who: Acting) -> Q:
    if not who.has(*permissions.BY_BOARD):
        return Q(pk__in=())
    return Q(pk__in=Plan.objects.filter(monitoring__board__in=who.boards).values("pk"))
