import { shallowRef } from 'vue'
import { Refused, get } from '../http/api'
import type { LawArticle, LawIndex, LawText, NationalLimit } from '../http/lawTypes'

/** The agency's rules, asked for once; every article's name on any page comes from here. */
const index = shallowRef<LawIndex>()
let asked: Promise<void> | undefined

export function useLaw() {
  if (!index.value) asked ??= learn()
  return index
}

async function learn(): Promise<void> {
  try {
    index.value = await get<LawIndex>('/api/law')
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    asked = undefined // the id stands alone, and the next page asks again
  }
}

/** Another person may be of another agency. */
export function forgetLaw(): void {
  index.value = undefined
  asked = undefined
}

/** The article with the text that it is of. */
export function articleOf(law: LawIndex | undefined, id: string): { text: LawText; article: LawArticle } | undefined {
  for (const text of law?.texts ?? []) {
    const article = text.articles.find((one) => one.id === id)
    if (article) return { text, article }
  }
  return undefined
}

/** The limits of national law that cite the article: it has no page of its own in the agency's regulations. */
export function nationalOf(law: LawIndex | undefined, id: string): NationalLimit[] {
  return law?.national.filter((limit) => limit.articles.includes(id)) ?? []
}

/** Which article the side panel shows. */
export const shownArticle = shallowRef<string>()
