import { useI18n } from 'vue-i18n'
import { agency } from '../../identity/session'

/** The name of a classification key, as the agency's text has it. */
export function useKeyTitles(): (key: string) => string {
  const { t, te, locale } = useI18n()
  return (word) => {
    const known = agency.value?.classificationKeys.find((one) => one.key === word)
    if (known) return locale.value === 'en' ? known.titleEn : known.title
    return te(`terms.filingKey.${word}`) ? t(`terms.filingKey.${word}`) : word
  }
}
