"""People who sign in, and what they may do in which municipality."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person with a sign-in. Rights come from memberships, never from the flags of Django."""
