"""A handbook checked in units: a project at a time, so that each can be remembered and none waits."""
