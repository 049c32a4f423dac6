"""The tests themselves run as they are meant to."""

import pytest


@pytest.mark.xdist_group("suite")
def test_groups_stay_together(request):
    """What a group shares is made once. pytest-xdist tells groups by names of tests, and where it cannot, says nothing."""
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("the tests run without groups")
    assert request.node.nodeid.endswith("@suite")
