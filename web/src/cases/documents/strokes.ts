/** A stroke of the pen: x, y in hundredths of the pad's width, milliseconds since the first touch, pressure in thousandths. */
export type Stroke = [x: number, y: number, millis: number, pressure: number][]

const SIGNATURE_BYTES = 8
const KEYWORD = 'liuhen strokes'
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/**
 * The picture with the strokes in it, as an international text chunk (PNG 1.2, iTXt) before its end: one file, one digest, and any
 * program still shows the picture.
 */
export function withStrokes(png: Uint8Array<ArrayBuffer>, strokes: readonly Stroke[], at: string): Blob {
  const text = new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${JSON.stringify({ at, strokes })}`)
  const end = endOf(png)
  return new Blob([png.subarray(0, end), chunk('iTXt', text), png.subarray(end)], { type: 'image/png' })
}

/** Where the chunk IEND begins. */
function endOf(png: Uint8Array): number {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = SIGNATURE_BYTES; at + 8 <= png.length; at += 12 + view.getUint32(at)) {
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === 'IEND') return at
  }
  throw new Error('not a PNG: no end')
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = CRC[(c ^ byte) & 0xff]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
