import { describe, expect, it } from 'vitest'
import { endings, lastDay, standing, type Register } from '../src/agencies/register'

const TODAY = '2026-11-21'

describe('what runs between two days', () => {
  it.each([
    ['2026-11-22', '2027-12-31', 'coming'],
    ['2026-11-21', undefined, 'running'],
    ['2020-01-01', '2027-02-20', 'running'],
    ['2020-01-01', '2027-02-19', 'soon'],
    ['2020-01-01', '2026-11-21', 'soon'],
    ['2020-01-01', '2026-11-20', 'ended'],
    ['2020-01-01', '9999-12-31', 'running'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(standing(to ? { from, to } : { from }, TODAY)).toBe(expected)
  })
  it('has no last day where the register knows none', () => {
    expect(lastDay({ from: TODAY, to: '9999-12-31' })).toBeUndefined()
    expect(lastDay({ from: TODAY, to: '2027-01-01' })).toBe('2027-01-01')
  })
})

it('tells first what ends first, and forgets roles that are over', () => {
  const register: Register = {
    agency: 'SQ',
    name: '',
    today: TODAY,
    units: [],
    people: [
      {
        id: '1',
        name: '甲',
        username: 'a',
        roles: [
          { role: 'officer', from: '2020-01-01', to: '2025-01-01' },
          { role: 'unitHead', from: '2020-01-01', to: '2026-12-31' },
        ],
        certificate: { number: '1', from: '2020-01-01', to: '2027-01-15' },
        certificates: [],
      },
      { id: '2', name: '乙', username: 'b', roles: [], certificate: { number: '2', from: '2020-01-01', to: '2026-01-01' }, certificates: [] },
    ],
    custodians: [],
    entrusted: [{ unit: 'x', body: '中心', document: '书', from: '2026-01-01', to: '2028-12-31' }],
    offered: { digest: '', needsActivation: false, proposed: [] },
  }
  expect(endings(register).map((one) => `${one.name} ${one.of} ${one.standing}`)).toEqual([
    '乙 2 ended',
    '甲 unitHead soon',
    '甲 1 soon',
  ])
})
