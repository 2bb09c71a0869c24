import type { Act } from '../../cases/acts/acts'
import type { Field, Values } from '../../cases/acts/field'
import type { Place } from '../../http/placeTypes'

const need = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, required: true, ...more })
const may = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, ...more })
const FINDING: Field[] = [need('finding.duty', 'hidden'), need('finding.subject', 'hidden'), may('finding.occurrence', 'hidden')]

/** What people do about a finding. */
const ANSWERS: Record<string, Act> = {
  'explain-finding': { fields: [...FINDING, need('text', 'longText', { label: 'explanation' }), may('evidence', 'files', { label: 'explanationEvidence' })] },
  'judge-explanation': { fields: [...FINDING, need('accepted', 'yesNo'), need('reason', 'longText')] },
  'appeal-finding': { fields: [...FINDING, need('text', 'longText', { label: 'appealText' })] },
  'decide-appeal': { fields: [...FINDING, need('upheld', 'yesNo'), need('reason', 'longText')] },
}
const CAPABILITIES = ['explosionProof', 'nightVision', 'positioning', 'realTimeUpload', 'mobileNetwork'] as const

export const PLACE_KINDS = ['inquiryRoom', 'hearingRoom', 'acceptancePlace', 'other'] as const

/** Devices by their numbers: words that no locale file has. */
function device(all: readonly { id: string; number: string }[]): Field {
  const words = all.map((one) => ({ word: one.id, title: one.number, titleEn: one.number }))
  return need('device', 'choice', { own: { name: 'device', title: '设备', titleEn: 'Device', type: 'choice', words } })
}

/** The form of each act on a place (docs/formats.md, section 2.13). */
export function placeActs(place?: Place): Record<string, Act> {
  const standing = place?.cameras.filter((one) => !one.until).map((one) => ({ id: one.device, number: one.number })) ?? []
  const acceptance = (values: Values) => (place?.kind ?? values.kind) === 'acceptancePlace'
  const named = [need('name', 'text', { label: 'placeName' }), need('unit', 'unit')]
  return {
    'register-place': {
      fields: [need('id', 'hidden', { inAddress: true }), need('kind', 'choice', { label: 'placeKind', terms: 'placeKind', words: PLACE_KINDS }), ...named, need('districtServiceHall', 'yesNo', { when: acceptance }), need('inUseFrom', 'day')],
    },
    'amend-place': { fields: [...named, need('districtServiceHall', 'yesNo', { when: acceptance })] },
    'place-camera': { fields: [device(place?.free ?? []), need('at', 'time', { label: 'placedAt' })] },
    'take-camera-away': { fields: [device(standing), need('at', 'time', { label: 'takenAwayAt' }), need('reason', 'longText')] },
    'check-surveillance': {
      fields: [need('first', 'day', { label: 'checkedFirst' }), need('last', 'day', { label: 'checkedLast' }), may('gaps', 'items', { label: 'surveillanceGaps', columns: [need('from', 'time', { label: 'gapFrom' }), need('to', 'time', { label: 'gapTo' }), need('reason', 'text', { label: 'gapReason' })] })],
    },
    'close-place': { final: true, fields: [need('on', 'day', { label: 'lastDayOfUse' }), need('reason', 'longText')] },
    ...ANSWERS,
  }
}

/** The form of each act on what a unit needs (section 2.14). */
export function needActs(): Record<string, Act> {
  return {
    'state-special-need': {
      fields: [need('unit', 'hidden', { inAddress: true }), may('capabilities', 'choice', { many: true, label: 'needCapabilities', terms: 'capability', words: CAPABILITIES }), need('why', 'longText', { label: 'needWhy' })],
    },
    ...ANSWERS,
  }
}

/** Which acts a place is offered, the likeliest first; the server says which of them one may. */
export function offered(place: Place): string[] {
  const standing = place.cameras.some((one) => !one.until)
  if (place.closed) return standing ? ['take-camera-away'] : []
  const first = standing ? (place.checked ? ['check-surveillance', 'place-camera'] : ['place-camera']) : ['place-camera']
  return [...first, ...(standing ? ['take-camera-away'] : []), 'amend-place', 'close-place']
}

/** The day in the agencies' time zone. */
export const dayOf = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)

/** What a form starts with. */
export function givenFor(act: string, place: Place): Values {
  const now = new Date().toISOString()
  const day = dayOf(Date.now())
  const only = (all: readonly string[]) => (all.length === 1 ? all[0] : undefined)
  switch (act) {
    case 'amend-place':
      return { name: place.name, unit: place.unit, districtServiceHall: place.districtServiceHall }
    case 'place-camera':
      return { device: only(place.free.map((one) => one.id)), at: now }
    case 'take-camera-away':
      return { device: only(place.cameras.filter((one) => !one.until).map((one) => one.device)), at: now }
    case 'check-surveillance': {
      const checked = place.checks.map((one) => one.last).sort().at(-1)
      const next = checked && dayOf(Date.parse(`${checked}T00:00:00Z`) + 16 * 3_600_000)
      return { first: next && next <= day ? next : day, last: day, gaps: [] }
    }
    case 'close-place':
      return { on: day }
    default:
      return {}
  }
}
