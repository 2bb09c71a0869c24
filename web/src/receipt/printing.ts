import { nextTick, ref } from 'vue'

/** Papers that a receipt is printed on: a roll of 80 mm, A6, and A4 with the list of all captures. */
export const PAPERS = { roll: '80mm 200mm', a6: '105mm 148mm', a4: '210mm 297mm' } as const
export type Paper = keyof typeof PAPERS

const MARKED = 'data-printing'

/** Prints what stands alone in the element that is shown while `printing` is a paper; everything else stays off the paper. */
export function usePrinting() {
  const printing = ref<Paper>()

  async function print(paper: Paper) {
    const sheet = new CSSStyleSheet()
    const margin = paper === 'a4' ? '15mm' : '3mm'
    sheet.replaceSync(
      `@page { size: ${PAPERS[paper]}; margin: ${margin}; @top-left { content: none } @top-right { content: none } @bottom-center { content: none } } @media print { html[${MARKED}] body > :not(.alone) { display: none !important } }`,
    )
    printing.value = paper
    document.adoptedStyleSheets.push(sheet)
    document.documentElement.setAttribute(MARKED, 'receipt')
    await nextTick()
    try {
      window.print() // returns when the person has answered the browser's own dialog
    } finally {
      document.documentElement.removeAttribute(MARKED)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      printing.value = undefined
    }
  }

  return { printing, print }
}
