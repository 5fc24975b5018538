// Marks beside the keys: whole or not at all, the last of many, and never read as something else.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { marksBeside } from './marks.ts'

let folder: string
beforeEach(() => {
  folder = newTestFolder()
})
afterEach(() => removeTestFolder(folder))

test('A mark is what was written last, for another process too, and only its owner reads it', () => {
  expect(marksBeside(folder).read('left')).toBeNull()
  marksBeside(folder).write('left', { count: 1 })
  marksBeside(folder).write('left', { count: 2 })
  expect(marksBeside(folder).read('left')).toEqual({ count: 2 })
  expect(statSync(join(folder, 'marks', 'left.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'marks'))).toEqual(['left.json'])
})

test('Of many that are kept together the last one stands, and each waits until it is on disk', async () => {
  const marks = marksBeside(folder)
  const seen: number[] = []
  const kept = Array.from({ length: 200 }, (_, count) =>
    marks.keep('left', { count }).then(() => {
      const { count: written } = JSON.parse(
        readFileSync(join(folder, 'marks', 'left.json'), 'utf8'),
      ) as { count: number }
      seen.push(written - count)
    }),
  )
  await Promise.all(kept)
  expect(seen.every((ahead) => ahead >= 0)).toBe(true)
  expect(marks.read('left')).toEqual({ count: 199 })
  expect(readdirSync(join(folder, 'marks'))).toEqual(['left.json'])
})

test('One that cannot be written is told, and the next is written all the same', async () => {
  const marks = marksBeside(folder)
  writeFileSync(join(folder, 'marks'), 'in the way')
  await expect(marks.keep('left', 1)).rejects.toMatchObject({ code: 'vault.keys_folder_unusable' })
  rmSync(join(folder, 'marks'))
  await marks.keep('left', 2)
  expect(marks.read('left')).toBe(2)
})

test('A damaged mark is no missing one', () => {
  mkdirSync(join(folder, 'marks'))
  writeFileSync(join(folder, 'marks', 'left.json'), '{"count":')
  expect(() => marksBeside(folder).read('left')).toThrow(
    expect.objectContaining({ code: 'vault.mark_damaged' }),
  )
})

test('No name leads out of the folder', () => {
  const marks = marksBeside(folder)
  expect(() => marks.write('../root', 1)).toThrow('not the name of a mark')
  expect(() => marks.read('a/b')).toThrow('not the name of a mark')
})
