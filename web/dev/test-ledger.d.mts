export function sha256(...parts: Uint8Array[]): Buffer
export function sm3(...parts: Uint8Array[]): Buffer
export function treeHash(leaves: Uint8Array[], hash?: typeof sha256): Buffer
export function auditPath(index: number, leaves: Uint8Array[]): Buffer[]
export function sm3TreeOf(bytes: Uint8Array): string
export function canonical(value: unknown): string
export interface TestEvent {
  stream: string
  version: number
  type: string
  data: Record<string, unknown>
  actor: Record<string, string>
  recordedAt: string
}
export class TestLedger {
  constructor(origin: string)
  origin: string
  leaves: Buffer[]
  opened: { salt: Buffer; payload: Buffer }[]
  vkeys: string[]
  append(event: TestEvent): number
  checkpoint(leaves?: Buffer[]): string
  receipt(index: number, options?: { withPayload?: boolean }): string
}
