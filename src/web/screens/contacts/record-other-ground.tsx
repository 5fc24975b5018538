// A ground other than consent for one person: each condition is said by who answers for it.
import { Anchor, Checkbox, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { GroundRequestBody, OtherGround, WordingView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/states.tsx'
import { useOtherGrounds, useRecordOtherGround } from './queries.ts'
import { RecordUntil } from './record-until.tsx'
import { WordingChoice } from './wording-choice.tsx'

type Draft = {
  ground: OtherGround | null
  wordingId: string | null
  purpose: string | null
  since: string
  reference: string
  source: string
  collectedFromPerson: boolean
  refusalOffered: boolean
  ownSimilarProducts: boolean
}
const nothing: Draft = {
  ground: null,
  wordingId: null,
  purpose: null,
  since: '',
  reference: '',
  source: '',
  collectedFromPerson: false,
  refusalOffered: false,
  ownSimilarProducts: false,
}
type Known = { grounds: readonly OtherGround[]; wordings: readonly WordingView[] }

/** Null while a field is empty; a condition that is not met the server refuses by its name. */
function bodyOf(
  draft: Draft,
  wording: WordingView | undefined,
): Omit<GroundRequestBody, 'contactId'> | null {
  const { ground, purpose, since, wordingId: _wordingId, ...told } = draft
  const isWhole = since !== '' && told.reference.trim() !== '' && told.source.trim() !== ''
  if (ground === null || wording === undefined || purpose === null || !isWhole) return null
  return {
    ...told,
    ground,
    purpose,
    wordingId: wording.id,
    controllerId: wording.controllerId,
    // A day has no hour: its first instant, where the reader is.
    since: new Date(`${since}T00:00:00`).toISOString(),
  }
}

const conditions = ['collectedFromPerson', 'refusalOffered', 'ownSimilarProducts'] as const

function Fields(props: { draft: Draft; known: Known; change(part: Partial<Draft>): void }) {
  const { words } = useLanguage()
  const w = words.grounds
  const { draft, known, change } = props
  const kind = draft.ground ?? 'soft_opt_in'
  // What is asked of a customer is not asked of a professional who was told.
  const asked = conditions.filter((name) => kind === 'soft_opt_in' || name === 'refusalOffered')
  return (
    <>
      <Select
        label={w.ground}
        value={draft.ground}
        data={known.grounds.map((value) => ({ value, label: w.grounds[value] }))}
        onChange={(value) => change({ ground: value as Draft['ground'] })}
      />
      <WordingChoice wordings={known.wordings} chosen={draft} labels={w} change={change} />
      <TextInput
        type="date"
        label={w.since[kind]}
        value={draft.since}
        onChange={(event) => change({ since: event.currentTarget.value })}
      />
      <TextInput
        label={w.reference[kind]}
        value={draft.reference}
        maxLength={300}
        onChange={(event) => change({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={w.source}
        value={draft.source}
        maxLength={300}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      {asked.map((name) => (
        <Checkbox
          key={name}
          label={w[name]}
          checked={draft[name]}
          onChange={(event) => change({ [name]: event.currentTarget.checked })}
        />
      ))}
    </>
  )
}

function Recording(props: { contactId: string; known: Known }) {
  const { words } = useLanguage()
  const w = words.grounds
  const [draft, setDraft] = useState<Draft>(nothing)
  const record = useRecordOtherGround(props.contactId)
  const wording = props.known.wordings.find(({ id }) => id === draft.wordingId)
  const body = bodyOf(draft, wording)
  return (
    <RecordUntil words={w} record={record} body={body} recorded={() => setDraft(nothing)}>
      <Fields
        draft={draft}
        known={props.known}
        change={(part) => setDraft((old) => ({ ...old, ...part }))}
      />
    </RecordUntil>
  )
}

export function RecordOtherGround(props: { contactId: string }) {
  const { words } = useLanguage()
  const w = words.grounds
  const known = useOtherGrounds()
  return (
    <Paper withBorder p="lg">
      <Stack className="accord-measure">
        <Title order={2} size="h4">
          {w.title}
        </Title>
        <Text size="sm">{w.lead}</Text>
        <Answer query={known}>
          {(data) =>
            data.grounds.length === 0 ? (
              <Text size="sm">
                {w.allOff}{' '}
                <Anchor component={Link} to={paths.forms}>
                  {words.navigation.forms}
                </Anchor>
              </Text>
            ) : (
              <Recording contactId={props.contactId} known={data} />
            )
          }
        </Answer>
      </Stack>
    </Paper>
  )
}
