import { NotReadable } from './bytes'

const BLOCK = 512
const MOST_ENTRIES = 100_000
const LARGEST_PAX_BYTES = 1024 * 1024

export function looksLikeTar(start: Uint8Array): boolean {
  return start.length >= BLOCK && text(start, 257, 5) === 'ustar'
}

/** The files of a POSIX tar (ustar, pax) by path. Nothing is copied: each is a part of the archive, read when it is needed. */
export async function readTar(archive: Blob): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>()
  let pax: Record<string, string> = {}
  for (let at = 0; at + BLOCK <= archive.size; ) {
    const header = await bytesOf(archive.slice(at, at + BLOCK))
    if (header.every((byte) => byte === 0)) break
    if (!looksLikeTar(header) || !sumFits(header)) throw new NotReadable('tar: header')
    const type = String.fromCharCode(header[156] || 48)
    const sizeBytes = pax.size === undefined ? octal(header, 124, 12) : Number(pax.size)
    const content = archive.slice(at + BLOCK, at + BLOCK + sizeBytes)
    if (!Number.isSafeInteger(sizeBytes) || content.size !== sizeBytes) throw new NotReadable('tar: ends too early')
    if (type === 'x') {
      if (sizeBytes > LARGEST_PAX_BYTES) throw new NotReadable('tar: pax header')
      pax = records(await bytesOf(content))
    } else {
      if (type === '0') {
        const prefix = text(header, 345, 155)
        const path = (pax.path ?? (prefix ? `${prefix}/` : '') + text(header, 0, 100)).replace(/^\.\//, '')
        if (files.has(path) || files.size === MOST_ENTRIES) throw new NotReadable(`tar: ${path} twice`)
        files.set(path, content)
      }
      pax = {}
    }
    at += BLOCK + Math.ceil(sizeBytes / BLOCK) * BLOCK
  }
  return files
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

function text(bytes: Uint8Array, from: number, length: number): string {
  const field = bytes.subarray(from, from + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}

function octal(bytes: Uint8Array, from: number, length: number): number {
  const digits = text(bytes, from, length).trim()
  if (!/^[0-7]+$/.test(digits)) throw new NotReadable('tar: number')
  return parseInt(digits, 8)
}

/** The sum of the header's bytes, its own field counted as spaces. */
function sumFits(header: Uint8Array): boolean {
  const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
  return sum === octal(header, 148, 8)
}

/** Lines of “length key=value”, the length counting the whole line in bytes. */
function records(bytes: Uint8Array): Record<string, string> {
  const found: Record<string, string> = {}
  for (let at = 0; at < bytes.length; ) {
    const length = Number(/^(\d+) /.exec(text(bytes, at, 20))?.[1])
    if (!(length > 0) || at + length > bytes.length) throw new NotReadable('tar: pax record')
    const [, key, value] = /^\d+ ([^=]+)=([^]*)\n$/.exec(new TextDecoder().decode(bytes.subarray(at, at + length))) ?? []
    if (key === undefined || value === undefined) throw new NotReadable('tar: pax record')
    found[key] = value
    at += length
  }
  return found
}
