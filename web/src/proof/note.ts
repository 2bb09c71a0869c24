import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { NotReadable, base64, concat, equal, fromBase64, fromDecimal, hex, utf8 } from './bytes'
import { verifySm2, type Sm3 } from './sm2'

/** A vkey line of a trust file. An algorithm that this reader does not know is kept, and never counts as verified. */
export interface VerifierKey {
  name: string
  id: string
  algorithm: 'Ed25519' | 'SM2' | 'unknown'
  publicKey: Uint8Array
  line: string
}

export interface Signature {
  name: string
  id: string
  bytes: Uint8Array
}

/** A C2SP checkpoint inside a C2SP signed note. */
export interface Checkpoint {
  text: Uint8Array
  origin: string
  size: number
  root: Uint8Array
  signatures: Signature[]
}

export const SM2_TYPE = concat(Uint8Array.of(0xff), utf8('liuhen-sm2-v1'))
const MOST_SIGNATURES = 64
const NAME = /^[^\s+\p{Cc}]+$/u

export function readVerifierKey(line: string): VerifierKey {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line)
  if (!parts) throw new NotReadable('not a verifier key: name+id+key expected')
  const [name, id, encoded] = [parts[1]!, parts[2]!, parts[3]!]
  if (!NAME.test(name)) throw new NotReadable('not a verifier key: name')
  const typed = fromBase64(encoded)
  if (hex(sha256(concat(utf8(name), Uint8Array.of(10), typed)).subarray(0, 4)) !== id)
    throw new NotReadable('not a verifier key: the id does not belong to the key')
  if (typed.length === 33 && typed[0] === 1) return { name, id, algorithm: 'Ed25519', publicKey: typed.subarray(1), line }
  if (equal(typed.subarray(0, SM2_TYPE.length), SM2_TYPE)) {
    const publicKey = typed.subarray(SM2_TYPE.length)
    if (publicKey.length !== 65 || publicKey[0] !== 4) throw new NotReadable('not a verifier key: SM2 point')
    return { name, id, algorithm: 'SM2', publicKey, line }
  }
  return { name, id, algorithm: 'unknown', publicKey: typed, line }
}

/** A trust file: one vkey a line; empty lines and lines that begin with # are left out. */
export function readTrust(text: string): VerifierKey[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readVerifierKey)
}

export function readCheckpoint(note: string): Checkpoint {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) throw new NotReadable('checkpoint: not a signed note')
  const text = note.slice(0, split + 1)
  if (/[\p{Cc}]/u.test(text.replaceAll('\n', ''))) throw new NotReadable('checkpoint: control character')
  const [origin, size, root] = text.split('\n')
  if (!origin || size === undefined || root === undefined || !NAME.test(origin))
    throw new NotReadable('checkpoint: origin, size, root')
  const rootBytes = fromBase64(root)
  if (rootBytes.length !== 32) throw new NotReadable('checkpoint: root')
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) throw new NotReadable('checkpoint: too many signatures')
  return { text: utf8(text), origin, size: fromDecimal(size), root: rootBytes, signatures: lines.map(readSignature) }
}

function readSignature(line: string): Signature {
  const parts = /^\u2014 (\S+) (\S+)$/.exec(line)
  if (!parts) throw new NotReadable('checkpoint: signature line')
  const bytes = fromBase64(parts[2]!)
  if (bytes.length < 5) throw new NotReadable('checkpoint: signature too short')
  return { name: parts[1]!, id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) }
}

/** What one trusted key says about a checkpoint: it signed; its line is there but wrong; it did not sign; not known here. */
export type KeyAnswer = 'verified' | 'wrong' | 'absent' | 'unknown-algorithm'

export function askKey(key: VerifierKey, checkpoint: Checkpoint, sm3: Sm3): KeyAnswer {
  const lines = checkpoint.signatures.filter((signature) => signature.name === key.name && signature.id === key.id)
  if (lines.length === 0) return 'absent'
  if (key.algorithm === 'unknown') return 'unknown-algorithm'
  const verify =
    key.algorithm === 'Ed25519'
      ? (signature: Uint8Array) => verifyEd25519(signature, checkpoint.text, key.publicKey)
      : (signature: Uint8Array) => verifySm2(signature, checkpoint.text, key.publicKey, sm3)
  return lines.every((line) => verify(line.bytes)) ? 'verified' : 'wrong'
}

function verifyEd25519(signature: Uint8Array, text: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, text, publicKey, { zip215: false })
  } catch {
    return false // the library throws on lengths and points that cannot be; that is not a signature either
  }
}

/** For writers of test data and for people who have raw keys. */
export function verifierKeyLine(name: string, type: Uint8Array, publicKey: Uint8Array): string {
  const typed = concat(type, publicKey)
  return `${name}+${hex(sha256(concat(utf8(name), Uint8Array.of(10), typed)).subarray(0, 4))}+${base64(typed)}`
}
