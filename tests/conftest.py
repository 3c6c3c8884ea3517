"""Settings that hold for all tests."""

from hypothesis import settings

# No deadline: on a busy machine an example takes as long as it takes, and a test that fails for that says nothing.
settings.register_profile("newsclean", deadline=None)
settings.load_profile("newsclean")
