"""Views of policy: treaties, memberships, votes, readmission, visas, citizenship."""

from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {}
