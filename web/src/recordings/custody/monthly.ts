import type { MonthlyList, Specialist } from '../../http/custodyTypes'

export const MONTHLY_TONES: Record<Specialist['state'], string> = { open: 'busy', prepared: 'warn', received: 'done', nothing: 'warn', late: 'wrong' }

/** How a list stands, from its two confirmations. */
export function standingOfList(list: MonthlyList): Specialist['state'] {
  if (list.receivedAt) return 'received'
  if (list.preparedAt) return list.nothing ? 'nothing' : 'prepared'
  return 'open'
}
