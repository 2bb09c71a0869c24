import { createI18n } from 'vue-i18n'
import { watch } from 'vue'
import zh from '../locales/zh-CN'
import en from '../locales/en'
import type { Locale } from './format'

const KEPT_AS = 'liuhen.language'

/** Chinese unless the person chose English on this computer before. */
export function language() {
  const i18n = createI18n({ legacy: false, locale: kept(), fallbackLocale: 'zh-CN', messages: { 'zh-CN': zh, en } })
  const locale = i18n.global.locale
  watch(
    locale,
    (now) => {
      document.documentElement.lang = now
      keep(now as Locale)
    },
    { immediate: true },
  )
  return i18n
}

function kept(): Locale {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN' // a page opened from a file may have no storage; the choice is then for this visit only
  }
}

function keep(locale: Locale): void {
  try {
    localStorage.setItem(KEPT_AS, locale)
  } catch {
    return // as above
  }
}
