import { base64, utf8 } from '../proof/bytes'
import { canonical, type JsonObject } from '../proof/canonicalJson'

/** One file of a source, as the browser saw it before any upload. */
export interface SourceFile {
  path: string
  sizeBytes: number
  modifiedAt?: string
  /** The browser could not open it. */
  problem?: 'unreadable'
  file?: File
}

/** docs/formats.md section 6.3. The browser knows names only as text: the raw bytes are those of UTF-8. */
export function listingOf(files: SourceFile[]): string {
  return files
    .map((file) => ({ file, raw: utf8(file.path) }))
    .sort((a, b) => compareBytes(a.raw, b.raw))
    .map(({ file, raw }) => {
      const line: JsonObject = { path: file.path, pathBytes: base64(raw), sizeBytes: file.sizeBytes }
      if (file.modifiedAt) line.modifiedAt = file.modifiedAt
      if (file.problem) line.problem = file.problem
      return `${canonical(line)}\n`
    })
    .join('')
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

export const MOST_FILES = 100_000

export function fromInput(files: Iterable<File>): SourceFile[] {
  return [...files].map((file) => sourceFile(file.webkitRelativePath || file.name, file))
}

/** Walks dropped folders; a file that cannot be opened is listed, not passed over. */
export async function fromDrop(items: DataTransferItemList): Promise<SourceFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const found: SourceFile[] = []
  for (const entry of entries) await walk(entry, found)
  return found
}

async function walk(entry: FileSystemEntry, found: SourceFile[]): Promise<void> {
  if (found.length > MOST_FILES) return
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    await new Promise<void>((resolve) => {
      ;(entry as FileSystemFileEntry).file(
        (file) => resolve(void found.push(sourceFile(path, file))),
        () => resolve(void found.push({ path, sizeBytes: 0, problem: 'unreadable' })),
      )
    })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // a reader gives a hundred entries at a time, and an empty list at the end
  for (let batch = await readSome(reader); batch.length > 0; batch = await readSome(reader))
    for (const child of batch) await walk(child, found)
}

function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

function sourceFile(path: string, file: File): SourceFile {
  return { path, sizeBytes: file.size, modifiedAt: new Date(file.lastModified).toISOString(), file }
}
