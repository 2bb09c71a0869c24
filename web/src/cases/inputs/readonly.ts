import type { InjectionKey } from 'vue'

/** Provided as true by a form that only shows. */
export const readonlyForm: InjectionKey<boolean> = Symbol('readonly form')
