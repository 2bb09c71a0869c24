import { describe, expect, it } from 'vitest'
import { recordingsOf } from '../src/recordings/custody/choosing'
import { byOfficer } from '../src/recordings/custody/groups'
import { standingOf } from '../src/recordings/custody/standing'

const HOUR = 3_600_000
const at = (hours: number) => new Date(Date.UTC(2026, 10, 20, 1) + hours * HOUR).toISOString()
const now = Date.parse(at(0))

describe('a limit', () => {
  it('runs, is nearly over in its last quarter, and is over after its last instant', () => {
    const step = (due: number) => standingOf({ due: at(due), from: at(due - 24), now })
    expect(step(6.1).is).toBe('running')
    expect(step(6)).toEqual({ is: 'soon', millis: 6 * HOUR })
    expect(step(0)).toEqual({ is: 'soon', millis: 0 })
    expect(step(-1)).toEqual({ is: 'over', millis: HOUR })
  })
  it('the clock’s uncertainty counts for the officer, at both edges', () => {
    expect(standingOf({ due: at(0), now: now + 500, slackMillis: 500 }).is).toBe('soon')
    expect(standingOf({ due: at(0), now: now + 501, slackMillis: 500 }).is).toBe('over')
    expect(standingOf({ due: at(0), done: at(0), now }).is).toBe('inTime')
    expect(standingOf({ due: at(-1), done: at(0), now, slackMillis: HOUR }).is).toBe('inTime')
    expect(standingOf({ due: at(-2), done: at(0), now, slackMillis: HOUR })).toEqual({ is: 'late', millis: 2 * HOUR })
  })
})

describe('what officers bring', () => {
  const one = (id: string, officer: string | undefined, device: string) => ({ id, device, sizeBytes: 5, ...(officer ? { usedBy: { id: officer, name: officer } } : {}) })
  it('is grouped by who had the device out, those without one last', () => {
    const groups = byOfficer([one('a', undefined, '1'), one('b', 'p', '2'), one('c', 'p', '3'), one('d', 'q', '2'), one('e', 'p', '2')])
    expect(groups.map((group) => [group.officer?.id, group.items.map((item) => item.id), group.devices, group.bytes])).toEqual([
      ['p', ['b', 'c', 'e'], ['2', '3'], 15], ['q', ['d'], ['2'], 5], [undefined, ['a'], ['1'], 5],
    ])
  })
})

it('a recording that waits for several things is one recording', () => {
  const item = { id: 'a', name: 'a', kind: 'video', device: '1', uncertaintyMillis: 0, storedAt: at(0), unfiled: [], accident: 'none' as const, findings: 0 }
  expect([...recordingsOf([{ column: 'out', total: 0, items: [] }, { column: 'toHand', total: 1, items: [item] }, { column: 'toFile', total: 1, items: [item] }]).keys()]).toEqual(['a'])
})
