/** Blanks whose numbers were given out beforehand, as the server tells of them. */
export interface Blank {
  number: number
  written: string
  /** The id that the codes on its pages name: what was written on it is entered under this id. */
  document: string
  unitName: string
  toName: string
  issuedAt: string
  state: 'out' | 'used' | 'voided'
  reason?: string
}

/** The blanks of one form and year, the newest first. */
export interface Blanks {
  year: number
  given: number
  items: Blank[]
}
