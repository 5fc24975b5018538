// Staff answer what an account objects to: what is decided, until when, and why.
import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  isForATime,
  objectionAnswers,
  type SupplierObjection,
} from '../../../governance/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { objectionWords } from '../../words/compliance/objections.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { ObjectionTold } from './objection-told.tsx'
import { useAnswerObjection } from './queries.ts'

type Outcome = (typeof objectionAnswers)[number]
const empty = { outcome: 'dropped' as Outcome, until: '', reason: '' }
type Draft = typeof empty

function Fields(props: {
  draft: Draft
  otherRoutes: readonly string[]
  change(part: Partial<Draft>): void
}) {
  const { words } = useLanguage()
  const w = own(words, objectionWords)
  const { draft, otherRoutes, change } = props
  const { outcome } = draft
  const names = otherRoutes.join(', ')
  const routes = otherRoutes.length === 0 ? w.noRoutes : fill(w.routes, { names })
  return (
    <>
      <Select
        label={w.outcome}
        allowDeselect={false}
        value={outcome}
        data={objectionAnswers.map((value) => ({ value, label: w.answers[value] }))}
        onChange={(value) => value && change({ outcome: value as Outcome })}
      />
      <Text size="sm">
        {outcome === 'other_route' ? `${w.barHelp[outcome]} ${routes}` : w.barHelp[outcome]}
      </Text>
      {isForATime(outcome) ? (
        <TextInput
          type="date"
          label={w.until[outcome]}
          description={w.untilHelp}
          required
          value={draft.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label={w.why}
        description={w.whyHelp}
        required
        minLength={5}
        maxLength={1000}
        autosize
        minRows={2}
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </>
  )
}

function AnswerForm(props: Props & { title: string }) {
  const { words } = useLanguage()
  const w = own(words, objectionWords)
  const { supplierId, objection, otherRoutes, title } = props
  const [draft, setDraft] = useState(empty)
  const answer = useAnswerObjection(supplierId, objection)
  const state = useAllowed('installation.manage', answer.isPending)
  const submit = () =>
    answer.mutate(
      {
        outcome: draft.outcome,
        until: isForATime(draft.outcome) ? dayStart(draft.until) : null,
        reason: draft.reason.trim(),
      },
      { onSuccess: () => setDraft(empty) },
    )
  return (
    <RecordForm
      label={title}
      save={w.send}
      state={state}
      error={answer.error}
      done={answer.isSuccess ? w.sent : null}
      onSubmit={submit}
    >
      <Fields
        draft={draft}
        otherRoutes={otherRoutes}
        change={(part) => setDraft((old) => ({ ...old, ...part }))}
      />
    </RecordForm>
  )
}

type Props = {
  supplierId: string
  objection: SupplierObjection
  otherRoutes: readonly string[]
}

export function OneObjection(props: Props) {
  const { language, words } = useLanguage()
  const w = own(words, objectionWords)
  const { account, reason, at, state, answerBy } = props.objection
  const isOver = state === 'withdrawn' || state === 'void'
  const said = { account: account.name, date: date(language, at), reason }
  const title = fill(state === 'answered' ? w.answerAgain : w.answerTitle, said)
  return (
    <Stack gap="xs">
      <Text size="sm" className="accord-story">
        {fill(words.supplierDetails.objection, said)}
      </Text>
      <ObjectionTold objection={props.objection} />
      {isOver ? null : (
        <Folded title={title} isOpen={answerBy !== null}>
          <AnswerForm {...props} title={title} />
        </Folded>
      )}
    </Stack>
  )
}
