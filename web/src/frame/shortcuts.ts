import { onBeforeUnmount, onMounted } from 'vue'

const SEQUENCE_MILLIS = 1200
let leader = { pending: false, at: 0 }
let inSequence = false

/**
 * Keys of a page: a key name ("j", "ArrowDown", "?") or "g x" for two in a row. Keys typed into a field, or with Ctrl, Alt
 * or Meta, belong to the browser and are left alone; so is everything while a dialog is open.
 */
export function useShortcuts(keys: Record<string, (event: KeyboardEvent) => void>): void {
  function pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return
    if ([...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) => dialog.checkVisibility())) return
    const action = inSequence ? keys[`g ${event.key.toLowerCase()}`] : (keys[event.key] ?? keys[event.key.toLowerCase()])
    if (action) {
      event.preventDefault()
      action(event)
    }
  }
  onMounted(() => document.addEventListener('keydown', pressed))
  onBeforeUnmount(() => document.removeEventListener('keydown', pressed))
}

// Runs before the pages' own listeners, because it is there first: they read what this key follows.
document.addEventListener('keydown', (event) => {
  inSequence = leader.pending && event.timeStamp - leader.at < SEQUENCE_MILLIS
  const leads = event.key === 'g' && !inSequence && !event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event.target)
  leader = { pending: leads, at: event.timeStamp }
})

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'range'))
  )
}
