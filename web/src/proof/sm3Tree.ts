import type { IHasher } from 'hash-wasm'

export const LEAF_BYTES = 64 * 1024
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** docs/formats.md section 6.1, fed piece by piece; keeps one hash for each bit of the number of leaves. */
export class Sm3Tree {
  private readonly peaks: { height: number; hash: Uint8Array }[] = []
  private rest = new Uint8Array(LEAF_BYTES)
  private held = 0

  /** @param sm3 used by this tree alone while it is being fed */
  constructor(private readonly sm3: IHasher) {}

  update(bytes: Uint8Array): void {
    let at = 0
    if (this.held > 0) {
      at = Math.min(LEAF_BYTES - this.held, bytes.length)
      this.rest.set(bytes.subarray(0, at), this.held)
      this.held += at
      if (this.held < LEAF_BYTES) return
      this.push(this.rest)
      this.held = 0
    }
    for (; bytes.length - at >= LEAF_BYTES; at += LEAF_BYTES) this.push(bytes.subarray(at, at + LEAF_BYTES))
    this.rest.set(bytes.subarray(at))
    this.held = bytes.length - at
  }

  /** Ends the tree; nothing may be fed afterwards. */
  root(): Uint8Array {
    if (this.held > 0) this.push(this.rest.subarray(0, this.held))
    this.held = 0
    let root = this.peaks.pop()?.hash
    if (!root) return this.sm3.init().digest('binary')
    for (let peak = this.peaks.pop(); peak; peak = this.peaks.pop()) root = this.node(peak.hash, root)
    return root
  }

  private push(leaf: Uint8Array): void {
    let hash = this.sm3.init().update(LEAF).update(leaf).digest('binary')
    let height = 0
    while (this.peaks.at(-1)?.height === height) {
      hash = this.node(this.peaks.pop()!.hash, hash)
      height++
    }
    this.peaks.push({ height, hash })
  }

  private node(left: Uint8Array, right: Uint8Array): Uint8Array {
    return this.sm3.init().update(NODE).update(left).update(right).digest('binary')
  }
}
