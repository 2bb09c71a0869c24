import { useI18n } from 'vue-i18n'

/** The server's name of a thing in the page's language. */
export function useNamed() {
  const { locale } = useI18n()
  return (thing: { title: string; titleEn?: string }) => (locale.value === 'en' && thing.titleEn) || thing.title
}
