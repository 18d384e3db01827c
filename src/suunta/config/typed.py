"""The settings as the type checker sees them.

modeltranslation makes manager classes at run time that the plugin of mypy cannot name. Without the
app the models keep the managers that stand in their source.
"""

from __future__ import annotations

from pathlib import Path

from suunta.config import settings
from suunta.config.environment import Network

globals().update({name: getattr(settings, name) for name in dir(settings) if name.isupper()})
INSTALLED_APPS = [app for app in settings.INSTALLED_APPS if app != "modeltranslation"]
# Named, because the checker reads the names of our own settings here.
SUUNTA_DATA: Path = settings.SUUNTA_DATA
ALLAUTH_TRUSTED_PROXY_COUNT: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
SUUNTA_ADDRESS: str = settings.SUUNTA_ADDRESS
SUUNTA_SOURCES_ALLOW_PRIVATE: list[Network] = settings.SUUNTA_SOURCES_ALLOW_PRIVATE
