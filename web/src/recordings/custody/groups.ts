import type { BoardItem, Received } from '../../http/custodyTypes'
import type { Who } from '../../http/deviceTypes'

/** What one officer hands over: an officer may have used several devices. */
export interface Group<T> {
  officer?: Who
  items: T[]
  devices: string[]
  bytes: number
}

/** By the officer who had the device out, those without one last; within a group as the list came. */
export function byOfficer<T extends Pick<BoardItem | Received, 'usedBy' | 'device' | 'sizeBytes'>>(items: readonly T[]): Group<T>[] {
  const groups = new Map<string, Group<T>>()
  for (const item of items) {
    const key = item.usedBy?.id ?? ''
    const group = groups.get(key) ?? { ...(item.usedBy ? { officer: item.usedBy } : {}), items: [], devices: [], bytes: 0 }
    group.items.push(item)
    if (!group.devices.includes(item.device)) group.devices.push(item.device)
    group.bytes += item.sizeBytes ?? 0
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => Number(!a.officer) - Number(!b.officer))
}
