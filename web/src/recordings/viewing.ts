import { post } from '../http/api'
import type { Recording } from '../http/types'

/** Says to the server that this person is about to see the recording; the journal is written before a byte is sent. */
export async function openViewing(recording: Recording, purpose?: string): Promise<string> {
  const answer = await post<{ viewing: string }>(`/api/recordings/${recording.id}/viewings`, purpose ? { purpose } : {})
  return answer.viewing
}

export function mediaAddress(recording: Recording, viewing: string, which: 'original' | 'web' = 'original'): string {
  const path = which === 'original' ? 'media' : 'copies/web'
  return `/api/recordings/${recording.id}/${path}?viewing=${encodeURIComponent(viewing)}`
}

/** Hands bytes that are already here to the browser's download. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer> | string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  download(address, name)
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
