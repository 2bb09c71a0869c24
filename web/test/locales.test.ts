import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import deskEn from '../src/locales/en'
import phoneEn from '../src/locales/phone.en'
import phoneZh from '../src/locales/phone.zh-CN'
import deskZh from '../src/locales/zh-CN'

/** The officers' page has a file of its own, with its own words for what both have. */
const zh = { desk: deskZh, phone: phoneZh }
const en = { desk: deskEn, phone: phoneEn }

/** Names that are the same in every language. */
const NAMES = /SHA-256|SM3|\.(?:receipt|tar)/g

function leaves(tree: object, at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value as object, `${at}${key}.`),
  )
}
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

it('both languages have the same keys, and the same holes in each sentence', () => {
  const chinese = new Map(leaves(zh))
  const english = new Map(leaves(en))
  expect([...chinese.keys()]).toEqual(expect.arrayContaining([...english.keys()]))
  expect(chinese.size).toBe(english.size)
  for (const [key, text] of chinese) expect(holes(english.get(key)!), key).toEqual(holes(text))
})

it('no English is left in the Chinese texts, no Chinese in the English ones', () => {
  for (const [key, text] of leaves(zh)) expect(text.replace(NAMES, '').replace(/\{\w+\}/g, ''), key).not.toMatch(/[A-Za-z]{2,}/)
  for (const [key, text] of leaves(en)) expect(text, key).not.toMatch(/\p{Script=Han}/u)
})

it('no exclamation marks, nothing empty, and nothing that the message syntax would swallow', () => {
  for (const [key, text] of [...leaves(zh), ...leaves(en)]) {
    expect(text.trim(), key).not.toBe('')
    expect(text, key).not.toMatch(/[!！|@]/)
  }
})

it('every key that a page names exists', () => {
  for (const file of sources('src')) {
    const known = new Set(leaves(file.includes('src/phone/') ? phoneZh : deskZh).map(([key]) => key))
    const named = [...readFileSync(file, 'utf8').matchAll(/\bt\('([a-zA-Z.]+)'/g)].map((match) => match[1]!)
    for (const key of named) expect(known.has(key), `${file}: ${key}`).toBe(true)
  }
})

it('no component is longer than 300 lines', () => {
  for (const file of sources('src').filter((name) => name.endsWith('.vue')))
    expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThanOrEqual(300)
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.(?:vue|ts)$/.test(path) ? [path] : []
  })
}
