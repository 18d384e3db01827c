"""Who may do what, by the roles of people in a municipality."""

from __future__ import annotations

from typing import Any

from rules import permissions, predicates

from suunta.store.models import Membership

# The library has no types.
_permissions: Any = permissions
_predicates: Any = predicates


def roles_in(user: Any, slug: str) -> frozenset[str]:
    """The roles of a person in a municipality; none for somebody who is not signed in."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return frozenset()
    found = Membership.objects.filter(user=user.pk, municipality__slug=slug)
    return frozenset(found.values_list("role", flat=True))


def has_role(*roles: str) -> Any:
    """A predicate on (person, slug of a municipality): one of these roles, or any if none named."""

    def holds(user: Any, slug: str | None) -> bool:
        mine = roles_in(user, slug) if slug else frozenset()
        return bool(mine & set(roles) if roles else mine)

    return _predicates.predicate(holds, name=f"has_role:{','.join(sorted(roles)) or 'any'}")


# Asked with `user.has_perm("store.see_desk", slug)`.
_permissions.set_perm("store.see_desk", has_role())
