import type { InjectionKey } from 'vue'

/** Starts a fresh hashing worker: from its own file in the app, from inside the page in the single file. */
export const startHashing: InjectionKey<() => Worker> = Symbol('startHashing')
