import type { Act } from '../cases/acts/acts'
import type { Field, Values } from '../cases/acts/field'
import type { Device } from '../http/deviceTypes'

const need = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, required: true, ...more })
const may = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, ...more })
const pick = (name: string, terms: string, words: readonly string[], more: Partial<Field> = {}): Field => need(name, 'choice', { terms, words, ...more })
const FINDING: Field[] = [need('finding.duty', 'hidden'), need('finding.subject', 'hidden'), may('finding.occurrence', 'hidden')]

export const KINDS = ['bodyCamera', 'camera', 'camcorder', 'voiceRecorder', 'surveillance', 'phone', 'collectionStorage', 'other'] as const
export const STATES = ['available', 'out', 'stopped', 'inRepair', 'lost', 'retired'] as const
const USES = ['caseWork', 'dailyInspection', 'majorAction', 'other'] as const
export const EXCUSES = ['deviceFault', 'noNetwork', 'stationFault', 'other'] as const
const WORN = ['leftShoulder', 'leftChest', 'handheld', 'other'] as const
const CAPABILITIES = ['explosionProof', 'nightVision', 'positioning', 'realTimeUpload', 'mobileNetwork'] as const
const filled = (name: string) => (values: Values) => values[name] != null && values[name] !== ''
const report = (prefix: string): Field[] => [
  may(`${prefix}.to`, 'person', { label: 'reportedLeader', anyone: true }), may(`${prefix}.at`, 'time', { label: 'reportedAt', when: filled(`${prefix}.to`) }),
  may(`${prefix}.means`, 'text', { label: 'reportedHow', when: filled(`${prefix}.to`) }),
]

/** What the agency's text wants looked at is asked for; the rest is offered. */
function check(items: readonly string[]): Field[] {
  const asked = (word: string) => ({ required: items.includes(word) })
  return [
    may('check.battery.percent', 'number', { label: 'batteryPercent', ...asked('battery') }), need('check.battery.enough', 'yesNo', { label: 'batteryEnough', when: filled('check.battery.percent') }),
    may('check.storage.freeBytes', 'gigabytes', { label: 'freeSpace', ...asked('storage') }), need('check.storage.enough', 'yesNo', { label: 'spaceEnough', when: filled('check.storage.freeBytes') }),
    may('check.clock.accurate', 'yesNo', { label: 'clockAccurate' }), need('check.clock.set', 'yesNo', { label: 'clockSet', when: (values) => values['check.clock.accurate'] != null }),
    may('check.faultFree', 'yesNo', { label: 'faultFree' }),
  ]
}

/** Asked of recorders, where the text speaks of it; the text's own positions come first. */
function worn(device?: Device): Field[] {
  if (!device?.wear.asked || device.kind !== 'bodyCamera') return []
  const told = WORN.filter((word) => device.wear.positions.includes(word))
  return [may('wear', 'choice', { label: 'wornAt', terms: 'wearPosition', words: [...told, ...WORN.filter((word) => !told.includes(word))] })]
}

