import { useI18n } from 'vue-i18n'

/** The agency's zone; every agency is in it (docs/formats.md section 1). */
const ZONE = 'Asia/Shanghai'

export type Locale = 'zh-CN' | 'en'

/** 2026年3月2日 15:04, or 2 Mar 2026, 15:04. */
export function instant(at: string | number, locale: Locale, withSeconds = false): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: ZONE,
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(withSeconds ? { second: '2-digit' } : {}),
  }).format(new Date(at))
}

/** 2026-03-02: the legal day, as registers and file names write it. */
export function day(at: string | number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))
}

/** 2026年3月2日: a legal day. */
export function dayInWords(legalDay: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(new Date(`${legalDay}T00:00:00Z`))
}

const OFFSET_MILLIS = 8 * 3_600_000

/** 2026-03-02T15:04, what a field for a moment shows: the agency's clock, whatever the computer's. */
export function toWallClock(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MILLIS).toISOString().slice(0, 16)
}

export function fromWallClock(typed: string): string | undefined {
  const at = Date.parse(`${typed}Z`)
  return Number.isNaN(at) ? undefined : new Date(at - OFFSET_MILLIS).toISOString()
}

export function timeOfDay(at: string | number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )
}

export function count(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** 1.2 GB; powers of 1024, as the file managers of the offices count. */
export function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let unit = 0
  let value = bytes
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** 0:04, 12:30, 1:02:03. */
export function clock(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** A digest in groups of four, so that two people can read it to each other. */
export function inFours(hexDigits: string): string[] {
  return hexDigits.match(/.{1,4}/g) ?? []
}

export function useFormat() {
  const { locale, t } = useI18n()
  const now = () => locale.value as Locale
  return {
    instant: (at: string | number, withSeconds = false) => instant(at, now(), withSeconds),
    timeOfDay: (at: string | number) => timeOfDay(at, now()),
    day: (legalDay: string) => dayInWords(legalDay, now()),
    /** 2026年3月: a month of the agency's calendar. */
    month: (month: string) =>
      new Intl.DateTimeFormat(now() === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', year: 'numeric', month: now() === 'en' ? 'short' : 'long' }).format(new Date(`${month}-01T00:00:00Z`)),
    /** A legal day or a moment, whichever it is. */
    moment: (at: string) => (at.length === 10 ? dayInWords(at, now()) : instant(at, now())),
    /** 3月2日, for the scale of a time line. */
    shortDay: (at: number) => new Intl.DateTimeFormat(now(), { timeZone: ZONE, month: 'short', day: 'numeric' }).format(at),
    dayAndTime: (at: number) =>
      new Intl.DateTimeFormat(now(), { timeZone: ZONE, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at),
    count: (value: number) => count(value, now()),
    size,
    clock,
    inFours,
    /** 2.5 秒: where tenths matter. */
    tenths: (millis: number) => t('words.secondsExact', { s: (millis / 1000).toFixed(millis < 60_000 ? 1 : 0) }),
    /** 3 小时 20 分, 45 秒 */
    span: (seconds: number) => {
      const whole = Math.max(0, Math.round(seconds))
      if (whole < 60) return t('words.seconds', { s: whole })
      if (whole >= 48 * 3600) return t('words.days', { d: Math.floor(whole / 86_400) })
      if (whole < 600) return t('words.minutesSeconds', { m: Math.floor(whole / 60), s: whole % 60 })
      if (whole < 3600) return t('words.minutes', { m: Math.round(whole / 60) })
      return t('words.hoursMinutes', { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60 })
    },
  }
}
