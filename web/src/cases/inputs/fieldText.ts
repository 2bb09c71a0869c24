import { useI18n } from 'vue-i18n'
import type { Word } from '../../http/caseTypes'
import type { Field } from '../acts/field'

/** Names of fields and words: the server's where it sent them, the locale file's otherwise. */
export function useFieldText() {
  const { t, te, locale } = useI18n()
  const named = (thing: { title: string; titleEn?: string }) => (locale.value === 'en' ? thing.titleEn || thing.title : thing.title)
  return {
    named,
    term: (list: string, word: string) => (te(`terms.${list}.${word}`) ? t(`terms.${list}.${word}`) : word),
    labelOf(field: Field): string {
      if (field.own) return named(field.own)
      const key = field.label ?? field.name.split('.').at(-1)!
      return t(`caseFields.${key}`)
    },
    wordsOf(field: Field): { word: string; title: string }[] {
      if (field.own?.words) return field.own.words.map((word: Word) => ({ word: word.word, title: named(word) }))
      return (field.words ?? []).map((word) => ({ word, title: t(`terms.${field.terms}.${word}`) }))
    },
  }
}
