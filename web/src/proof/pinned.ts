import { NotReadable } from './bytes'
import { readTrust, type VerifierKey } from './note'

/** The verifier keys that this browser saw first for an agency, and since when. Later answers of the server do not replace them. */
export interface Pinned {
  keys: VerifierKey[]
  since: number
  /** Keys that the server gives now and that were not there when the browser first looked. */
  unknown: VerifierKey[]
}

/**
 * @param offered the text of the server's vkey page
 * @throws NotReadable if the server's page is not made of verifier keys
 */
export function pinnedKeys(storage: Storage, agency: string, offered: string): Pinned {
  const now = readTrust(offered)
  const kept = read(storage, agency)
  if (!kept) {
    pin(storage, agency, now)
    return { keys: now, since: Date.now(), unknown: [] }
  }
  return { ...kept, unknown: now.filter((key) => !kept.keys.some((known) => known.line === key.line)) }
}

export function pin(storage: Storage, agency: string, keys: VerifierKey[]): void {
  storage.setItem(nameOf(agency), JSON.stringify({ lines: keys.map((key) => key.line), since: Date.now() }))
}

function read(storage: Storage, agency: string): { keys: VerifierKey[]; since: number } | undefined {
  const text = storage.getItem(nameOf(agency))
  if (!text) return undefined
  try {
    const kept = JSON.parse(text) as { lines: string[]; since: number }
    return { keys: readTrust(kept.lines.join('\n')), since: kept.since }
  } catch (problem) {
    if (problem instanceof NotReadable || problem instanceof SyntaxError || problem instanceof TypeError) return undefined
    throw problem
  }
}

function nameOf(agency: string): string {
  return `liuhen.pinned.${agency}`
}
