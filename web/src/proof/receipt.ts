import { NotReadable, fromBase64, fromDecimal, fromUtf8 } from './bytes'
import { readCheckpoint, type Checkpoint } from './note'

/** docs/formats.md section 4. */
export interface Receipt {
  leaf: Uint8Array
  /** Absent when the payload was destroyed or may not be shown. */
  opened?: { salt: Uint8Array; payload: Uint8Array }
  index: number
  proof: Uint8Array[]
  checkpoint: Checkpoint
}

export const LARGEST_RECEIPT_BYTES = 128 * 1024
const LONGEST_PROOF = 64

export function looksLikeReceipt(start: Uint8Array): boolean {
  return new TextDecoder().decode(start.subarray(0, 17)) === 'liuhen-receipt v1'
}

export function readReceipt(bytes: Uint8Array): Receipt {
  if (bytes.length > LARGEST_RECEIPT_BYTES) throw new NotReadable('receipt: larger than 128 KiB')
  const text = fromUtf8(bytes)
  const lines = new Lines(text)
  lines.exactly('liuhen-receipt v1')
  const leaf = fromBase64(lines.after('leaf '))
  let opened: Receipt['opened']
  if (lines.peek() !== '') {
    const salt = fromBase64(lines.after('salt '))
    if (salt.length !== 32) throw new NotReadable('receipt: salt is not 32 bytes')
    opened = { salt, payload: fromBase64(lines.after('payload ')) }
  }
  lines.exactly('')
  lines.exactly('c2sp.org/tlog-proof@v1')
  const index = fromDecimal(lines.after('index '))
  const proof: Uint8Array[] = []
  for (let line = lines.next(); line !== ''; line = lines.next()) {
    const hash = fromBase64(line)
    if (hash.length !== 32 || proof.length === LONGEST_PROOF) throw new NotReadable('receipt: proof')
    proof.push(hash)
  }
  const checkpoint = readCheckpoint(lines.rest())
  return opened ? { leaf, opened, index, proof, checkpoint } : { leaf, index, proof, checkpoint }
}

class Lines {
  private at = 0
  constructor(private readonly text: string) {}

  peek(): string {
    const end = this.text.indexOf('\n', this.at)
    if (end < 0) throw new NotReadable('receipt: ends too early')
    return this.text.slice(this.at, end)
  }

  next(): string {
    const line = this.peek()
    this.at += line.length + 1
    return line
  }

  exactly(expected: string): void {
    if (this.next() !== expected) throw new NotReadable(`receipt: expected “${expected}”`)
  }

  after(prefix: string): string {
    const line = this.next()
    if (!line.startsWith(prefix)) throw new NotReadable(`receipt: expected “${prefix.trim()}”`)
    return line.slice(prefix.length)
  }

  rest(): string {
    return this.text.slice(this.at)
  }
}
