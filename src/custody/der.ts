/** DER (ITU-T X.690), as much of it as a time token needs: reading what is there, writing a request. */
import { Buffer } from 'node:buffer';
import { CustodyDamage } from './damage.js';

/** One element: its tag byte, what it holds, and itself with tag and length. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/** The element that begins at `at`. CustodyDamage if there is none. */
export function readElement(bytes: Uint8Array, at = 0): Element {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = buffer[at];
  let length = buffer[at + 1];
  let start = at + 2;
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) throw broken();
  if (length > 0x80) {
    const size = length - 0x80;
    if (size > 4 || start + size > buffer.length) throw broken();
    length = buffer.readUIntBE(start, size);
    start += size;
  } else if (length === 0x80) throw broken();
  const end = start + length;
  if (end > buffer.length) throw broken();
  return { tag, content: buffer.subarray(start, end), whole: buffer.subarray(at, end) };
}

/** The elements that stand in an element, in order. */
export function elementsIn({ content }: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < content.length; ) {
    const element = readElement(content, at);
    found.push(element);
    at += element.whole.length;
  }
  return found;
}

/** An object identifier as it is written, "1.2.840.113549". */
export function readOid({ tag, content }: Element): string {
  if (tag !== 0x06 || content.length === 0) throw broken();
  const parts: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length === 0)
      parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

export function writeElement(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80
      ? Buffer.of(length)
      : length < 0x100
        ? Buffer.of(0x81, length)
        : Buffer.of(0x82, length >> 8, length & 255);
  return Buffer.concat([Buffer.of(tag), size, content]);
}

function broken(): CustodyDamage {
  return new CustodyDamage('is not in the form of a time token');
}
