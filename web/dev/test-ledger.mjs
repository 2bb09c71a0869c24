// TEST DATA ONLY. A ledger for the mock server and the unit tests: slow, obvious, in memory, with keys that are thrown away.
// It shares no code with src/proof, so that the one is checked by the other.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { weierstrass } from '@noble/curves/abstract/weierstrass.js'

const digest = (name, ...parts) => parts.reduce((hash, part) => hash.update(part), createHash(name)).digest()
export const sha256 = (...parts) => digest('sha256', ...parts)
export const sm3 = (...parts) => digest('sm3', ...parts)
const LEAF_BYTES = 65536

/** RFC 6962 section 2.1, word for word. */
export function treeHash(leaves, hash = sha256) {
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return hash(Buffer.of(0), leaves[0])
  const k = split(leaves.length)
  return hash(Buffer.of(1), treeHash(leaves.slice(0, k), hash), treeHash(leaves.slice(k), hash))
}

export function auditPath(index, leaves) {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  return index < k
    ? [...auditPath(index, leaves.slice(0, k)), treeHash(leaves.slice(k))]
    : [...auditPath(index - k, leaves.slice(k)), treeHash(leaves.slice(0, k))]
}

function split(n) {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

export function sm3TreeOf(bytes) {
  const leaves = []
  for (let at = 0; at < bytes.length; at += LEAF_BYTES) leaves.push(bytes.subarray(at, at + LEAF_BYTES))
  return treeHash(leaves, sm3).toString('hex')
}

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  return `{${Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`
}

const P = weierstrass({
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
})
const SM2 = P.CURVE()
const bytes32 = (value) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const number = (bytes) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

function sm2Sign(secret, publicKey, text) {
  const id = Buffer.from('1234567812345678')
  const z = sm3(Buffer.of(0, 128), id, bytes32(SM2.a), bytes32(SM2.b), bytes32(SM2.Gx), bytes32(SM2.Gy), publicKey.subarray(1))
  const e = number(sm3(z, text))
  const n = SM2.n
  const k = (number(randomBytes(32)) % (n - 1n)) + 1n
  const r = (e + P.BASE.multiply(k).toAffine().x) % n
  const s = (P.Fn.inv(1n + secret) * (((k - r * secret) % n) + n)) % n
  return Buffer.concat([bytes32(r), bytes32(s)])
}

export class TestLedger {
  leaves = []
  opened = []
  constructor(origin) {
    this.origin = origin
    this.agency = origin.split('/').at(-1)
    this.ed25519 = generateKeyPairSync('ed25519')
    this.sm2Secret = (number(randomBytes(32)) % (SM2.n - 2n)) + 1n
    this.sm2Public = Buffer.from(P.BASE.multiply(this.sm2Secret).toBytes(false))
    const ed25519Public = this.ed25519.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    this.keys = [
      Buffer.concat([Buffer.of(1), ed25519Public]),
      Buffer.concat([Buffer.of(0xff), Buffer.from('liuhen-sm2-v1'), this.sm2Public]),
    ]
    this.ids = this.keys.map((key) => sha256(Buffer.from(`${origin}\n`), key).subarray(0, 4))
    this.vkeys = this.keys.map((key, i) => `${origin}+${this.ids[i].toString('hex')}+${key.toString('base64')}`)
  }

  append({ stream, version, type, data, actor, recordedAt }) {
    const salt = randomBytes(32)
    const payload = Buffer.from(canonical({ actor, command: stream, data, occurredAt: { at: recordedAt, uncertaintyMillis: 0 } }))
    const leaf = canonical({
      agency: this.agency,
      format: 'liuhen-leaf-v1',
      payload: { sha256: sha256(salt, payload).toString('hex'), sm3: sm3(salt, payload).toString('hex') },
      recordedAt,
      stream,
      type,
      typeVersion: 1,
      version,
    })
    this.leaves.push(Buffer.from(leaf))
    this.opened.push({ salt, payload })
    return this.leaves.length - 1
  }

  checkpoint(leaves = this.leaves) {
    const text = `${this.origin}\n${leaves.length}\n${treeHash(leaves).toString('base64')}\n`
    const signatures = [
      sign(null, Buffer.from(text), this.ed25519.privateKey),
      sm2Sign(this.sm2Secret, this.sm2Public, Buffer.from(text)),
    ]
    return `${text}\n${signatures.map((s, i) => `\u2014 ${this.origin} ${Buffer.concat([this.ids[i], s]).toString('base64')}\n`).join('')}`
  }

  receipt(index, { withPayload = true } = {}) {
    const { salt, payload } = this.opened[index]
    const opened = withPayload ? `salt ${salt.toString('base64')}\npayload ${payload.toString('base64')}\n` : ''
    const path = auditPath(index, this.leaves)
      .map((hash) => `${hash.toString('base64')}\n`)
      .join('')
    return `liuhen-receipt v1\nleaf ${this.leaves[index].toString('base64')}\n${opened}\nc2sp.org/tlog-proof@v1\nindex ${index}\n${path}\n${this.checkpoint()}`
  }
}
