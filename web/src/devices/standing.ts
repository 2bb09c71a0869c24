import type { DeviceStanding } from '../http/deviceTypes'

/** How a device's state looks, beside its word. */
export const TONES: Record<DeviceStanding, string> = { available: 'none', out: 'busy', stopped: 'wrong', inRepair: 'warn', lost: 'wrong', retired: 'none' }
