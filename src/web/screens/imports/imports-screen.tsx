// Choosing a contact file, and the imports so far.
import { Anchor, FileInput, Paper, Stack, Text, Title } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'
import { ImportBadge } from './import-badge.tsx'
import { useImports, useUpload } from './queries.ts'

const kinds = ['.csv', '.tsv', '.txt', '.xlsx']

/** A file let go over the form is chosen as by its button; with the keyboard the button stays. */
function useFileDrop(take: (file: File | null) => void) {
  const w = own(useLanguage().words, listChoiceWords)
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const choose = (file: File | null) => {
    setFault(null)
    take(file)
  }
  const onDrop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    setOver(false)
    const [file, ...others] = event.dataTransfer.files
    if (file === undefined) return
    if (others.length > 0) return setFault(w.dropOne)
    const isKind = kinds.some((ending) => file.name.toLowerCase().endsWith(ending))
    if (!isKind) return setFault(fill(w.dropKind, { name: file.name }))
    choose(file)
  }
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    setOver(true)
  }
  const onDragLeave = () => setOver(false)
  return { isOver, fault, choose, zone: { onDrop, onDragOver, onDragLeave } }
}

function Upload() {
  const { words } = useLanguage()
  const w = words.imports
  const navigate = useNavigate()
  const d = own(words, listChoiceWords)
  const [file, setFile] = useState<File | null>(null)
  const drop = useFileDrop(setFile)
  const upload = useUpload((view) => navigate(paths.import(view.id)))
  const state = useAllowed('imports.run', upload.isPending, file === null ? w.chooseFirst : null)
  return (
    <Paper withBorder p="lg" {...drop.zone}>
      <Stack className="accord-measure">
        <FileInput
          label={w.choose}
          description={w.uploadHelp}
          placeholder={w.choose}
          accept={kinds.join(',')}
          value={file}
          onChange={drop.choose}
          clearable
          clearButtonProps={{ 'aria-label': d.takeBack }}
        />
        <Text size="sm" c="dimmed" aria-hidden>
          {drop.isOver ? d.dropNow : d.drop}
        </Text>
        {drop.fault === null ? null : (
          <Text size="sm" role="alert">
            {drop.fault}
          </Text>
        )}
        <ActionButton label={w.upload} state={state} onPress={() => file && upload.mutate(file)} />
        {upload.error ? <Failed error={upload.error} /> : null}
      </Stack>
    </Paper>
  )
}

function Earlier() {
  const { language, words } = useLanguage()
  const w = words.imports
  const imports = useImports()
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {w.earlier}
      </Title>
      <Answer query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <StackedTable
              minWidth={560}
              spacing="sm"
              columns={[w.file, w.state, { figures: w.rows }, w.date]}
            >
              {items.map((one) => (
                <StackedRow key={one.id}>
                  <StackedCell leads>
                    <Anchor component={Link} to={paths.import(one.id)}>
                      {one.fileName}
                    </Anchor>
                  </StackedCell>
                  <StackedCell leads>
                    <ImportBadge of={one} />
                  </StackedCell>
                  <StackedCell label={w.rows} isFigure>
                    {one.counts ? count(language, one.counts.rows) : '–'}
                  </StackedCell>
                  <StackedCell label={w.date}>
                    <Text size="sm" c="dimmed">
                      {dateTime(language, one.createdAt)}
                    </Text>
                  </StackedCell>
                </StackedRow>
              ))}
            </StackedTable>
          )
        }
      </Answer>
    </Stack>
  )
}

export function ImportsScreen() {
  const { words } = useLanguage()
  return (
    <Page title={words.imports.title} lead={words.imports.lead}>
      <Upload />
      <Earlier />
    </Page>
  )
}
