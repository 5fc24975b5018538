// Scene: the shop's file goes in, and every row of it is accounted for.
import type {
  ImportCounts,
  ImportProgress,
  ImportView,
  MappingRequest,
} from '../../intake/contract.ts'
import type { DemoWords } from '../../words/index.ts'
import { type Asking, type Play, shop } from './play.ts'

export async function importShop(play: Play, view: ImportView, asking: Asking): Promise<string> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.importTitle)
  const mapping = mappingOf(view, asking, words)
  for (const { index, field } of mapping.columns) {
    const header = view.analysis?.columns.find((column) => column.index === index)?.header
    stage.item(`${header?.trim() || `#${index + 1}`} → ${words.fields[field]}`)
  }
  await api.post(`/v1/imports/${view.id}/mapping`, mapping)
  const path = `/v1/imports/${view.id}`
  const done = await api.until<ImportView>(path, ({ state, progress }) => {
    stage.moving(words.importing(stage.number(progress.rowsDone), percentOf(progress)))
    return state === 'done' || state === 'failed'
  })
  stage.still()
  const { counts, failure } = done
  stage.prove(done.state === 'done', words.imported(failure?.sentence ?? ''))
  if (counts === null || done.listId === null) throw new Error('an import that is done has counts')
  tell(play, counts)
  await checkRejects(play, done, counts)
  return done.listId
}

function mappingOf(view: ImportView, asking: Asking, words: DemoWords): MappingRequest {
  const columns = view.analysis?.columns ?? []
  return {
    columns: columns.flatMap(({ index, proposedField }) =>
      proposedField === null ? [] : [{ index, field: proposedField }],
    ),
    listName: words.listName,
    repairs: ['lost_zero'],
    consent: {
      purpose: shop.purpose,
      wordingId: asking.wordingId,
      source: words.consentSource,
    },
  }
}

function percentOf({ percent }: ImportProgress): string {
  return String(Math.round(percent))
}

function tell({ stage }: Play, counts: ImportCounts): void {
  const { words } = stage
  const { rows, imported, updated, duplicates, objected, rejected, quarantined } = counts
  const line = (label: string, count: number) =>
    stage.say(`${stage.number(count).padStart(7)}  ${label}`)
  line(words.countRows, rows)
  line(words.countImported, imported)
  if (updated > 0) line(words.countUpdated, updated)
  line(words.countDuplicates, duplicates)
  if (objected > 0) line(words.countObjected, objected)
  line(words.countRejected, rejected)
  for (const one of counts.rejectedBy) stage.say(`         ${one.rows} × ${one.sentence}`)
  line(words.countConsents, counts.consents)
  line(words.countQuarantined, quarantined)
  for (const one of counts.quarantinedBy) stage.say(`         ${one.rows} × ${one.sentence}`)
  const sum = (items: readonly { rows: number }[]) =>
    items.reduce((total, one) => total + one.rows, 0)
  stage.prove(
    rows === imported + updated + duplicates + objected + rejected &&
      rejected === sum(counts.rejectedBy) &&
      quarantined === sum(counts.quarantinedBy),
    words.countsAdd,
  )
}

async function checkRejects({ stage, api }: Play, view: ImportView, counts: ImportCounts) {
  if (counts.rejected === 0) return
  const file = await api.download(`/v1/imports/${view.id}/rejects`, {
    reason: stage.words.rejectsReason,
  })
  const records = countRecords(file.toString('utf8'))
  // The first record says what the columns are.
  stage.prove(records - 1 === counts.rejected, stage.words.rejectsReturned(counts.rejected))
}

/** Records of a CSV; a quoted cell may hold line ends. */
function countRecords(text: string): number {
  let records = 0
  let isQuoted = false
  let isEmpty = true
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    if (character === '\n' && !isQuoted) {
      if (!isEmpty) records += 1
      isEmpty = true
    } else if (character !== '\r') isEmpty = false
  }
  return isEmpty ? records : records + 1
}
