/** The words that the server knows, in the order in which people read them; their names are in the locale files under `terms`. */
export const TERMS = {
  kind: ['penalty', 'licence', 'coercion', 'inspection', 'dailyInspection', 'charge'],
  procedure: ['ordinary', 'summary'],
  origin: ['exOfficio', 'onApplication'],
  stage: ['initiation', 'investigation', 'reviewDecision', 'serviceExecution'],
  status: ['running', 'suspended', 'ended'],
  partyKind: ['person', 'company', 'unit'],
  sourceKind: ['inspectionPlan', 'complaint', 'transfer', 'assignment', 'testResult', 'media', 'other'],
  declaration: ['didNotOccur', 'notApplicable', 'notRequired'],
  right: ['statement', 'defence', 'recusal', 'hearing'],
  response: ['exercised', 'waived', 'silent'],
  matter: [
    'caseOpening', 'caseNotOpened', 'preservation', 'measure', 'measureExtension', 'measureLifting', 'test', 'recusal', 'acceptance', 'notice',
    'hearing', 'decision', 'licenceDecision', 'timeExtension', 'suspension', 'termination', 'transfer', 'correction', 'publicNotice', 'payment',
    'execution', 'courtApplication', 'disposal', 'exemption', 'revocation', 'closing',
  ],
  verdict: ['agreed', 'returned', 'refused'],
  method: ['direct', 'entrusted', 'mail', 'publicNotice', 'lien', 'electronic'],
  measureKind: ['preservation', 'sealing', 'seizure', 'other'],
  liftManner: ['returned', 'confiscated', 'destroyed', 'transferred', 'other'],
  correction: ['corrected', 'partly', 'notCorrected'],
  performance: ['full', 'partial', 'none'],
  executionMethod: ['additionalFineOrLateFee', 'auctionOrDisposal', 'removeObstructionRestore', 'substitutePerformance', 'other'],
  disposal: ['treasury', 'auction', 'destruction', 'return', 'other'],
  endGround: [
    'performed', 'executed', 'courtApplication', 'noPenalty', 'dismissed', 'withdrawn', 'transferred', 'merged', 'granted', 'refused', 'noViolation', 'other',
  ],
  capacity: [
    'party', 'personPresent', 'personConcerned', 'officer', 'recorder', 'attestingWitness', 'host', 'participant', 'expert', 'handler', 'reviewer',
    'approver', 'recipient', 'server', 'custodian',
  ],
  signKind: ['signature', 'fingerprint', 'seal', 'electronic'],
  block: ['handler', 'reviewer', 'approver'],
  acceptance: ['accept', 'acceptWithVerification', 'correctOnSpotThenAccept', 'notifySupplementAndReject', 'rejectNotCompetent'],
  mediaKind: ['video', 'audio', 'photo'],
  item: [
    'exOfficio', 'onApplication', 'officerIdentity', 'inquiry', 'siteInspection', 'documentaryAndPhysicalEvidence', 'sampling', 'testing',
    'evidencePreservation', 'coerciveMeasure', 'rightsNotice', 'rightsResponse', 'hearingAndArgument', 'handlerProposal', 'unitProposedDecision',
    'legalReview', 'collectiveDiscussion', 'headApproval', 'service', 'partyPerformance', 'coerciveExecution', 'confiscatedProperty', 'officerCount',
    'officerNames', 'certificateShown', 'objectBasics', 'siteConditions', 'result', 'other',
  ],
} as const

export type Term = keyof typeof TERMS
