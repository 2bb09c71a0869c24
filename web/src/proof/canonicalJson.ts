import { NotReadable, equal, fromUtf8, utf8 } from './bytes'

/** docs/formats.md section 1: RFC 8785 narrowed to integers, without null. */
export type Json = string | number | boolean | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

const DEEPEST = 32

/** Parses, writes again and compares: bytes that differ are refused. */
export function readCanonical(bytes: Uint8Array): Json {
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(bytes))
  } catch {
    throw new NotReadable('not JSON')
  }
  if (!equal(utf8(writeCanonical(value, 0)), bytes)) throw new NotReadable('not canonical JSON')
  return value as Json
}

export function canonical(value: Json): string {
  return writeCanonical(value, 0)
}

function writeCanonical(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new NotReadable('nested too deeply')
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotReadable('not an integer within 2^53-1')
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => writeCanonical(item, depth + 1)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>
    const written = Object.keys(members)
      .sort() // UTF-16 code units, which is what JavaScript compares by
      .map((key) => `${writeString(key)}:${writeCanonical(members[key], depth + 1)}`)
    return `{${written.join(',')}}`
  }
  throw new NotReadable('null is not written')
}

function writeString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotReadable('lone surrogate')
  return JSON.stringify(text) // escapes exactly what RFC 8785 says
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && !Array.isArray(value)
}
