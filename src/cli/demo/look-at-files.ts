// Demo scene: analyses three contact files and lists their personal data.
import type { ImportColumn, ImportView } from '../../intake/contract.ts'
import type { DemoWords } from '../../words/index.ts'
import type { Play } from './play.ts'
import { readSample, type SampleFile, sampleFiles } from './samples.ts'

/** A mobile number as people in France write it; none may stand in an answer. */
const numberInClear = /(?:\+33|\b0)[67](?:[ .-]?\d{2}){4}\b/

export async function lookAtFiles(play: Play): Promise<Map<SampleFile, ImportView>> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.filesTitle)
  const views = new Map<SampleFile, ImportView>()
  for (const name of sampleFiles) {
    const { id } = await api.upload<ImportView>('/v1/imports', name, readSample(play.samples, name))
    const view = await api.until<ImportView>(
      `/v1/imports/${id}`,
      ({ state }) => state !== 'received',
    )
    views.set(name, view)
    tell(play, name, view)
  }
  const told = JSON.stringify([...views.values()])
  stage.prove(!numberInClear.test(told), words.filesMasked)
  return views
}

function tell({ stage }: Play, name: SampleFile, view: ImportView): void {
  const { words } = stage
  const { analysis, failure } = view
  stage.say('')
  if (analysis === null) {
    stage.prove(false, words.fileUnread(name, failure?.sentence ?? view.state))
    return
  }
  const { kind, encoding, delimiter, titleLines } = analysis.format
  const rows = stage.number(analysis.rows)
  stage.say(words.file(name, rows, kind.toUpperCase(), encoding, delimiter, titleLines))
  stage.item(analysis.verdictSentence)
  const direct = analysis.columns.filter((column) => column.class === 'direct')
  stage.item(words.directColumns(titles(direct, words)))
  const linkable = analysis.columns.filter((column) => column.class === 'linkable')
  if (linkable.length > 0) stage.item(words.linkableColumns(titles(linkable, words)))
  const withheld = analysis.columns.filter(({ storage }) => storage !== 'may_be_kept')
  if (withheld.length > 0) stage.item(words.withheldColumns(titles(withheld, words)))
  for (const warning of analysis.warnings) stage.item(warning)
  stage.prove(analysis.verdict === 'personal_by_itself', words.filePersonal(name))
}

function titles(columns: readonly ImportColumn[], { quoted }: DemoWords): string {
  return columns
    .map(({ header, index }) => (header === '' ? `#${index + 1}` : quoted(header.trim())))
    .join(', ')
}
