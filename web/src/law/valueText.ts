import { useI18n } from 'vue-i18n'
import type { LawKey } from '../http/lawTypes'
import { LAW_WORDS } from './lawWords'

const SPAN = /^(?:P(\d+)([YMD])|PT(\d+)([HM]))( working)?$/
/** Lists of the locale files that name words of a profile. */
export const LISTS = ['terms.item', 'contents', 'terms.kind', 'terms.stage', 'terms.step', 'terms.signKind', 'terms.method', 'terms.mediaKind', 'terms.acceptance', 'terms.executionMethod', 'terms.capacity', 'lawWords']

/** The words of a profile are English ones, written together. */
const spaced = (word: string) => word.replace(/([a-z])([A-Z])/g, (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`)

/** A value of a profile for people to read; a word that has no name here stays as the profile writes it. */
export function useValueText() {
  const { t, te, locale } = useI18n()
  const word = (one: string) => {
    const list = LISTS.find((name) => te(`${name}.${one}`))
    if (list) return t(`${list}.${one}`)
    return locale.value === 'en' ? spaced(one) : (LAW_WORDS[one] ?? one)
  }
  return ({ standing = 'stated', value }: { standing?: LawKey['standing']; value: string }): string => {
    if (standing === 'notStated' || value === '') return t('law.notStated')
    if (value === 'true') return t('form.yes')
    if (value === 'false') return t('form.no')
    const span = SPAN.exec(value)
    if (span) return t(`spans.${span[2] ? `P${span[2]}` : `PT${span[4]}`}${span[5] ? 'working' : ''}`, { n: span[1] ?? span[3] })
    const words = value.replace(/[A-Za-z][A-Za-z0-9]*/g, word)
    return locale.value === 'en' ? words : words.replaceAll(', ', '、').replaceAll('[', '（').replaceAll(']', '）')
  }
}
