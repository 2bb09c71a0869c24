import type { KeptAct } from './kept'

/** Waits for the media tool and for nothing else, and nothing waits for it. */
const FILING = 'file-to-activity'

/**
 * Whether an act cannot arrive because an earlier one did not. Only what the server would refuse for that reason: nothing is said of an
 * activity that was not opened, and none ends that did not start. Everything else goes on past a refusal.
 */
function hangsOn(earlier: KeptAct, act: KeptAct): boolean {
  if (earlier.activity !== act.activity || act.device) return false
  return earlier.act === 'open-activity' || (earlier.act === 'start-activity' && act.act === 'end-activity')
}

/** The act that keeps this one from being sent, until a person sees to it: tries it again, or says it anew. */
export function heldBy(all: KeptAct[], act: KeptAct): KeptAct | undefined {
  const saidAnew = (one: KeptAct) => all.some((other) => other.activity === one.activity && other.act === one.act && other.state === 'arrived')
  return all.find((one) => one.seq! < act.seq! && (one.state === 'refused' || one.state === 'dropped') && hangsOn(one, act) && !saidAnew(one))
}

/** What is to be sent next for this person: within an activity in the order of the taps, and never past one that is still waiting. */
export function nextAct(all: KeptAct[], person: string, now: number): KeptAct | undefined {
  const waiting = all.filter((act) => act.state === 'waiting' && act.person === person).sort((a, b) => a.seq! - b.seq!)
  return waiting.find(
    (act) =>
      act.notBefore <= now &&
      !heldBy(all, act) &&
      !waiting.some((other) => other.seq! < act.seq! && other.activity === act.activity && other.act !== FILING && !heldBy(all, other)),
  )
}

/** When the next one becomes due by itself, millis since 1970. */
export function nextDue(all: KeptAct[], person: string): number | undefined {
  const times = all.filter((act) => act.state === 'waiting' && act.person === person && !heldBy(all, act)).map((act) => act.notBefore)
  return times.length ? Math.min(...times) : undefined
}
