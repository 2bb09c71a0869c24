/** The bytes of a capture leave the phone when a receipt, checked here against these very bytes, says that the server has them for good. */
import { createSHA256, createSM3 } from 'hash-wasm'
import { ask, receiptOf } from '../http/api'
import { hex } from '../proof/bytes'
import { readTrust } from '../proof/note'
import { checkReceipt, type Medium } from '../proof/receiptCheck'
import { sm3 } from '../proof/sm3'
import { Sm3Tree } from '../proof/sm3Tree'
import * as kept from './kept'
import type { Capture } from './kept'
import { asking, changed, person } from './phone'

const READ_BYTES = 4 * 1024 * 1024

/**
 * Checks the receipt and frees the space; or keeps the bytes and the fault, for whoever looks into it.
 *
 * @throws Refused if the receipt cannot be had now; the call may be repeated
 */
export async function clear(one: Capture): Promise<void> {
  const vkeys = await asking(async () => (await ask(`/ledger/${person.value!.agency.code}/vkey`, { headers: { Accept: 'text/plain' } })).text())
  const receipt = await asking(() => receiptOf(one.recording!))
  const report = checkReceipt(receipt, readTrust(vkeys), await mediumOf(one), await sm3())
  const proven = report.verdict === 'valid' && report.fileProven
  await kept.keepCapture(proven ? { ...one, cleared: true } : { ...one, fault: report.checks.find((check) => check.code)?.code ?? 'E28' })
  if (proven) await kept.dropPieces(one.id)
  await changed()
}

/** The kept bytes, read once more. */
async function mediumOf(one: Capture): Promise<Medium> {
  const sha256 = await createSHA256()
  sha256.init()
  const tree = new Sm3Tree(await createSM3())
  let sizeBytes = 0
  while (sizeBytes < one.sizeBytes) {
    const parts = await kept.bytesFrom(one.id, sizeBytes, READ_BYTES)
    if (parts.length === 0) break // fewer bytes than were captured: the check tells
    for (const part of parts) {
      sha256.update(new Uint8Array(part))
      tree.update(new Uint8Array(part))
      sizeBytes += part.byteLength
    }
  }
  return { sha256: sha256.digest(), sm3Tree: hex(tree.root()), sizeBytes }
}
