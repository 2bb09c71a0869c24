import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LISTS } from '../src/law/valueText'
import { LAW_WORDS } from '../src/law/lawWords'
import zh from '../src/locales/zh-CN'

const at = (path: string): Record<string, unknown> => path.split('.').reduce((found, part) => found[part] as Record<string, unknown>, zh as Record<string, unknown>)

it('every word that a parameter of the law may have is Chinese on a Chinese page', () => {
  const keys = readFileSync(new URL('../../law/keys.yaml', import.meta.url), 'utf8')
  const words = new Set([...keys.matchAll(/words: \[([^\]]*)\]/g)].flatMap((list) => list[1]!.match(/[a-z][A-Za-z0-9]*/g) ?? []))
  expect(words.size).toBeGreaterThan(300)
  const unnamed = [...words].filter((word) => !LAW_WORDS[word] && !LISTS.some((list) => word in at(list)))
  expect(unnamed).toEqual([])
})

it('a word has one name only', () => {
  const twice = Object.keys(LAW_WORDS).filter((word) => LISTS.some((list) => word in at(list)))
  expect(twice).toEqual([])
})
