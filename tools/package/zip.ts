import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  name: string;
  bytes: Buffer;
  executable?: boolean;
}

/** 1 January 1980, 00:00: the zero of zip's calendar, so that the time of packing is in no byte. */
const DOS_DATE = 0x0021;
const DOS_TIME = 0;
const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const FILE_MODE = 0o100644;
const PROGRAM_MODE = 0o100755;

/** The fields that stand both before a file and in the table at the end. */
function common(entry: ZipEntry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(STORED, 4);
  fields.writeUInt16LE(DOS_TIME, 6);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(crc32(entry.bytes), 10);
  fields.writeUInt32LE(entry.bytes.length, 14); // as packed
  fields.writeUInt32LE(entry.bytes.length, 18); // as it is
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return fields; // the last two bytes: no extra field
}

function localHeader(entry: ZipEntry): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry), Buffer.from(entry.name)]);
}

function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const maker = Buffer.alloc(2);
  maker.writeUInt16LE(MADE_ON_UNIX, 0);
  const rest = Buffer.alloc(14); // comment length, disk, inner attributes, outer attributes, place
  const mode = entry.executable ? PROGRAM_MODE : FILE_MODE;
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    maker,
    common(entry),
    rest,
    Buffer.from(entry.name),
  ]);
}

function end(count: number, size: number, offset: number): Buffer {
  const fields = Buffer.alloc(22);
  fields.write('PK\x05\x06', 'latin1');
  fields.writeUInt16LE(count, 8);
  fields.writeUInt16LE(count, 10);
  fields.writeUInt32LE(size, 12);
  fields.writeUInt32LE(offset, 16);
  return fields;
}

/**
 * A zip archive whose bytes depend on names and contents only: sorted, without times. Files are stored, not
 * compressed: compressors differ between machines, and both stores pack anew anyway.
 * Throws for a name that would leave the folder it is unpacked into.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const sorted = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const entry of sorted) {
    if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(entry.name)) throw new Error(`Not a safe name: ${entry.name}`);
    table.push(centralHeader(entry, offset));
    const header = localHeader(entry);
    parts.push(header, entry.bytes);
    offset += header.length + entry.bytes.length;
  }
  const directory = Buffer.concat(table);
  return Buffer.concat([...parts, directory, end(sorted.length, directory.length, offset)]);
}
