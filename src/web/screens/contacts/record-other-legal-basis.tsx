// Records a legal basis other than consent for one person, condition by condition.
import { Anchor, Checkbox, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type {
  LegalBasisRequestBody,
  OtherLegalBasis,
  WordingView,
} from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/states.tsx'
import { useOtherLegalBases, useRecordOtherLegalBasis } from './queries.ts'
import { RecordUntil } from './record-until.tsx'
import { WordingChoice } from './wording-choice.tsx'

type Draft = {
  legalBasis: OtherLegalBasis | null
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
  legalBasis: null,
  wordingId: null,
  purpose: null,
  since: '',
  reference: '',
  source: '',
  collectedFromPerson: false,
  refusalOffered: false,
  ownSimilarProducts: false,
}
type Known = { legalBases: readonly OtherLegalBasis[]; wordings: readonly WordingView[] }

/** Null while a field is empty; a condition that is not met the server refuses by its name. */
function bodyOf(
  draft: Draft,
  wording: WordingView | undefined,
): Omit<LegalBasisRequestBody, 'contactId'> | null {
  const { legalBasis, purpose, since, wordingId: _wordingId, ...told } = draft
  const isWhole = since !== '' && told.reference.trim() !== '' && told.source.trim() !== ''
  if (legalBasis === null || wording === undefined || purpose === null || !isWhole) return null
  return {
    ...told,
    legalBasis,
    purpose,
    wordingId: wording.id,
    controllerId: wording.controllerId,
    // A day has no hour: its first instant, by the clock of the account.
    since: dayStart(since),
  }
}

const conditions = ['collectedFromPerson', 'refusalOffered', 'ownSimilarProducts'] as const

function Fields(props: { draft: Draft; known: Known; change(part: Partial<Draft>): void }) {
  const { words } = useLanguage()
  const w = words.legalBases
  const { draft, known, change } = props
  const kind = draft.legalBasis ?? 'soft_opt_in'
  // What is asked of a customer is not asked of a professional who was told.
  const asked = conditions.filter((name) => kind === 'soft_opt_in' || name === 'refusalOffered')
  return (
    <>
      <Select
        label={w.legalBasis}
        value={draft.legalBasis}
        data={known.legalBases.map((value) => ({ value, label: w.legalBases[value] }))}
        onChange={(value) => change({ legalBasis: value as Draft['legalBasis'] })}
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
  const w = words.legalBases
  const [draft, setDraft] = useState<Draft>(nothing)
  const record = useRecordOtherLegalBasis(props.contactId)
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

export function RecordOtherLegalBasis(props: { contactId: string }) {
  const { words } = useLanguage()
  const w = words.legalBases
  const known = useOtherLegalBases()
  return (
    <Paper withBorder p="lg">
      <Stack className="accord-measure">
        <Title order={2} size="h4">
          {w.title}
        </Title>
        <Text size="sm">{w.lead}</Text>
        <Answer query={known}>
          {(data) =>
            data.legalBases.length === 0 ? (
              <Text size="sm">
                {w.allOff}{' '}
                <Anchor component={Link} to={paths.legalBases}>
                  {words.navigation.legalBases}
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
