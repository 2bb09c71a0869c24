/** Names for people of what the media tool calls a container; those that are no proper names are told in `containers` of the locales. */
const NAMES: Record<string, string> = {
  avi: 'AVI', mpegts: 'MPEG-TS', mpeg: 'MPEG-PS', mpegvideo: 'MPEG', m4v: 'MPEG-4', h264: 'H.264', hevc: 'H.265', mjpeg: 'Motion JPEG',
  asf: 'WMV / ASF', flv: 'FLV', dv: 'DV', dhav: 'DAV', wav: 'WAV', w64: 'WAV (W64)', mp3: 'MP3', aac: 'AAC', ac3: 'AC-3', amr: 'AMR',
  ogg: 'Ogg', flac: 'FLAC', caf: 'CAF', aiff: 'AIFF', au: 'AU', jpeg_pipe: 'JPEG', jpegxl_pipe: 'JPEG XL', png_pipe: 'PNG',
  webp_pipe: 'WebP', bmp_pipe: 'BMP', tiff_pipe: 'TIFF', gif: 'GIF', gif_pipe: 'GIF',
}
/** One tool name stands for a family of formats; within it the file's own name tells which. */
const BY_ENDING: Record<string, string> = {
  mov: 'QuickTime MOV', qt: 'QuickTime MOV', m4a: 'M4A', '3gp': '3GP', '3g2': '3G2', heic: 'HEIC', heif: 'HEIF', avif: 'AVIF',
}

export function containerName(container: string, fileName: string, kind?: string): string {
  const ending = fileName.split('.').at(-1)!.toLowerCase()
  if (container.startsWith('mov,')) return BY_ENDING[ending] ?? (kind === 'audio' ? 'M4A' : kind === 'photo' ? 'HEIF' : 'MP4')
  if (container.startsWith('matroska,')) return ending === 'webm' ? 'WebM' : 'Matroska'
  return NAMES[container] ?? container
}
