import type { FindingRow } from '../http/caseTypes'

/** Where a finding is dealt with: the page of a case has a tab for it. */
export function pageOf({ kind, link }: Pick<FindingRow, 'kind' | 'link'>) {
  return kind === 'case' ? { path: link, query: { tab: 'findings' } } : link
}
