import type { Field, Values } from './field'
import { TERMS, type Term } from './terms'

/**
 * The form of each act: the components of its command (docs/formats.md, section 2.6a), in the order in which people fill them in.
 * Which of them are enough is the server's to say; here only what the command cannot be without is marked.
 */
export interface Act {
  fields: Field[]
  /** Asks once more, because nothing undoes it. */
  final?: boolean
}

const need = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, required: true, ...more })
const may = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, ...more })
const pick = (name: string, terms: Term, more: Partial<Field> = {}): Field => need(name, 'choice', { terms, words: TERMS[terms], ...more })
const flag = (name: string): Field => need(name, 'yesNo')
/** An id that the page makes, or that it knows. */
const id = (name: string): Field => need(name, 'hidden')
const is = (name: string, ...words: string[]) => (values: Values) => words.includes(String(values[name]))

const THINGS: Field[] = [need('name', 'text', { label: 'thing' }), need('quantity', 'text'), need('condition', 'text'), may('remark', 'text')]
const things = (more: Partial<Field> = {}): Field => need('things', 'items', { columns: THINGS, ...more })
const SIGNERS: Field[] = [
  pick('as', 'capacity'), need('name', 'text', { label: 'signer' }), pick('kind', 'signKind', { label: 'signKind' }), need('on', 'day'), flag('onPaper'),
]
const OPINION: Field[] = [need('person', 'person', { label: 'attendee', anyone: true, fills: 'name' }), need('name', 'hidden'), need('opinion', 'longText')]
const FINDING: Field[] = [id('finding.duty'), id('finding.subject'), may('finding.occurrence', 'hidden')]
const service = (...methods: string[]) => ({ when: is('facts.method', ...methods) })

