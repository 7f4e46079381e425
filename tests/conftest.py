"""Commands under test read in this process unless a test asks for workers: starting one takes a second."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _no_workers() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_WORKERS", "0")
        yield
