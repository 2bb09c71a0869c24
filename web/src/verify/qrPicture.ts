import decodeQR from 'qr/decode.js'

const LARGEST_SIDE = 1600

/** What the QR code in a picture says; nothing if the file is no picture, or has no code that can be read. */
export async function qrIn(file: File): Promise<string | undefined> {
  if (!/^image\//.test(file.type)) return undefined
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file)
  } catch {
    return undefined // no picture, whatever its name says
  }
  const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)))
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    return undefined // the reader throws where it finds no code
  }
}
