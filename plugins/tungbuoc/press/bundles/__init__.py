"""A team's own copies: a folder and a zip for every team, stamped from the handouts of the last build."""

from tungbuoc.press.bundles.run import BundlesMade, Work, plan_work, run

__all__ = ["BundlesMade", "Work", "plan_work", "run"]