export const ACTS: Record<string, Act> = {
  'open-case': {
    fields: [
      id('id'), pick('kind', 'kind'), pick('procedure', 'procedure'), pick('origin', 'origin'), need('subject', 'text'), need('unit', 'unit'),
      need('handlers', 'officers'), may('procedureRules', 'text'), may('entrustedBody', 'text'), need('at', 'time', { label: 'openedAt' }),
    ],
  },
  'name-party': {
    fields: [
      id('party.id'), pick('party.kind', 'partyKind', { label: 'partyKind' }), need('party.name', 'text', { label: 'partyName' }), may('party.identityNumber', 'text'),
      may('party.representative', 'text', { when: is('party.kind', 'company', 'unit') }), may('party.address', 'text'), may('party.phone', 'text'),
    ],
  },
  'state-source': {
    fields: [
      pick('source.kind', 'sourceKind', { label: 'sourceKind' }), may('source.otherKind', 'text', { when: is('source.kind', 'other') }),
      need('source.on', 'day', { label: 'receivedOn' }), need('source.cause', 'longText'),
      may('source.informant.name', 'text', { label: 'informant', when: is('source.kind', 'complaint') }),
      may('source.informant.contact', 'text', { when: is('source.kind', 'complaint') }), may('source.attachment', 'file', { label: 'attachment' }),
    ],
  },
  'change-handlers': { fields: [need('handlers', 'officers'), need('reason', 'longText')] },
  'request-recusal': { fields: [need('officer', 'person'), flag('byParty'), need('ground', 'longText'), need('on', 'day')] },
  'decide-recusal': { fields: [need('officer', 'person'), flag('granted'), need('reason', 'longText'), need('on', 'day')] },
  'flag-case': {
    fields: [flag('flags.legalReview'), flag('flags.collectiveDiscussion'), flag('flags.hearingRight'), flag('flags.executionPower'), need('ground', 'longText')],
  },
  'suspend-case': { fields: [need('reason', 'longText'), need('on', 'day')] },
  'resume-case': { fields: [need('on', 'day')] },
  'transfer-case': { final: true, fields: [need('to', 'text', { label: 'transferTo' }), need('reason', 'longText'), need('on', 'day')] },
  'merge-case': { final: true, fields: [need('into', 'text', { label: 'mergeInto' }), need('reason', 'longText'), need('on', 'day')] },
  'split-case': { final: true, fields: [id('newCase'), need('reason', 'longText'), need('on', 'day')] },
  'end-case': { final: true, fields: [pick('ground', 'endGround', { label: 'endGround' }), may('remark', 'longText'), need('on', 'day')] },
  'reopen-case': { fields: [need('reason', 'longText'), need('on', 'day')] },
  'enter-stage': { fields: [pick('stage', 'stage'), need('on', 'day')] },
  'declare-item': { fields: [id('item.stage'), id('item.item'), pick('declaration', 'declaration'), may('ground', 'longText', { label: 'declarationGround' })] },
  'withdraw-declaration': { fields: [id('item.stage'), id('item.item')] },
  'show-certificates': { fields: [need('officers', 'officers'), need('toWhom', 'text'), need('at', 'time'), need('how', 'text')] },
  'tell-right': { fields: [pick('right', 'right'), need('at', 'time'), may('manner', 'text'), may('document', 'document')] },
  'record-response': {
    fields: [pick('right', 'right'), pick('response', 'response'), need('at', 'time'), may('text', 'longText', { label: 'responseText' }), may('document', 'document')],
  },
  'except-right': { fields: [pick('right', 'right'), need('ground', 'longText')] },
  'record-other': {
    fields: [pick('stage', 'stage'), need('title', 'text'), need('text', 'longText', { label: 'otherText' }), need('at', 'time'), need('place', 'text'), need('officer', 'person')],
  },
  'record-refusal': { fields: [need('who', 'text'), need('what', 'text', { label: 'refusedWhat' }), need('words', 'longText', { label: 'refusalWords' }), need('at', 'time')] },
  'file-recording': {
    fields: [
      need('recording', 'anyRecording'), may('document', 'document'), may('content', 'choice', { terms: 'item', words: TERMS.item }), may('remark', 'text'),
    ],
  },
  'unfile-recording': { fields: [id('recording'), need('reason', 'longText')] },
  'support-fact': { fields: [id('document'), id('fact'), need('supports', 'supports')] },
  'state-defect': {
    fields: [id('subject'), id('duties'), need('missing', 'longText'), need('why', 'longText'), need('by', 'officers', { label: 'statedBy' })],
  },
  'receive-application': {
    fields: [need('application.receivedAt', 'time', { label: 'receivedAt' }), need('application.applicant', 'text'), need('application.materials', 'texts', { label: 'materials' })],
  },
  'decide-acceptance': {
    fields: [
      pick('acceptance.outcome', 'acceptance', { label: 'acceptance' }), need('acceptance.at', 'time', { label: 'at' }), may('acceptance.document', 'document'),
      need('acceptance.verificationMatter', 'longText', { when: is('acceptance.outcome', 'acceptWithVerification') }),
      need('acceptance.verificationReason', 'longText', { when: is('acceptance.outcome', 'acceptWithVerification') }),
      need('acceptance.verificationAt', 'time', { when: is('acceptance.outcome', 'acceptWithVerification') }),
      need('acceptance.corrections', 'items', {
        label: 'onSpotCorrections', when: is('acceptance.outcome', 'correctOnSpotThenAccept'),
        columns: [
          need('place', 'text', { label: 'alteredPlace' }), need('before', 'text'), need('after', 'text'), need('corrector', 'text'), need('entitlement', 'text'),
          pick('signed', 'signKind', { label: 'signKind' }), need('on', 'day'),
        ],
      }),
      need('acceptance.toSupplement', 'texts', { label: 'toSupplement', when: is('acceptance.outcome', 'notifySupplementAndReject') }),
      may('acceptance.secondNoticeReason', 'longText', { when: is('acceptance.outcome', 'notifySupplementAndReject') }),
      need('acceptance.authority', 'text', { label: 'competentAuthority', when: is('acceptance.outcome', 'rejectNotCompetent') }),
      may('acceptance.returnReceipt', 'file', { label: 'returnReceipt', when: is('acceptance.outcome', 'notifySupplementAndReject', 'rejectNotCompetent') }),
    ],
  },
  'reply-supplement': { fields: [need('at', 'time'), need('materials', 'texts')] },
  'withdraw-application': { final: true, fields: [need('on', 'day'), need('reason', 'longText')] },
  'void-document': { final: true, fields: [id('document'), need('reason', 'longText')] },
  'note-refusal': {
    fields: [id('document'), pick('as', 'capacity'), need('name', 'text', { label: 'refuser' }), need('note', 'longText', { label: 'refusalNote' }), need('at', 'time'), need('officers', 'officers', { label: 'notedBy' })],
  },
  'write-opinion': {
    fields: [id('document'), pick('block', 'block'), need('opinion', 'longText'), may('reason', 'longText'), need('by', 'person', { label: 'opinionBy' }), need('on', 'day')],
  },
  'mark-across-pages': {
    fields: [id('document'), pick('kind', 'signKind', { label: 'markKind' }), need('fromPage', 'number'), need('toPage', 'number'), may('picture', 'picture')],
  },
  'request-approval': {
    fields: [
      id('approval'), pick('matter', 'matter'), may('document', 'document'), need('proposal.proposal', 'longText'), need('proposal.facts', 'longText'),
      need('proposal.evidence', 'longText'), need('proposal.basis', 'longText'), need('proposal.discretion', 'longText'),
    ],
  },
  'give-opinion': {
    fields: [
      id('approval'), pick('verdict', 'verdict'), need('opinion', 'longText'), may('reason', 'longText', { label: 'verdictReason' }), need('signedOn', 'day'), flag('onPaper'),
      may('scan', 'file', { label: 'scan', when: (values) => values.onPaper === true }),
    ],
  },
  'adopt-review': { fields: [id('approval'), flag('adopted'), may('reason', 'longText', { when: (values) => values.adopted !== true })] },
  'withdraw-request': { fields: [id('approval'), need('reason', 'longText')] },
  'discuss-collectively': {
    fields: [
      need('on', 'day'), need('host', 'text'), need('attendees', 'items', { columns: OPINION }), need('conclusion', 'longText'), may('minutes', 'document', { label: 'minutes' }),
      may('recording', 'recording'),
    ],
  },
  'record-service': {
    fields: [
      id('service'), pick('facts.method', 'method', { label: 'method' }), need('facts.documents', 'documents', { label: 'documents' }), may('facts.recipient', 'text'),
      may('facts.relation', 'text', service('direct', 'entrusted', 'lien')), may('facts.place', 'text', service('direct', 'entrusted', 'lien')),
      may('facts.at', 'time', { label: 'servedAt', ...service('direct', 'entrusted', 'mail', 'lien', 'electronic') }),
      may('facts.server', 'person', { label: 'server', ...service('direct', 'lien') }),
      may('facts.reason', 'longText', { label: 'entrustReason', ...service('entrusted', 'publicNotice') }),
      may('facts.body', 'text', { label: 'entrustedBody', ...service('entrusted') }),
      may('facts.directFailed', 'longText', service('entrusted', 'mail', 'publicNotice', 'lien')), may('facts.trackingNumber', 'text', service('mail')),
      may('facts.receipts', 'items', {
        label: 'receipts', columns: [need('kind', 'text', { label: 'receiptKind' }), need('scan', 'file')], ...service('mail', 'publicNotice', 'electronic', 'entrusted'),
      }),
      may('facts.medium', 'text', service('publicNotice', 'electronic')), may('facts.noticeFrom', 'day', service('publicNotice')),
      may('facts.noticeTo', 'day', service('publicNotice')), may('facts.situation', 'longText', service('lien')), may('facts.refusalReason', 'longText', service('lien')),
      may('facts.refusedOn', 'day', service('lien')), may('facts.atDomicile', 'yesNo', service('lien')), may('facts.witness', 'text', service('lien')),
      may('facts.otherMeans', 'longText', service('lien')), may('facts.addressConfirmation', 'document', service('mail', 'electronic')),
      may('facts.arrivedAt', 'time', service('electronic', 'mail')), may('facts.basis', 'text', { label: 'serviceBasis', ...service('electronic', 'publicNotice') }),
      may('facts.signatures', 'items', { label: 'signatures', columns: SIGNERS, ...service('direct', 'entrusted', 'lien', 'mail') }),
    ],
  },
  'complete-service': { final: true, fields: [id('service')] },
  'fail-service': { fields: [id('service'), need('reason', 'longText')] },
  'take-measure': {
    fields: [
      id('measure'), pick('kind', 'measureKind', { label: 'measureKind' }), need('decision', 'document', { label: 'decision' }), need('beganAt', 'time'), may('until', 'day'), things(),
      need('place', 'text'), need('keeper', 'text'),
    ],
  },
  'extend-measure': { fields: [id('measure'), need('until', 'day'), need('decision', 'document'), need('reason', 'longText')] },
  'lift-measure': {
    fields: [id('measure'), need('at', 'time'), pick('manner', 'liftManner', { label: 'liftManner' }), need('decision', 'document'), things({ required: false, label: 'liftedThings' })],
  },
  'order-correction': { fields: [id('order'), need('document', 'document'), need('due', 'day', { label: 'correctionDue' }), need('what', 'longText', { label: 'correctionWhat' })] },
  'follow-up-correction': {
    fields: [id('order'), need('on', 'day'), pick('result', 'correction'), need('record', 'longText', { label: 'followUpRecord' }), may('document', 'document')],
  },
  'set-performance-due': { fields: [need('due', 'day'), need('what', 'longText', { label: 'dueWhat' })] },
  'record-performance': {
    fields: [need('on', 'day'), need('kind', 'text', { label: 'performanceKind' }), may('amount', 'money'), pick('status', 'performance', { label: 'performance' }), may('voucher', 'file')],
  },
  'log-statement': { fields: [id('statement'), need('at', 'time'), need('text', 'longText', { label: 'statementText' })] },
  'review-statement': {
    fields: [
      id('statement'), need('review.facts', 'longText'), need('review.reasons', 'longText'), need('review.evidence', 'longText'),
      need('review.opinion', 'longText', { label: 'reviewOpinion' }), need('review.on', 'day'),
    ],
  },
  'decide-execution': { final: true, fields: [need('document', 'document'), need('on', 'day'), flag('noGoodCause')] },
  'apply-to-court': { final: true, fields: [need('document', 'document'), need('on', 'day')] },
  execute: {
    fields: [
      id('execution'), pick('method', 'executionMethod', { label: 'executionMethod' }), need('document', 'document'), need('object', 'text'), need('beganAt', 'time'),
      may('endedAt', 'time'), may('result', 'longText', { label: 'executionResult' }),
    ],
  },
  'confiscate-property': { fields: [id('list'), need('decision', 'document'), things(), need('custody', 'text')] },
  'dispose-property': {
    final: true,
    fields: [id('list'), pick('manner', 'disposal'), need('on', 'day'), need('participants', 'texts'), need('voucher', 'file')],
  },
  'explain-finding': { fields: [...FINDING, need('text', 'longText', { label: 'explanation' }), may('evidence', 'files', { label: 'explanationEvidence' })] },
  'judge-explanation': { fields: [...FINDING, flag('accepted'), need('reason', 'longText')] },
  'appeal-finding': { fields: [...FINDING, need('text', 'longText', { label: 'appealText' })] },
  'decide-appeal': { fields: [...FINDING, flag('upheld'), need('reason', 'longText')] },
}
