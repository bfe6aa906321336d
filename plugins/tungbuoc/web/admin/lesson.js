/* A lesson's Markdown ⇄ what the form shows. What nobody touched keeps its bytes: every part carries its own text,
   and is written anew only where its fields differ from what that text says. Needs `jsyaml`. */
(function (whole) {
  "use strict";
  /** `STEP` is the word that steps begin with in this course. */
  const STEP = new RegExp(`^## +${whole.STEP} +(\\d+): (.*?)(?:\\s*\\{#(\\d{5})\\})?\\s*$`);
  const FENCE = /^ {0,3}(`{3,}|~{3,})/;
  const MARKS = ["tap", "hold", "dont"];

  /** Text of a file → `{head, code, …, title, intro, parts}`; every part has a `kind` and its own `raw`. */
  function fromFile(text) {
    const lines = text.replace(/^\uFEFF/, "").split("\n");
    const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
    const head = end < 0 ? "" : lines.slice(1, end).join("\n");
    const [before, ...chunks] = cut(lines.slice(end + 1));
    const title = before.findIndex((line) => line.startsWith("# "));
    return {
      head,
      ...front(head),
      title: title < 0 ? "" : before[title].slice(2).trim(),
      intro: before.slice(title + 1).join("\n").trim(),
      parts: chunks.map((chunk) => part(chunk.join("\n"))),
    };
  }

  /** What the form gives back → text of the file. Steps are numbered in their order. */
  function toFile(value) {
    let number = 0;
    const parts = (value.parts || []).map((one) => partText(one, one.kind === "buoc" ? ++number : 0));
    const intro = (value.intro || "").trim();
    const top = ["---", headText(value), "---", "", `# ${line(value.title)}`, ""];
    if (intro) top.push(intro, "");
    return `${top.join("\n")}\n${parts.join("\n\n")}\n`;
  }

  /** Lines → what stands before the first heading of the second level, and each such heading with what follows. */
  function cut(lines) {
    const found = [[]];
    let fence = "";
    for (const one of lines) {
      const mark = FENCE.exec(one);
      if (!fence && one.startsWith("## ")) found.push([]);
      if (mark && !fence) fence = mark[1];
      else if (mark && mark[1][0] === fence[0] && mark[1].length >= fence.length && !one.trim().replace(/[`~]/g, "")) fence = "";
      found[found.length - 1].push(one);
    }
    return found;
  }

  function part(text) {
    const raw = text.trimEnd();
    const first = raw.split("\n", 1)[0];
    const body = raw.slice(first.length).trim();
    const step = STEP.exec(first);
    if (!step) return { kind: "muc", title: first.slice(3).trim(), text: body, raw };
    return { kind: "buoc", title: step[2], key: step[3] || "", blocks: blocks(body), raw };
  }

  function partText(one, number) {
    const before = one.raw ? part(one.raw) : null;
    const same = before !== null && equal(before, one);
    if (one.kind !== "buoc") return same ? one.raw : `## ${line(one.title)}\n\n${trimmed(one.text)}`.trimEnd();
    const key = /^\d{5}$/.test(one.key || "") ? ` {#${one.key}}` : "";
    const heading = `## ${whole.STEP} ${number}: ${line(one.title)}${key}`;
    if (same) return one.raw.replace(/^## +\S+ +\d+:/, `## ${whole.STEP} ${number}:`);
    return [heading, ...(one.blocks || []).map(blockText)].filter(Boolean).join("\n\n");
  }

  /** A step's text → its sentences and its screens, in their order. */
  function blocks(body) {
    const found = [];
    let words = [], screen = null;
    const close = () => {
      const text = words.join("\n").trim();
      if (text) found.push({ kind: "loi", text });
      words = [];
    };
    for (const one of body.split("\n")) {
      if (screen === null && one.trim() === "```phone") { close(); screen = []; }
      else if (screen !== null && one.trim() === "```") { found.push(drawn(screen.join("\n"))); screen = null; }
      else (screen === null ? words : screen).push(one);
    }
    if (screen !== null) words = ["```phone", ...screen];
    close();
    return found;
  }

  function blockText(one) {
    if (one.kind === "loi") return trimmed(one.text);
    const before = one.raw === undefined ? null : drawn(one.raw);
    const source = before && equal(before, one) ? one.raw : one.kind === "nguon" ? trimmed(one.source) : yamlOf(one);
    return `\`\`\`phone\n${source}\n\`\`\``;
  }

  /** A screen's YAML → its fields; as it is where it cannot be read or has what no field shows. */
  function drawn(raw) {
    try {
      const screen = { kind: "man-hinh", ...shown(jsyaml.load(raw, { schema: jsyaml.FAILSAFE_SCHEMA })), raw };
      if (equal(jsyaml.load(yamlOf(screen), { schema: jsyaml.FAILSAFE_SCHEMA }), jsyaml.load(raw, { schema: jsyaml.FAILSAFE_SCHEMA })))
        return screen;
    } catch { /* told by `check` */ }
    return { kind: "nguon", source: raw, raw };
  }

  function shown(screen) {
    const made = { ...switched(screen) };
    if (screen.body) made.body = screen.body.map((one) => ({ element: kindOf(one), ...switched(one) }));
    if (screen.result) made.result = shown(screen.result);
    return made;
  }

  function kindOf(one) {
    const found = Object.keys(one).find((name) => whole.ELEMENTS.includes(name));
    if (!found) throw new Error("no element");
    return found;
  }

  function switched(fields) {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, whole.SWITCHES.includes(name) ? value === "true" : value]));
  }

  function yamlOf(screen) {
    const { kind: _kind, raw: _raw, ...fields } = screen;
    return jsyaml.dump(plain(fields), { lineWidth: -1, flowLevel: 4, noRefs: true }).replace(/: '(true|\d+)'$/gm, ": $1").trimEnd();
  }

  /** Without what was left empty, and without the names that only the form needs; what makes an element stays. */
  function plain(value) {
    if (Array.isArray(value)) return value.map(plain).filter((one) => one !== "" && one !== undefined);
    if (value === null || typeof value !== "object") return typeof value === "number" ? String(value) : value;
    const kept = Object.entries(value).filter(([name]) => name !== "element").map(([name, one]) => [name, plain(one)]);
    return Object.fromEntries(kept.filter(([name, one]) => name === value.element || !isEmpty(one)).map(([name, one]) => [name, one ?? ""]));
  }

  function isEmpty(one) {
    return one === "" || one === undefined || one === null || one === false ||
      (Array.isArray(one) && !one.length) || (typeof one === "object" && !Array.isArray(one) && !Object.keys(one).length);
  }

  function front(head) {
    let read;
    try { read = jsyaml.load(head, { schema: jsyaml.FAILSAFE_SCHEMA }) || {}; } catch { return {}; }
    const kept = Object.entries(read).filter(([name]) => whole.FRONT.includes(name));
    return Object.fromEntries(kept.map(([name, value]) => [name, name === "minutes" ? Number(value) : value]));
  }

  /** The front matter with the lines of every field nobody changed. */
  function headText(value) {
    const before = front(value.head || "");
    let lines = value.head ? value.head.split("\n") : [];
    for (const name of whole.FRONT) {
      const now = plain(value[name]);
      if (equal(before[name] ?? "", now ?? "")) continue;
      const at = lines.findIndex((one) => one.startsWith(`${name}:`));
      let next = at < 0 ? lines.length : at + 1;
      while (at >= 0 && next < lines.length && /^[\s-]/.test(lines[next])) next += 1;
      const written = isEmpty(now) ? [] : [`${name}: ${flow(now)}`];
      lines = at < 0 ? [...lines, ...written] : [...lines.slice(0, at), ...written, ...lines.slice(next)];
    }
    return lines.join("\n");
  }

  function flow(value) {
    if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
    if (value && typeof value === "object") return `{${Object.entries(value).map(([name, one]) => `${name}: ${flow(one)}`).join(", ")}}`;
    const text = line(String(value));
    return /^[\p{L}\d][\p{L}\d -]*$/u.test(text) && !/^[\d.]+\.[\d.]*$/.test(text) ? text : JSON.stringify(text);
  }

  /** The same but for what is empty, for who carries `raw`, and for marks that are written with or without quotes. */
  function equal(one, other) { return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other)); }
  function ordered(value) {
    if (Array.isArray(value)) return value.map(ordered).filter((one) => !isEmpty(one));
    if (value === null || typeof value !== "object") return typeof value === "number" ? String(value) : value === true ? "true" : value;
    const names = Object.keys(value).filter((name) => name !== "raw").sort();
    return Object.fromEntries(names.map((name) => [name, ordered(value[name])]).filter(([, one]) => !isEmpty(one)));
  }

  function line(text) { return String(text || "").replace(/\s+/g, " ").trim(); }
  function trimmed(text) { return String(text || "").replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim(); }

  whole.lesson = { fromFile, toFile };
})(globalThis.tungbuoc = globalThis.tungbuoc || {});
