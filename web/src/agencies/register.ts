/** The agency's register as GET /api/register tells it. Days are legal days, yyyy-MM-dd. */

export interface Days {
  from: string
  to?: string
}

export interface Certificate extends Days {
  number: string
  to: string
}

export interface Term extends Days {
  role: string
  deputyFor?: string
  deputyForName?: string
}

export interface Person {
  id: string
  name: string
  username: string
  unit?: string
  roles: Term[]
  certificate?: Certificate
  certificates: Certificate[]
}

export interface Register {
  agency: string
  name: string
  superior?: string
  today: string
  units: { code: string; name: string; kind: string }[]
  people: Person[]
  custodians: ({ unit: string; kind: string; person: string; name: string; deputy?: string; deputyName?: string } & Days)[]
  entrusted: ({ unit: string; body: string; document: string } & Days)[]
  profile?: {
    digest: string
    adoptedBy: string
    from: string
    activation?: string
    recordedAt: string
    confirmations: { key: string; title: string; titleEn: string; by: string; on: string }[]
  }
  offered: { digest: string; needsActivation: boolean; proposed: { key: string; title: string; titleEn: string }[] }
}

/** What ends within so many days is shown as ending soon: an office needs that long for a new certificate. */
export const SOON_DAYS = 90

export type Standing = 'coming' | 'running' | 'soon' | 'ended'

const DAY_MILLIS = 86_400_000
/** The register writes this where an old entry names a number and no last day. */
const OPEN_END = '9999-12-31'

/** Days from one legal day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLIS)
}

/** Whether something that runs between two days has begun, ends soon, or is over; its last day belongs to it. */
export function standing(days: Days, today: string): Standing {
  if (today < days.from) return 'coming'
  if (!days.to) return 'running'
  if (today > days.to) return 'ended'
  return daysBetween(today, days.to) <= SOON_DAYS ? 'soon' : 'running'
}

/** The last day, if there is one. */
export function lastDay(days: Days): string | undefined {
  return days.to === OPEN_END ? undefined : days.to
}

export interface Ending {
  what: 'certificate' | 'role' | 'entrusted' | 'custodian'
  name: string
  /** Number of the certificate, word of the role, document, or word of what is kept. */
  of: string
  to: string
  standing: 'soon' | 'ended'
}

/** Certificates and papers that are over, and all that ends soon, the next one first. */
export function endings(register: Register): Ending[] {
  const found: Ending[] = []
  const add = (what: Ending['what'], name: string, of: string, days: Days | undefined, alsoEnded: boolean) => {
    if (!days?.to) return
    const now = standing(days, register.today)
    if (now === 'soon' || (now === 'ended' && alsoEnded)) found.push({ what, name, of, to: days.to, standing: now })
  }
  for (const person of register.people) {
    add('certificate', person.name, person.certificate?.number ?? '', person.certificate, true)
    for (const term of person.roles) add('role', person.name, term.role, term, false)
  }
  for (const body of register.entrusted) add('entrusted', body.body, body.document, body, true)
  for (const custodian of register.custodians) add('custodian', custodian.name, custodian.kind, custodian, false)
  return found.sort((one, other) => one.to.localeCompare(other.to))
}
