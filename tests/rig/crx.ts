import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zip } from '../../tools/package/zip';

/** A packed and signed extension, as Chromium installs it. */
export interface Crx {
  /** The id that follows from the key. */
  id: string;
  bytes: Buffer;
}

/** Bytes of the files of a built extension as one zip archive. */
export function zipFolder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return zip(
    files.map((one) => {
      const path = join(one.parentPath, one.name);
      return { name: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) };
    }),
  );
}

/** One length-delimited field of a protocol buffer message. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

function length(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * Packs a built extension in Chromium's CRX3 form with a key made for this run: header {2: proof {1: key, 2: signature},
 * 10000: signed data {1: id}} before the zip (components/crx_file/crx3.proto).
 */
export function packCrx(folder: string): Crx {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const idBytes = createHash('sha256').update(key).digest().subarray(0, 16);
  const signedData = field(1, idBytes);
  const archive = zipFolder(folder);
  const signer = createSign('sha256').update('CRX3 SignedData\0').update(length(signedData.length));
  const signature = signer.update(signedData).update(archive).sign(privateKey);
  const proof = Buffer.concat([field(1, key), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  const id = [...idBytes.toString('hex')]
    .map((digit) => String.fromCharCode(97 + parseInt(digit, 16)))
    .join('');
  return {
    id,
    bytes: Buffer.concat([Buffer.from('Cr24'), length(3), length(header.length), header, archive]),
  };
}
