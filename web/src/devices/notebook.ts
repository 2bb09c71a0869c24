import type { SourceFile } from './listing'

/** What this browser remembers of a hand-in that is not finished, so that a reload or a crash loses nothing. */
export interface Notebook {
  id: string
  agency: string
  device: string
  openedAt: string
  files: Record<string, NotedFile>
}

export interface NotedFile {
  /** The client's key of the upload: asking again with it never makes a second recording. */
  key: string
  sizeBytes: number
  modifiedAt?: string
  problem?: 'unreadable'
  recording?: string
  sha256?: string
}

const KEPT_AS = 'liuhen.handIn'

export function readNotebook(storage: Storage, agency: string): Notebook | undefined {
  const text = storage.getItem(KEPT_AS)
  if (!text) return undefined
  try {
    const kept = JSON.parse(text) as Notebook
    return kept.agency === agency && typeof kept.files === 'object' ? kept : undefined
  } catch {
    return undefined // not ours, or damaged; the server still has what it acknowledged
  }
}

export function writeNotebook(storage: Storage, notebook: Notebook | undefined): void {
  if (notebook) storage.setItem(KEPT_AS, JSON.stringify(notebook))
  else storage.removeItem(KEPT_AS)
}

/** The files that do not belong to the hand-in as it was listed: other names, or changed since. */
export function strangers(notebook: Notebook, files: SourceFile[]): SourceFile[] {
  return files.filter((file) => {
    const noted = notebook.files[file.path]
    return !noted || noted.sizeBytes !== file.sizeBytes || noted.modifiedAt !== file.modifiedAt
  })
}
