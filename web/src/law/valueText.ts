import { useI18n } from 'vue-i18n'

/** A value of a profile for people to read; what the agency's text leaves open is said so. */
export function useValueText() {
  const { t, locale } = useI18n()
  function text(value: unknown): string {
    if (value === 'notStated') return t('law.notStated')
    if (value === true) return t('form.yes')
    if (value === false) return t('form.no')
    if (Array.isArray(value)) return value.map(text).join(locale.value === 'en' ? '; ' : '；')
    if (typeof value === 'object' && value !== null) {
      const { word, ...rest } = value as { word?: unknown }
      const others = Object.entries(rest).map(([name, part]) => `${name} ${text(part)}`)
      return [word === undefined ? '' : String(word), ...others].filter(Boolean).join(' ')
    }
    return value == null ? '' : String(value)
  }
  return text
}
