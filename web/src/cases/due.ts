interface Timed {
  raisedAt: string
  due?: string
  nextChangeAt?: string
}

/** The last instant in time; a day ends where the agencies are. */
export function dueOf({ due }: Pick<Timed, 'due'>): number | undefined {
  return due === undefined ? undefined : Date.parse(due.length === 10 ? `${due}T23:59:59+08:00` : due)
}

/** What was due first, then what changes first, then the oldest. */
export function byDue(a: Timed, b: Timed): number {
  const soonest = (time: number | undefined) => time ?? Number.MAX_SAFE_INTEGER
  const change = ({ nextChangeAt }: Timed) => (nextChangeAt === undefined ? undefined : Date.parse(nextChangeAt))
  return soonest(dueOf(a)) - soonest(dueOf(b)) || soonest(change(a)) - soonest(change(b)) || Date.parse(a.raisedAt) - Date.parse(b.raisedAt)
}
