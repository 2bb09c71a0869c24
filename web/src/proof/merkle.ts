import { sha256 } from '@noble/hashes/sha2.js'
import { concat, equal } from './bytes'

/** RFC 6962 section 2.1 over SHA-256. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(concat(Uint8Array.of(0), leaf))
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(Uint8Array.of(1), left, right))
}

/** RFC 9162 section 2.1.3.2. Plain numbers, not shifts: an index may have 53 bits. */
export function included(leaf: Uint8Array, index: number, size: number, proof: Uint8Array[], root: Uint8Array): boolean {
  if (index >= size) return false
  let node = index
  let last = size - 1
  let hash = leafHash(leaf)
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equal(hash, root)
}
