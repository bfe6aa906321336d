"""The build that `serve` makes after a saved word, in the project of the current folder, beside its site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

config = load_config("mkdocs.yml", site_dir=str(Path("preview").absolute()))
config.plugins.on_startup(command="serve", dirty=False)
build(config)
config.plugins.on_shutdown()
