// A parent's word for a person below the age of consent: who, on which words, how it was made sure.
import { Group, List, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import {
  type AuthorisationRequestBody,
  type ContactConsents,
  type ParentRelation,
  parentRelations,
  type WordingView,
} from '../../../consent/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useParentMoves, useSmsWordings } from './queries.ts'
import { RecordUntil } from './record-until.tsx'
import { WordingChoice } from './wording-choice.tsx'

type Held = ContactConsents['authorisations'][number]
type Draft = {
  relation: ParentRelation | null
  parentName: string
  wordingId: string | null
  purpose: string | null
  givenOn: string
  source: string
  verification: string
  documentId: string | null
}
const nothing: Draft = {
  relation: null,
  parentName: '',
  wordingId: null,
  purpose: null,
  givenOn: '',
  source: '',
  verification: '',
  documentId: null,
}

function HeldLine(props: { contactId: string; held: Held }) {
  const { language, words } = useLanguage()
  const w = words.parents
  const { controllerId, purpose, relation, since, validUntil } = props.held
  const { withdraw } = useParentMoves(props.contactId)
  const state = useAllowed('consent.record', withdraw.isPending)
  return (
    <List.Item>
      <Group>
        <Text size="sm">
          {fill(w.held, {
            relation: w.relations[relation],
            purpose,
            since: dateTime(language, since),
            until: dateTime(language, validUntil),
          })}
        </Text>
        <ActionButton
          size="xs"
          variant="default"
          label={w.withdraw}
          state={state}
          onPress={() => withdraw.mutate({ controllerId, purpose })}
        />
      </Group>
      {withdraw.error ? <Failed error={withdraw.error} /> : null}
    </List.Item>
  )
}

function bodyOf(
  draft: Draft,
  wording: WordingView | undefined,
): Omit<AuthorisationRequestBody, 'contactId'> | null {
  const { relation, purpose, givenOn, documentId } = draft
  const [parentName, source, verification] = [
    draft.parentName.trim(),
    draft.source.trim(),
    draft.verification.trim(),
  ]
  const isTold = parentName.length >= 2 && source !== '' && verification.length >= 5
  if (relation === null || wording === undefined || purpose === null) return null
  if (givenOn === '' || !isTold) return null
  return {
    relation,
    parentName,
    source,
    verification,
    purpose,
    documentId,
    wordingId: wording.id,
    controllerId: wording.controllerId,
    // A day has no hour: its first instant, by the clock of the account.
    givenAt: dayStart(givenOn),
  }
}

type Known = { wordings: readonly WordingView[]; documents: ContactConsents['documents'] }

function Fields(props: { draft: Draft; known: Known; change(part: Partial<Draft>): void }) {
  const { language, words } = useLanguage()
  const w = words.parents
  const { draft, known, change } = props
  return (
    <>
      <Select
        label={w.relation}
        value={draft.relation}
        data={parentRelations.map((value) => ({ value, label: w.relations[value] }))}
        onChange={(value) => change({ relation: value as Draft['relation'] })}
      />
      <TextInput
        label={w.parentName}
        value={draft.parentName}
        maxLength={200}
        onChange={(event) => change({ parentName: event.currentTarget.value })}
      />
      <WordingChoice wordings={known.wordings} chosen={draft} labels={w} change={change} />
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
      <TextInput
        label={w.verification}
        value={draft.verification}
        maxLength={300}
        onChange={(event) => change({ verification: event.currentTarget.value })}
      />
      {known.documents.length > 0 ? (
        <Select
          label={w.document}
          placeholder={w.noDocument}
          clearable
          value={draft.documentId}
          data={known.documents.map(({ id, mediaType, addedAt }) => ({
            value: id,
            label: `${dateTime(language, addedAt)} · ${mediaType}`,
          }))}
          onChange={(documentId) => change({ documentId })}
        />
      ) : null}
    </>
  )
}

function Recording(props: { contactId: string; known: Known }) {
  const { words } = useLanguage()
  const w = words.parents
  const [draft, setDraft] = useState<Draft>(nothing)
  const { record } = useParentMoves(props.contactId)
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

export function RecordParent(props: { contactId: string; consents: ContactConsents }) {
  const { words } = useLanguage()
  const w = words.parents
  const wordings = useSmsWordings()
  const { authorisations, documents } = props.consents
  return (
    <Paper withBorder p="lg">
      <Stack className="accord-measure">
        <Title order={2} size="h4">
          {w.title}
        </Title>
        <Text size="sm">{w.lead}</Text>
        {authorisations.length === 0 ? (
          <Text size="sm">{w.none}</Text>
        ) : (
          <List spacing="xs" listStyleType="none">
            {authorisations.map((held) => (
              <HeldLine
                key={`${held.controllerId} ${held.purpose}`}
                contactId={props.contactId}
                held={held}
              />
            ))}
          </List>
        )}
        <Answer query={wordings}>
          {(items) => (
            <Recording contactId={props.contactId} known={{ wordings: items, documents }} />
          )}
        </Answer>
      </Stack>
    </Paper>
  )
}
