"""LimeSurvey's RemoteControl 2."""
