import { get, Refused } from '../http/api'
import type { Device, DeviceRow, DeviceRowPage } from '../http/deviceTypes'

/**
 * What makes a phone a bureau-issued terminal (执法终端): a custodian, signed in on it, said which device of the register it is. What it
 * captures comes from that device; the server takes none from a number that the register does not have.
 */
export interface Terminal {
  agency: string
  number: string
  device: string
  boundBy: string
  boundAt: string
}

const GONE = new Set(['lost', 'retired'])

/** Devices of the register that a phone can be. */
export async function phonesOfRegister(): Promise<DeviceRow[]> {
  const { items } = await get<DeviceRowPage>('/api/devices?kind=phone&size=200')
  return items.filter((one) => !GONE.has(one.state))
}

/** A terminal that the register says is lost, retired or of another agency is a private phone again. */
export async function stillIssued(terminal: Terminal): Promise<boolean> {
  try {
    const device = await get<Device>(`/api/devices/${encodeURIComponent(terminal.number)}`)
    return device.id === terminal.device && !GONE.has(device.state)
  } catch (problem) {
    if (problem instanceof Refused && problem.problem.status === 404) return false
    throw problem
  }
}
