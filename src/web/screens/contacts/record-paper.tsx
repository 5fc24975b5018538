// A consent on paper or by telephone: the words, the boxes, the date, and the file that shows it.
import { Checkbox, FileInput, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { documentTypes, type WordingView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { gradesWords } from '../../words/consent/grades.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useRecordPaper, useSpokenOrPrinted } from './queries.ts'

type Draft = {
  wordingId: string | null
  channels: string[]
  givenOn: string
  source: string
  file: File | null
  isVouched: boolean
}
const nothing: Draft = {
  wordingId: null,
  channels: [],
  givenOn: '',
  source: '',
  file: null,
  isVouched: false,
}

function Fields(props: {
  draft: Draft
  wordings: readonly WordingView[]
  change(changed: Partial<Draft>): void
}) {
  const { words } = useLanguage()
  const w = words.consents
  const { draft, wordings, change } = props
  const wording = wordings.find(({ id }) => id === draft.wordingId)
  return (
    <>
      <Select
        label={w.wording}
        value={draft.wordingId}
        data={wordings.map(({ id, name, medium }) => ({
          value: id,
          label: `${name} (${words.wordings.media[medium]})`,
        }))}
        onChange={(wordingId) => change({ wordingId, channels: [] })}
      />
      {wording ? (
        <>
          <Text className="accord-story" lang={wording.language}>
            {wording.shownText}
          </Text>
          <Checkbox.Group
            label={w.channels}
            value={draft.channels}
            onChange={(channels) => change({ channels })}
          >
            <Stack gap="xs" mt="xs">
              {wording.channels.map((channel) => (
                <Checkbox key={channel} value={channel} label={words.wordings.channel[channel]} />
              ))}
            </Stack>
          </Checkbox.Group>
        </>
      ) : null}
      <TextInput
        type="date"
        label={w.givenOn}
        value={draft.givenOn}
        onChange={(event) => change({ givenOn: event.currentTarget.value })}
      />
      <TextInput
        label={w.source}
        value={draft.source}
        maxLength={300}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <FileInput
        label={w.file}
        accept={documentTypes.join(',')}
        value={draft.file}
        onChange={(file) => change({ file })}
        clearable
      />
      <Checkbox
        label={w.vouch}
        checked={draft.isVouched}
        onChange={(event) => change({ isVouched: event.currentTarget.checked })}
      />
    </>
  )
}

function Recording(props: { contactId: string; wordings: readonly WordingView[] }) {
  const { words } = useLanguage()
  const w = words.consents
  const [draft, setDraft] = useState<Draft>(nothing)
  const record = useRecordPaper(props.contactId)
  const wording = props.wordings.find(({ id }) => id === draft.wordingId)
  const { file, channels, givenOn, source } = draft
  const isWhole = channels.length > 0 && givenOn !== '' && source.trim() !== '' && draft.isVouched
  const body = wording && file && isWhole ? { wording, file, channels, givenOn, source } : null
  const state = useAllowed('consent.record', record.isPending, body === null ? w.incomplete : null)
  const [first] = record.data?.items ?? []
  return (
    <RecordForm
      save={w.save}
      state={state}
      error={record.error}
      onSubmit={() => body && record.mutate(body, { onSuccess: () => setDraft(nothing) })}
      done={
        record.data && first
          ? fill(w.done, {
              grade: own(words, gradesWords).grades[first.grade],
              sha256: record.data.document.sha256,
            })
          : null
      }
    >
      <Fields
        draft={draft}
        wordings={props.wordings}
        change={(changed) => setDraft({ ...draft, ...changed })}
      />
    </RecordForm>
  )
}

export function RecordPaper(props: { contactId: string }) {
  const { words } = useLanguage()
  const w = words.consents
  const wordings = useSpokenOrPrinted()
  return (
    <Paper withBorder p="lg">
      <Stack className="accord-measure">
        <Title order={2} size="h4">
          {w.record}
        </Title>
        <Text size="sm">{w.recordLead}</Text>
        <Answer query={wordings}>
          {(items) =>
            items.length === 0 ? (
              <Text size="sm">{w.noWording}</Text>
            ) : (
              <Recording contactId={props.contactId} wordings={items} />
            )
          }
        </Answer>
      </Stack>
    </Paper>
  )
}
