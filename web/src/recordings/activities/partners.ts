const KEY = 'liuhen.partners.'

/** With whom somebody was on site last, so that one tap is enough; of this computer or phone alone. */
export function lastPartners(person: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + person) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return [] // an unreadable memory is none
  }
}

export function rememberPartners(person: string, officers: string[]): void {
  try {
    localStorage.setItem(KEY + person, JSON.stringify(officers.filter((one) => one !== person)))
  } catch {
    // full or forbidden: the next form starts without partners
  }
}
