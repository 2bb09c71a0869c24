import { computed, ref, type Ref } from 'vue'
import type { BoardItem, Column } from '../../http/custodyTypes'

/** The recordings of these columns, each once: one can wait for several things. */
export function recordingsOf(columns: readonly Column[]): Map<string, BoardItem> {
  return new Map(columns.flatMap((column) => (column.column === 'out' ? [] : column.items)).map((item) => [item.id, item]))
}

/** What is chosen on a board: only what still stands there. */
export function useChoosing(columns: Ref<readonly Column[]>) {
  const marked = ref<ReadonlySet<string>>(new Set())
  const all = computed(() => recordingsOf(columns.value))
  const chosen = computed(() => [...marked.value].filter((id) => all.value.has(id)))
  return {
    all,
    chosen,
    isChosen: (id: string) => marked.value.has(id),
    choose(ids: readonly string[], on: boolean) {
      const next = new Set(marked.value)
      for (const id of ids) if (on) next.add(id)
        else next.delete(id)
      marked.value = next
    },
    clear: () => (marked.value = new Set()),
  }
}
export type Choosing = ReturnType<typeof useChoosing>

/** Which checkbox the arrow keys go to: up and down within a column, left and right to the column beside it at the same height. */
export function neighbour(boxes: readonly (readonly HTMLElement[])[], at: HTMLElement, key: string): HTMLElement | undefined {
  const column = boxes.findIndex((some) => some.includes(at))
  if (column < 0) return undefined
  const row = boxes[column]!.indexOf(at)
  const beside = (step: number) => {
    for (let next = column + step; next >= 0 && next < boxes.length; next += step)
      if (boxes[next]!.length) return boxes[next]![Math.min(row, boxes[next]!.length - 1)]
    return undefined
  }
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return boxes[column]![row + 1]
    case 'ArrowUp':
    case 'k':
      return boxes[column]![row - 1]
    case 'ArrowRight':
      return beside(1)
    case 'ArrowLeft':
      return beside(-1)
    default:
      return undefined
  }
}
