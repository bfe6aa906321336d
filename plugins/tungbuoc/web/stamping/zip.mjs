// A zip file that only stores: sound and PDFs are squeezed already, and a stored zip is a few headers.

const CRC_TABLE = Uint32Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

/** CRC-32 of bytes, as zip wants it. */
export function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** [{name, bytes}] → a Blob of one zip. Names are plain ASCII (codes, names without marks); the date is the zip format's first day. */
export function zip(files) {
  const parts = [], directory = [];
  let offset = 0, directorySize = 0;
  for (const {name, bytes} of files) {
    const ascii = new TextEncoder().encode(name), crc = crc32(bytes);
    const shared = [[2, 20], [2, 0], [2, 0], [2, 0], [2, 0x21], [4, crc], [4, bytes.length], [4, bytes.length], [2, ascii.length], [2, 0]];
    const local = packed([[4, 0x04034b50], ...shared]);
    const central = packed([[4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]);
    parts.push(local, ascii, bytes);
    directory.push(central, ascii);
    offset += local.length + ascii.length + bytes.length;
    directorySize += central.length + ascii.length;
  }
  const end = packed([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directorySize], [4, offset], [2, 0]]);
  return new Blob([...parts, ...directory, end], {type: "application/zip"});
}

/** [[size, value], …] → the values as little-endian bytes. */
function packed(fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0)), view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    size === 4 ? view.setUint32(at, value, true) : view.setUint16(at, value, true);
    at += size;
  }
  return bytes;
}
