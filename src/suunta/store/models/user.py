"""People who sign in, and what they may do in which municipality."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person with a sign-in. Rights come from memberships, never from the flags of Django."""

    # The language that mail to the person is written in.
    language = models.CharField(max_length=2, default="fi")
