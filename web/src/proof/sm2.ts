import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { concat, hex, utf8 } from './bytes'

export type Sm3 = (bytes: Uint8Array) => Uint8Array

/** GB/T 32918.5: the recommended curve. */
const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}
const Point = weierstrass(CURVE)
const USER_ID = utf8('1234567812345678')

/** GB/T 32918.2 with SM3 and the default user id; the signature is r ‖ s, the key 0x04 ‖ x ‖ y. */
export function verifySm2(signature: Uint8Array, text: Uint8Array, publicKey: Uint8Array, sm3: Sm3): boolean {
  if (signature.length !== 64) return false
  const r = number(signature.subarray(0, 32))
  const s = number(signature.subarray(32))
  if (r < 1n || r >= CURVE.n || s < 1n || s >= CURVE.n) return false
  const t = (r + s) % CURVE.n
  if (t === 0n) return false
  try {
    const key = Point.fromBytes(publicKey)
    const e = number(sm3(concat(identity(publicKey, sm3), text)))
    const sum = Point.BASE.multiplyUnsafe(s).add(key.multiplyUnsafe(t))
    return !sum.is0() && (e + sum.toAffine().x) % CURVE.n === r
  } catch {
    return false // a point that is not on the curve signs nothing
  }
}

/** Z of GB/T 32918.2 section 5.5. */
function identity(publicKey: Uint8Array, sm3: Sm3): Uint8Array {
  const parameters = [CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map(bytes32)
  return sm3(concat(Uint8Array.of(0, USER_ID.length * 8), USER_ID, ...parameters, publicKey.subarray(1)))
}

function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(bytes)}`)
}

function bytes32(value: bigint): Uint8Array {
  const text = value.toString(16).padStart(64, '0')
  return Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}
