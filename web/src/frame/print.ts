import { instant, type Locale } from './format'

/** Whose page this is, and what the words of its margins are. */
export interface PrintedBy {
  agency: string
  person: string
  title: string
  /** On the long side of the paper: registers have many columns. */
  wide: boolean
  locale: Locale
  printed: (words: { time: string; person: string }) => string
}

const sheet = new CSSStyleSheet()
let now: PrintedBy | undefined

/** Margins of paper cannot hold elements, so the words go there as a style sheet; the moment is that of printing. */
export function printedBy(who: PrintedBy | undefined): void {
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets.push(sheet)
    addEventListener('beforeprint', write)
  }
  now = who
  write()
}

function write(): void {
  if (!now) {
    sheet.replaceSync('')
    return
  }
  const printed = now.printed({ time: instant(Date.now(), now.locale), person: now.person })
  sheet.replaceSync(
    `@page { size: A4 ${now.wide ? 'landscape' : 'portrait'}; @top-left { content: ${quoted(`${now.agency} · ${now.title}`)} } @top-right { content: ${quoted(printed)} } }`,
  )
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\\n\r]/g, ' ')}"`
}
