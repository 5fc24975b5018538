// The form that records a legal basis for sensitive data.
import { NumberInput, Paper, Select, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { WordingView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import {
  type Basis,
  justificationLengthMin,
  keepDaysMax,
  type LegalBasisRequestBody,
  type SensitiveCategory,
  type SensitiveLegalBasisList,
  sensitiveCategories,
} from '../../../sensitive/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useLegalBasisMoves } from './queries.ts'

type Draft = {
  controllerId: string | null
  category: SensitiveCategory | null
  basis: Basis | null
  wordingId: string | null
  law: string
  justification: string
  keepDays: number
  lastDay: string
}
const nothing: Draft = {
  controllerId: null,
  category: null,
  basis: null,
  wordingId: null,
  law: '',
  justification: '',
  keepDays: 365,
  lastDay: '',
}

type Known = {
  bases: SensitiveLegalBasisList['bases']
  controllers: readonly ControllerView[]
  wordings: readonly WordingView[]
}

/** Null while something is missing; what the server would refuse it says itself. */
function bodyOf(draft: Draft): LegalBasisRequestBody | null {
  const { controllerId, category, basis, lastDay, keepDays, law, wordingId } = draft
  const justification = draft.justification.trim()
  const isWhole = justification.length >= justificationLengthMin && lastDay !== ''
  if (!isWhole || controllerId === null || category === null || basis === null) return null
  return {
    controllerId,
    category,
    basis,
    justification,
    law: law.trim() || null,
    wordingId,
    keepDays,
    // The last instant of the day, where the reader is.
    endsAt: new Date(`${lastDay}T23:59:59`).toISOString(),
  }
}

function Fields(props: { draft: Draft; known: Known; change(part: Partial<Draft>): void }) {
  const { language, words } = useLanguage()
  const w = words.sensitive
  const { draft, known, change } = props
  const { category, controllerId } = draft
  const covering = known.bases.filter((one) => category !== null && one.covers.includes(category))
  const chosen = known.bases.find(({ basis }) => basis === draft.basis)
  const wordings = known.wordings.filter((one) => one.controllerId === controllerId)
  return (
    <>
      <Select
        label={w.controller}
        value={controllerId}
        data={known.controllers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => change({ controllerId: value, wordingId: null })}
      />
      <Select
        label={w.category}
        value={category}
        data={sensitiveCategories.map((value) => ({ value, label: w.categories[value] }))}
        onChange={(value) => change({ category: value as Draft['category'], basis: null })}
      />
      <Select
        label={w.basis}
        value={draft.basis}
        data={covering.map(({ basis, article }) => ({
          value: basis,
          label: `${w.bases[basis]} (${fill(w.article, { article })})`,
        }))}
        onChange={(value) => change({ basis: value as Draft['basis'], wordingId: null })}
      />
      {chosen?.needsWording ? (
        <Select
          label={w.wording}
          description={wordings.length === 0 ? w.noWording : null}
          value={draft.wordingId}
          data={wordings.map(({ id, name, shownText }) => ({
            value: id,
            label: `${name}${colon(language)} ${shownText.slice(0, 80)}`,
          }))}
          onChange={(wordingId) => change({ wordingId })}
        />
      ) : null}
      {chosen?.needsLaw ? (
        <TextInput
          label={w.lawField}
          required
          value={draft.law}
          maxLength={300}
          onChange={(event) => change({ law: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label={w.justification}
        autosize
        minRows={3}
        maxLength={2000}
        value={draft.justification}
        onChange={(event) => change({ justification: event.currentTarget.value })}
      />
      <NumberInput
        label={w.keepDays}
        min={1}
        max={keepDaysMax}
        allowDecimal={false}
        value={draft.keepDays}
        onChange={(value) => change({ keepDays: Number(value) || 1 })}
      />
      <TextInput
        type="date"
        label={w.endsAt}
        value={draft.lastDay}
        onChange={(event) => change({ lastDay: event.currentTarget.value })}
      />
    </>
  )
}

export function LegalBasisForm(props: { known: Known }) {
  const { words } = useLanguage()
  const w = words.sensitive
  const [draft, setDraft] = useState<Draft>(nothing)
  const { record } = useLegalBasisMoves()
  const body = bodyOf(draft)
  const state = useAllowed(
    'sensitive.manage',
    record.isPending,
    body === null ? w.incomplete : null,
  )
  return (
    <Paper withBorder p="lg">
      <RecordForm
        save={w.save}
        state={state}
        error={record.error}
        onSubmit={() => body && record.mutate(body, { onSuccess: () => setDraft(nothing) })}
        done={record.data ? w.recorded : null}
      >
        <Title order={2} size="h4">
          {w.record}
        </Title>
        <Fields
          draft={draft}
          known={props.known}
          change={(part) => setDraft((old) => ({ ...old, ...part }))}
        />
      </RecordForm>
    </Paper>
  )
}
