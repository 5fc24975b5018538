// A file that does not open: deleted, or only not readable now.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ImportId } from '../../kernel/index.ts'
import { readRejects, uploadSource } from './sealed-file.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'accord-sealed-'))
afterAll(() => rmSync(dataFolder, { recursive: true }))

const importId = '019aaaaa-0000-7000-8000-000000000001' as ImportId
const place = { dataFolder, importId }
// It is never come to: there is nothing to open with a key.
const key = {} as never
const readAll = async (octets: AsyncIterable<unknown>) => {
  for await (const _ of octets) throw new Error('nothing to read')
}

test('a file that is not there was deleted; one that fails to open is tried again', async () => {
  const upload = () => readAll(uploadSource(place, key, 10).open())
  const rejects = () => readAll(readRejects(place, key, 1))
  for (const read of [upload, rejects]) {
    await expect(read()).rejects.toMatchObject({ code: 'intake.file_gone' })
  }
  const folder = join(dataFolder, 'imports', importId)
  mkdirSync(folder, { recursive: true })
  for (const name of ['upload', 'rejects-0']) symlinkSync(name, join(folder, name))
  for (const read of [upload, rejects]) {
    await expect(read()).rejects.toMatchObject({
      ...{ code: 'intake.file_unreadable', kind: 'unavailable', details: { reason: 'ELOOP' } },
    })
  }
})
