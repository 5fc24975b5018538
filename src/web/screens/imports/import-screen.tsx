// One import: the verdict, the mapping to confirm, the progress, and what became of each row.
import { Alert, Paper, Progress, Stack, Text } from '@mantine/core'
import { useParams } from 'react-router'
import type { ImportView } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Loading } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { ImportBadge, isDropped } from './import-badge.tsx'
import { ImportResult } from './import-result.tsx'
import { MappingForm, useForgetOnceOver } from './mapping-form.tsx'
import { useImport } from './queries.ts'
import { UndoImport, Undone } from './undo-import.tsx'
import { Verdict } from './verdict.tsx'

function Running(props: { view: ImportView }) {
  const { language, words } = useLanguage()
  const { progress } = props.view
  return (
    <Stack gap="xs">
      <Progress.Root size="xl">
        <Progress.Section value={progress.percent} aria-label={words.imports.progress} />
      </Progress.Root>
      <Text size="sm" role="status">
        {progress.rowsDone === 0
          ? words.imports.begins
          : fill(words.imports.rowsPerSecond, {
              rows: count(language, progress.rowsDone),
              rate: count(language, progress.rowsPerSecond),
            })}
      </Text>
    </Stack>
  )
}

/** What became of each row is shown also once it was taken back. */
const resting: ReadonlySet<ImportView['state']> = new Set(['done', 'failed', 'undoing', 'undone'])

function Content(props: { view: ImportView }) {
  const { view } = props
  const choosing = view.state === 'analysed' || view.state === 'mapping_needed'
  useForgetOnceOver(view, !choosing && view.state !== 'received')
  return (
    <Stack>
      {view.failure ? (
        <Alert color={isDropped(view) ? 'gray' : 'red'}>{view.failure.sentence}</Alert>
      ) : null}
      {view.state === 'received' ? <Loading /> : null}
      {view.analysis ? <Verdict analysis={view.analysis} isOver={!choosing} /> : null}
      {choosing ? <MappingForm view={view} /> : null}
      {view.state === 'running' ? <Running view={view} /> : null}
      <Undone view={view} />
      {view.counts && resting.has(view.state) ? (
        <ImportResult view={view} counts={view.counts} />
      ) : null}
      {view.counts && (view.state === 'done' || view.state === 'failed') ? (
        <UndoImport view={view} />
      ) : null}
    </Stack>
  )
}

export function ImportScreen() {
  const { id = '' } = useParams()
  const view = useImport(id)
  const { navigation } = useLanguage().words
  return (
    <Answer query={view} title={navigation.imports}>
      {(data) => (
        <Page title={data.fileName} actions={<ImportBadge of={data} />}>
          <Paper withBorder p="lg">
            <Content view={data} />
          </Paper>
        </Page>
      )}
    </Answer>
  )
}
