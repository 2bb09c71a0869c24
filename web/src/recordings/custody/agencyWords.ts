import type { LawIndex } from '../../http/lawTypes'

/** Whether the agency's own text says something about this key. */
export function isStated(law: LawIndex | undefined, key: string): boolean {
  return law?.texts.some((text) => text.articles.some((article) => article.keys.some((one) => one.key === key && one.standing === 'stated'))) ?? false
}
