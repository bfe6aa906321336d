// Cuts a WebM recording without decoding it: the packets between two moments are kept as they are, with new times.

const EBML = 0x1a45dfa3, SEGMENT = 0x18538067, INFO = 0x1549a966, TRACKS = 0x1654ae6b, CLUSTER = 0x1f43b675;
const TIMECODE = 0xe7, SIMPLE_BLOCK = 0xa3, BLOCK_GROUP = 0xa0, BLOCK = 0xa1;
const CLUSTER_SPAN = 30000;

/** The bytes of a one-track WebM with millisecond times, from `start` to `end` seconds; null when it is not such a file. */
function cutWebm(bytes, start, end) {
  const found = {head: null, tracks: null, blocks: []};
  try {
    readElements(bytes, 0, bytes.length, found, {time: 0});
  } catch {
    return null;
  }
  const kept = found.blocks.filter(block => block.time >= start * 1000 && block.time < end * 1000);
  return found.head && found.tracks && kept.length ? written(found, kept) : null;
}

/** Walks the elements of [at, end): segment and clusters are entered, what is needed of the rest is noted in `found`. */
function readElements(bytes, at, end, found, cluster) {
  while (at < end) {
    const [id, idEnd] = number(bytes, at, false);
    const [size, from] = number(bytes, idEnd, true);
    const to = size === null ? end : Math.min(from + size, end);
    if (id === EBML) found.head = bytes.subarray(at, to);
    else if (id === TRACKS) found.tracks = bytes.subarray(at, to);
    else if (id === TIMECODE) cluster.time = bytes.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0);
    else if (id === SIMPLE_BLOCK || id === BLOCK) found.blocks.push(block(bytes.subarray(from, to), cluster.time));
    else if (id === SEGMENT || id === CLUSTER || id === BLOCK_GROUP) readElements(bytes, from, to, found, cluster);
    at = to;
  }
}

/** The number at `at`, written in one to eight bytes, and where it ends; `bare` drops the length bit. Unknown size: null. */
function number(bytes, at, bare) {
  const length = Math.clz32(bytes[at]) - 23;
  if (!(length >= 1 && length <= 8)) throw new RangeError("not EBML");
  let value = bare ? bytes[at] & (0xff >> length) : bytes[at], unknown = bare && value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i];
    unknown &&= bytes[at + i] === 0xff;
  }
  return [unknown ? null : value, at + length];
}

/** One packet: its time in milliseconds, and the track, flags and sound around the two bytes that hold its place. */
function block(body, clusterTime) {
  const relative = new DataView(body.buffer, body.byteOffset).getInt16(1);
  return {time: clusterTime + relative, track: body[0], flags: body[3] | 0x80, sound: body.subarray(4)};
}

function written({head, tracks}, blocks) {
  const first = blocks[0].time, last = blocks[blocks.length - 1].time, duration = new Uint8Array(8);
  new DataView(duration.buffer).setFloat64(0, last - first + 60);
  const info = element([0x15, 0x49, 0xa9, 0x66], [element([0x2a, 0xd7, 0xb1], [Uint8Array.of(0x0f, 0x42, 0x40)]), element([0x44, 0x89], [duration])]);
  const clusters = [];
  for (const one of blocks) {
    const time = one.time - first;
    if (!clusters.length || time - clusters[clusters.length - 1].time > CLUSTER_SPAN) clusters.push({time, parts: [element([TIMECODE], [whole(time)])]});
    const cluster = clusters[clusters.length - 1], relative = time - cluster.time;
    cluster.parts.push(element([SIMPLE_BLOCK], [Uint8Array.of(one.track, relative >> 8, relative & 255, one.flags), one.sound]));
  }
  const segment = element([0x18, 0x53, 0x80, 0x67], [info, tracks, ...clusters.map(({parts}) => element([0x1f, 0x43, 0xb6, 0x75], parts))]);
  return joined([head, segment]);
}

function element(id, parts) {
  const body = joined(parts), n = body.length;
  return joined([Uint8Array.from(id), Uint8Array.of(0x10 | (n >>> 24), (n >>> 16) & 255, (n >>> 8) & 255, n & 255), body]);
}

function whole(value) {
  return Uint8Array.of((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