/** The form of each act in the life of a device (docs/formats.md, section 2.9.1). */
export function deviceActs(device?: Device): Record<string, Act> {
  const looked = check(device?.checkItems ?? [])
  return {
    'register-device': {
      fields: [need('number', 'text', { label: 'deviceNumber', inAddress: true }), pick('kind', 'deviceKind', KINDS, { label: 'deviceKind' }), need('unit', 'unit'), may('officer', 'person', { label: 'manager' }), may('serial', 'text'), may('model', 'text')],
    },
    'describe-device': {
      fields: [
        need('description.functions', 'choice', { many: true, terms: 'deviceFunction', words: ['video', 'photo', 'sound'] }), need('description.portable', 'yesNo', { label: 'portable' }),
        may('description.capabilities', 'choice', { many: true, terms: 'capability', words: CAPABILITIES }), may('description.storagePlace', 'text'),
      ],
    },
    'purchase-device': {
      fields: [need('purchase.on', 'day', { label: 'boughtOn' }), may('purchase.order', 'text', { label: 'purchaseOrder' }), may('purchase.priceYuan', 'money'), may('purchase.purpose', 'text', { label: 'purchasePurpose' }), may('purchase.standard', 'text', { label: 'purchaseStandard' })],
    },
    'view-purchase': { fields: [need('agreed', 'yesNo'), need('text', 'longText', { label: 'opinion' })] },
    'accept-device': {
      fields: [need('on', 'day'), need('points', 'items', { label: 'technicalPoints', columns: [pick('point', 'technicalPoint', device?.technicalPoints ?? []), need('met', 'yesNo'), need('evidence', 'text', { label: 'pointEvidence' })] })],
    },
    'move-device': { fields: [need('unit', 'unit'), need('reason', 'longText')] },
    'assign-device': { fields: [need('officer', 'person', { label: 'manager' }), need('at', 'time')] },
    'check-out-device': {
      fields: [need('officer', 'person', { label: 'takenBy' }), need('at', 'time'), pick('purpose', 'usePurpose', USES, { label: 'usePurpose' }), may('what', 'text', { label: 'useWhat' }), ...worn(device), ...looked],
    },
    'check-device': { fields: [need('at', 'time'), ...looked] },
    'reassign-device': { fields: [need('to', 'person', { label: 'handedTo' }), need('at', 'time'), need('reason', 'longText')] },
    'return-device': {
      fields: [need('by', 'person', { label: 'returnedBy' }), need('at', 'time'), pick('condition', 'deviceCondition', ['good', 'faulty', 'damaged', 'misused'], { label: 'deviceCondition' }), may('remark', 'longText')],
    },
    'except-hand-in': {
      fields: [
        pick('ground', 'storeGround', device?.delayGrounds ?? [], { label: 'storeGround' }), need('place', 'text', { label: 'activityPlace' }), need('statement', 'longText', { label: 'storeStatement' }),
        may('expectedAt', 'time', { label: 'expectedBackAt' }), may('returnedAt', 'time', { label: 'returnedToUnitAt' }), may('evidence', 'files', { label: 'explanationEvidence' }),
      ],
    },
    'excuse-hand-in': { fields: [pick('cause', 'excuseCause', EXCUSES, { label: 'excuseCause' }), need('statement', 'longText', { label: 'storeStatement' }), may('evidence', 'files', { label: 'explanationEvidence' })] },
    'enter-return': { fields: [need('returnedAt', 'time', { label: 'returnedToUnitAt' })] },
    'note-outside-use': { fields: [need('at', 'time'), need('what', 'longText', { label: 'outsideWhat' }), may('officer', 'person')] },
    'report-fault': {
      fields: [need('foundAt', 'time'), need('stoppedAt', 'time', { label: 'useStoppedAt' }), need('what', 'longText', { label: 'faultWhat' }), pick('cause', 'faultCause', ['wear', 'quality', 'misuse', 'unknown'], { label: 'faultCause' }), ...report('report')],
    },
    'tell-of-fault': { fields: [need('report.to', 'person', { label: 'reportedLeader', anyone: true }), need('report.at', 'time', { label: 'reportedAt' }), need('report.means', 'text', { label: 'reportedHow' })] },
    'send-for-repair': { fields: [need('on', 'day'), need('firm', 'text')] },
    'repair-device': {
      fields: [pick('kind', 'repairKind', ['professional', 'selfMade', 'foundInOrder'], { label: 'repairKind' }), need('by', 'text', { label: 'repairedBy' }), need('on', 'day'), need('working', 'yesNo'), need('what', 'longText', { label: 'repairWhat' }), may('costYuan', 'money')],
    },
    'maintain-device': { fields: [need('on', 'day'), need('what', 'longText', { label: 'maintenanceWhat' })] },
    'remark-quality': { fields: [need('on', 'day'), need('text', 'longText', { label: 'qualityText' })] },
    'report-facility-fault': { fields: [need('unit', 'hidden', { inAddress: true }), need('facility', 'text'), need('at', 'time'), need('what', 'longText', { label: 'faultWhat' })] },
    'mend-facility': { fields: [need('unit', 'hidden', { inAddress: true }), need('facility', 'text'), need('at', 'time'), need('what', 'longText', { label: 'repairWhat' })] },
    'report-loss': {
      final: true,
      fields: [pick('kind', 'lossKind', ['lost', 'stolen'], { label: 'lossKind' }), need('at', 'time'), need('place', 'text'), need('circumstances', 'longText'), may('unstored', 'longText'), ...report('report')],
    },
    'find-device': { fields: [need('at', 'time'), need('circumstances', 'longText')] },
    'retire-device': { final: true, fields: [need('on', 'day'), need('reason', 'longText')] },
    'explain-finding': { fields: [...FINDING, need('text', 'longText', { label: 'explanation' }), may('evidence', 'files', { label: 'explanationEvidence' })] },
    'judge-explanation': { fields: [...FINDING, need('accepted', 'yesNo'), need('reason', 'longText')] },
    'appeal-finding': { fields: [...FINDING, need('text', 'longText', { label: 'appealText' })] },
    'decide-appeal': { fields: [...FINDING, need('upheld', 'yesNo'), need('reason', 'longText')] },
  }
}

