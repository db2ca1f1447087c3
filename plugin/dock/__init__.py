"""The dock: small widgets that know nothing of each other, and a run that knows nothing of widgets."""
