import { createSHA256, createSM3 } from 'hash-wasm'
import { hex } from './bytes'
import { Sm3Tree } from './sm3Tree'
import type { HashingAnswer, HashingOrder } from './hashing'

const PIECE_BYTES = 4 * 1024 * 1024
const TELL_EVERY_BYTES = 32 * 1024 * 1024

/** Hashes one file or address and ends. At most two pieces are in memory, however large the file is. */
self.onmessage = async (message: MessageEvent<HashingOrder>) => {
  try {
    tell(await hash(message.data))
  } catch (problem) {
    tell({ kind: 'failed', message: problem instanceof Error ? problem.message : String(problem) })
  }
}

async function hash(order: HashingOrder): Promise<HashingAnswer> {
  const sha256 = await createSHA256()
  const tree = new Sm3Tree(await createSM3())
  let sizeBytes = 0
  let told = 0
  for await (const piece of order.kind === 'file' ? piecesOf(order.file) : fetched(order.url)) {
    sha256.update(piece)
    tree.update(piece)
    sizeBytes += piece.length
    if (sizeBytes - told >= TELL_EVERY_BYTES) {
      told = sizeBytes
      tell({ kind: 'progress', bytes: sizeBytes })
    }
  }
  return { kind: 'done', medium: { sha256: sha256.digest(), sm3Tree: hex(tree.root()), sizeBytes } }
}

/** Reads the next piece while the last one is being hashed. */
async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  let next = file.slice(0, PIECE_BYTES).arrayBuffer()
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const piece = await next
    next = file.slice(at + PIECE_BYTES, at + 2 * PIECE_BYTES).arrayBuffer()
    yield new Uint8Array(piece)
  }
  await next
}

async function* fetched(url: string): AsyncGenerator<Uint8Array> {
  const answer = await fetch(url, { credentials: 'same-origin' })
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`)
  const reader = answer.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}

function tell(answer: HashingAnswer): void {
  self.postMessage(answer)
}
