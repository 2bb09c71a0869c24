import { computed, ref, type Ref } from 'vue'
import { useShortcuts } from './shortcuts'

interface Page<R> {
  items: R[]
  total: number
  mostCounted: number
}

/**
 * A list that is walked by keys: j and k choose a row, Enter opens it, brackets turn the page.
 * Enter on a link or button does what that does.
 *
 * @param turn goes to a page, counted from 0
 * @param more further keys of this list; they are given the chosen row
 */
export function useListKeys<R>(
  page: Readonly<Ref<Page<R> | undefined>>,
  state: Readonly<Ref<{ page: number; size: number }>>,
  turn: (page: number) => void,
  open: (row: R) => void,
  more: Record<string, (row: R | undefined) => unknown> = {},
) {
  const selected = ref(-1)
  const chosen = computed(() => page.value?.items[selected.value])
  /** The server counts no further. */
  const maybeMore = computed(() => page.value !== undefined && page.value.total >= page.value.mostCounted)
  const lastPage = computed(() => Math.max(0, Math.ceil((page.value?.total ?? 0) / state.value.size) - 1))
  const step = (by: number) => (selected.value = Math.min(Math.max(selected.value + by, 0), (page.value?.items.length ?? 0) - 1))

  function enter(event: KeyboardEvent) {
    const within = event.target instanceof HTMLElement ? event.target : undefined
    const thing = within?.closest<HTMLElement>('a, button')
    if (thing) thing.click()
    else if (!within?.closest('tr') && chosen.value) open(chosen.value)
  }

  useShortcuts({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    Enter: enter,
    '[': () => state.value.page > 0 && turn(state.value.page - 1),
    ']': () => state.value.page < lastPage.value && turn(state.value.page + 1),
    ...Object.fromEntries(Object.entries(more).map(([key, act]) => [key, () => act(chosen.value)])),
  })
  return { selected, maybeMore }
}
