export const TABS = ['documents', 'checklist', 'service', 'approvals', 'measures', 'recordings', 'findings', 'people', 'trace'] as const
export type Tab = (typeof TABS)[number]

/** On which tab people do what a duty asks for. Only a way to go there; what is missing the server says. */
const PLACES: [RegExp, Tab][] = [
  [/^case\.stageChecklist|^record\./, 'checklist'],
  [/^service\./, 'service'],
  [/^(?:approval|review|legalReview|discussion|decision)\./, 'approvals'],
  [/^(?:measure|execution|coercion|correction|performance|confiscat)/, 'measures'],
  [/^recording\./, 'recordings'],
  [/^(?:document|sign|form)/, 'documents'],
  [/^(?:officer|party|recusal|right|hearing)/, 'people'],
]

export function placeOf(duty: string): Tab | undefined {
  return PLACES.find(([pattern]) => pattern.test(duty))?.[1]
}
