"""Commands under test read in this process unless a test asks for workers: starting one takes a second."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what takes minutes unless it is asked for (``-m long``) or named one by one."""
    if config.getoption("-m") or any("::" in argument for argument in config.args):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


@pytest.fixture(autouse=True, scope="session")
def _no_workers() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_WORKERS", "0")
        yield
