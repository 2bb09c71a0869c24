import { createSM3 } from 'hash-wasm'
import type { Sm3 } from './sm2'

let ready: Promise<Sm3> | undefined

/** SM3 of short byte strings; the WebAssembly module is loaded once. */
export function sm3(): Promise<Sm3> {
  ready ??= createSM3().then((hasher) => (bytes) => hasher.init().update(bytes).digest('binary'))
  return ready
}