/** Which acts a device that stands so is offered, the likeliest first; the server says which of them one may. */
export const OFFERED: Record<Device['state'], readonly string[]> = {
  available: ['check-out-device', 'excuse-hand-in', 'enter-return', 'assign-device', 'maintain-device', 'report-fault', 'move-device', 'report-loss', 'retire-device'],
  out: ['return-device', 'except-hand-in', 'enter-return', 'excuse-hand-in', 'check-device', 'reassign-device', 'report-fault', 'note-outside-use', 'report-loss'],
  stopped: ['tell-of-fault', 'excuse-hand-in', 'send-for-repair', 'repair-device', 'return-device', 'retire-device'],
  inRepair: ['repair-device', 'retire-device'],
  lost: ['find-device', 'retire-device'],
  retired: [],
}
export const PAPERS = ['describe-device', 'purchase-device', 'view-purchase', 'accept-device', 'remark-quality'] as const

/** What a form starts with. */
export function givenFor(act: string, device: Device, me: string): Values {
  const now = new Date().toISOString()
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  switch (act) {
    case 'enter-return':
      return { returnedAt: now }
    case 'except-hand-in':
    case 'excuse-hand-in':
      return { evidence: [] }
    case 'check-out-device':
      return { officer: device.manager?.id ?? me, at: now, purpose: 'caseWork', 'check.battery.enough': true, 'check.storage.enough': true, 'check.clock.set': false }
    case 'return-device':
      return { by: device.user?.id ?? me, at: now, condition: 'good' }
    case 'report-fault':
      return { foundAt: now, stoppedAt: now, 'report.at': now }
    case 'tell-of-fault':
      return { 'report.at': now }
    case 'accept-device':
      return { on: day, points: device.technicalPoints.map((point) => ({ point, met: true })) }
    case 'describe-device': {
      const known = device.description
      return { 'description.functions': known?.functions ?? [], 'description.portable': device.portable, 'description.capabilities': known?.capabilities ?? [], 'description.storagePlace': known?.storagePlace }
    }
    case 'purchase-device':
      return { 'purchase.on': day }
    case 'send-for-repair':
    case 'repair-device':
    case 'maintain-device':
    case 'remark-quality':
    case 'retire-device':
      return { on: day, ...(act === 'repair-device' ? { kind: 'professional', working: true } : {}) }
    default:
      return { at: now }
  }
}
