import { createI18n } from 'vue-i18n'
import en from '../locales/phone.en'
import zh from '../locales/phone.zh-CN'
import receiptEn from '../locales/receipt.en'
import receiptZh from '../locales/receipt.zh-CN'

/** The page's own words only: it must be small enough to be kept on a phone. Chinese unless English was chosen at the desk's pages. */
export function language() {
  const locale = chosen()
  document.documentElement.lang = locale
  return createI18n({ legacy: false, locale, fallbackLocale: 'zh-CN', messages: { 'zh-CN': { ...zh, receipt: receiptZh.receipt }, en: { ...en, receipt: receiptEn.receipt } } })
}

function chosen() {
  try {
    return localStorage.getItem('liuhen.language') === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN' // no storage, no choice
  }
}
