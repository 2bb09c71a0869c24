/** The name of a log: `<installation>/<agency>`, from an agency's second log on `<installation>/<agency>/<n>` (formats.md, 3.2). */
export interface Origin {
  installation: string
  agency: string
  number: number
}

/** Undefined if it is no name of a log of ours. */
export function readOrigin(text: string): Origin | undefined {
  const name = /^([^/]+)\/([^/]+)(?:\/([1-9][0-9]{0,5}))?$/.exec(text)
  if (!name || name[3] === '1') return undefined
  return { installation: name[1]!, agency: name[2]!, number: Number(name[3] ?? 1) }
}

/** Whether a log is this one, or an earlier one of the same agency. */
export function isOrPrecedes(earlier: string, log: string): boolean {
  const [one, other] = [readOrigin(earlier), readOrigin(log)]
  if (!one || !other) return earlier === log
  return one.installation === other.installation && one.agency === other.agency && one.number <= other.number
}
