"""A team's own copies: a folder and a zip for every team, stamped from the handouts of the last build."""

from tungbuoc.press.bundles.run import Outcome, Work, plan_work, run

__all__ = ["Outcome", "Work", "plan_work", "run"]
