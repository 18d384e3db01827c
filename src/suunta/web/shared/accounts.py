"""Signing in with a password: the few pages of allauth that Suunta opens, no sign-up, no reset.

allauth limits how often one address and one name may try to sign in.
"""

from __future__ import annotations

from allauth.account import views

from suunta.web.shared.access import ANYONE, SIGNED_IN, declared

urlpatterns = [
    declared("login/", views.login, ANYONE, "account_login"),
    declared("logout/", views.logout, ANYONE, "account_logout"),
    declared("inactive/", views.account_inactive, ANYONE, "account_inactive"),
    declared("password/change/", views.password_change, SIGNED_IN, "account_change_password"),
]
