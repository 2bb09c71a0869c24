import type { Medium } from './receiptCheck'

export type HashingOrder = { kind: 'file'; file: File } | { kind: 'address'; url: string }
export type HashingAnswer =
  { kind: 'progress'; bytes: number } | { kind: 'done'; medium: Medium } | { kind: 'failed'; message: string }

export class HashingFailed extends Error {}
export class HashingCancelled extends Error {}

/**
 * Hashes in a worker of its own, which ends with the promise.
 *
 * @param worker a fresh hashing worker; the app and the single file start it differently
 * @param signal when aborted, the worker ends at once and the promise is rejected with HashingCancelled
 */
export function hashIn(
  worker: Worker,
  order: HashingOrder,
  progress: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Medium> {
  return new Promise<Medium>((resolve, reject) => {
    worker.onmessage = (message: MessageEvent<HashingAnswer>) => {
      const answer = message.data
      if (answer.kind === 'progress') progress(answer.bytes)
      else if (answer.kind === 'done') resolve(answer.medium)
      else reject(new HashingFailed(answer.message))
    }
    worker.onerror = (event) => reject(new HashingFailed(event.message || 'worker'))
    signal?.addEventListener('abort', () => reject(new HashingCancelled()), { once: true })
    worker.postMessage(order)
  }).finally(() => worker.terminate())
}
