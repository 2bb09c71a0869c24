import encodeQR from 'qr'

/** Quiet modules around a code, as its standard wants. */
const QUIET = 4

/** A QR code as the path of an SVG picture whose side is `size` units. A path needs no style, which a strict page forbids. */
export function qrPath(content: string): { size: number; path: string } {
  const rows = encodeQR(content, 'raw', { ecc: 'medium', encoding: 'byte', border: QUIET })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size: rows.length, path }
}
