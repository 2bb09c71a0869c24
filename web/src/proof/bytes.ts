/** Strict conversions between bytes and text. Every reader here refuses what it would not have written itself. */

export class NotReadable extends Error {}

const HEX = /^(?:[0-9a-f]{2})*$/

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

export function fromHex(text: string): Uint8Array {
  if (!HEX.test(text)) throw new NotReadable('not lower-case hex')
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}

export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary)
}

/** RFC 4648 section 4 with padding and zero spare bits; white space and other alphabets are refused. */
export function fromBase64(text: string): Uint8Array {
  let binary: string
  try {
    binary = atob(text)
  } catch {
    throw new NotReadable('not base64')
  }
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0))
  if (base64(bytes) !== text) throw new NotReadable('not canonical base64')
  return bytes
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Refuses malformed UTF-8; keeps a byte order mark as a character, so that it is not overlooked. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NotReadable('not UTF-8')
  }
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** A whole number without sign or leading zero, as the formats write sizes and indexes. */
export function fromDecimal(text: string): number {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) throw new NotReadable('not a decimal number')
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new NotReadable('number too large')
  return value
}
