"""Reporting rounds on the desk: who has told, who has not, and the steps of a round."""
