import { NotReadable } from './bytes'
import { isObject, readCanonical, type JsonObject } from './canonicalJson'

/** docs/formats.md section 2.3: the bytes that the ledger hashes. */
export interface Leaf {
  agency: string
  payloadSha256: string
  payloadSm3: string
  recordedAt: string
  stream: string
  type: string
  typeVersion: number
  version: number
}

const KEYS = 'agency,format,payload,recordedAt,stream,type,typeVersion,version'
const DIGEST = /^[0-9a-f]{64}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const AGENCY = /^[A-Z0-9]{2,8}$/

export function readLeaf(bytes: Uint8Array): Leaf {
  const leaf = readCanonical(bytes)
  if (!isObject(leaf) || Object.keys(leaf).sort().join() !== KEYS || leaf.format !== 'liuhen-leaf-v1')
    throw new NotReadable('not a leaf of format liuhen-leaf-v1')
  const payload = leaf.payload
  if (!isObject(payload) || Object.keys(payload).sort().join() !== 'sha256,sm3') throw new NotReadable('payload digests')
  return {
    agency: text(leaf, 'agency', AGENCY),
    payloadSha256: text(payload, 'sha256', DIGEST),
    payloadSm3: text(payload, 'sm3', DIGEST),
    recordedAt: text(leaf, 'recordedAt', INSTANT),
    stream: text(leaf, 'stream', UUID),
    type: text(leaf, 'type', /^[A-Z][A-Za-z]{0,63}$/),
    typeVersion: positive(leaf, 'typeVersion'),
    version: positive(leaf, 'version'),
  }
}

function text(object: JsonObject, key: string, shape: RegExp): string {
  const value = object[key]
  if (typeof value !== 'string' || !shape.test(value)) throw new NotReadable(`leaf: ${key}`)
  return value
}

function positive(object: JsonObject, key: string): number {
  const value = object[key]
  if (typeof value !== 'number' || value < 1) throw new NotReadable(`leaf: ${key}`)
  return value
}
