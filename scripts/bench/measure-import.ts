// A contact file with its consents, from the upload to the last row.
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { WordingView } from '../../src/consent/contract.ts'
import type { ImportView } from '../../src/intake/contract.ts'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'
import { secondsSince, until } from './wait.ts'

export type Imported = {
  view: ImportView
  listId: string
  /** From the confirmed mapping to the last row in its place. */
  runSeconds: number
  /** From the first octet sent. */
  wholeSeconds: number
}

const purpose = 'offers'

export async function publishWording({ get, post }: Installation): Promise<string> {
  const { items } = await get<{ items: { id: string }[] }>('/v1/controllers')
  const draft = await post<WordingView>('/v1/wordings', {
    name: 'Bench',
    language: 'fr',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText: 'J’accepte de recevoir par SMS les offres de Bench.',
    channels: ['sms'],
    purposes: [purpose],
  })
  await post(`/v1/wordings/${draft.id}/publish`)
  return draft.id
}

export async function importFile(
  installation: Installation,
  file: string,
  wordingId: string,
): Promise<Imported> {
  const { get, post } = installation
  const start = performance.now()
  const { id } = await upload(installation, file)
  const path = `/v1/imports/${id}`
  const analysed = await until(
    () => get<ImportView>(path),
    ({ state }) => state !== 'received',
  )
  const columns = (analysed.analysis?.columns ?? []).flatMap(({ index, proposedField }) =>
    proposedField === null ? [] : [{ index, field: proposedField }],
  )
  const runStart = performance.now()
  await post(`${path}/mapping`, {
    columns,
    listName: basename(file),
    consent: { purpose, wordingId, source: 'caisse' },
  })
  let told = 0
  const view = await until(
    () => get<ImportView>(path),
    ({ state, progress: { rowsDone, rowsPerSecond } }) => {
      if (secondsSince(runStart) - told > 10) {
        told = secondsSince(runStart)
        progress(`  ${rowsDone} rows, ${rowsPerSecond} a second`)
      }
      return state === 'done' || state === 'failed'
    },
    { everyMs: 250 },
  )
  const { listId } = view
  if (view.state !== 'done' || listId === null) {
    throw new Error(`the import failed: ${JSON.stringify(view.failure)}`)
  }
  return { view, listId, runSeconds: secondsSince(runStart), wholeSeconds: secondsSince(start) }
}

/** Streamed from disk: the file never stands in memory. */
async function upload({ url, token }: Installation, file: string): Promise<{ id: string }> {
  const boundary = 'bench-boundary'
  const before = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${basename(file)}"\r\ncontent-type: text/csv\r\n\r\n`
  const after = `\r\n--${boundary}--\r\n`
  async function* parts() {
    yield Buffer.from(before)
    yield* createReadStream(file, { highWaterMark: 1 << 18 })
    yield Buffer.from(after)
  }
  const length = before.length + statSync(file).size + after.length
  const answer = await fetch(`${url}/v1/imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(length),
    },
    body: Readable.toWeb(Readable.from(parts())) as ReadableStream,
    duplex: 'half',
  } as RequestInit)
  if (!answer.ok) throw new Error(`the upload was refused: ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}
