// A review as a form: the question, the opinion, the decision with its reason, the next look.
import { Fieldset, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  counselKinds,
  type ReviewRecord,
  reviewSubjects,
  reviewTextMax,
} from '../../../accountability/contract.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { rightFor, useReviewWords, type Whose } from './queries.ts'

type TextName = 'title' | 'counsel' | 'question' | 'opinion' | 'decision' | 'decidedBy' | 'why'
type DayName = 'askedOn' | 'opinionOn' | 'decidedOn' | 'nextOn'
/** Days as the browser's field writes them; empty: none. */
type Draft = Omit<ReviewRecord, DayName> & Record<DayName, string>

const emptyDraft = (): Draft => ({
  ...{ subject: 'wording', title: '', counselKind: 'law_firm', counsel: '' },
  ...{ askedOn: new Date().toISOString().slice(0, 10), question: '', opinion: '', opinionOn: '' },
  ...{ decision: '', decidedBy: '', decidedOn: '', why: '', nextOn: '' },
})
const draftOf = (record: ReviewRecord): Draft => ({
  ...record,
  opinionOn: record.opinionOn ?? '',
  decidedOn: record.decidedOn ?? '',
  nextOn: record.nextOn ?? '',
})
const recordOf = (draft: Draft): ReviewRecord => ({
  ...draft,
  opinionOn: draft.opinionOn || null,
  decidedOn: draft.decidedOn || null,
  nextOn: draft.nextOn || null,
})

type Part = { draft: Draft; change(part: Partial<Draft>): void }

function Line({ draft, change, name, help }: Part & { name: TextName; help?: string }) {
  const w = useReviewWords().form
  return (
    <TextInput
      label={w[name]}
      description={help}
      maxLength={200}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
}

function Prose({ draft, change, name }: Part & { name: TextName }) {
  const w = useReviewWords().form
  return (
    <Textarea
      label={w[name]}
      autosize
      minRows={2}
      maxLength={reviewTextMax}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
}

function Day({ draft, change, name, help }: Part & { name: DayName; help?: string }) {
  const w = useReviewWords().form
  return (
    <TextInput
      type="date"
      label={w[name]}
      description={help}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
}

function Asked(part: Part) {
  const w = useReviewWords()
  const { draft, change } = part
  return (
    <Fieldset legend={w.form.asked}>
      <Stack>
        <Select
          label={w.form.subject}
          allowDeselect={false}
          data={reviewSubjects.map((value) => ({ value, label: w.subjects[value] }))}
          value={draft.subject}
          onChange={(value) => {
            const subject = reviewSubjects.find((one) => one === value)
            if (subject !== undefined) change({ subject })
          }}
        />
        <Line {...part} name="title" help={w.form.titleHelp} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={w.form.counselKind}
            allowDeselect={false}
            data={counselKinds.map((value) => ({ value, label: w.kinds[value] }))}
            value={draft.counselKind}
            onChange={(value) => {
              const counselKind = counselKinds.find((one) => one === value)
              if (counselKind !== undefined) change({ counselKind })
            }}
          />
          <Line {...part} name="counsel" />
        </SimpleGrid>
        <Day {...part} name="askedOn" />
        <Prose {...part} name="question" />
      </Stack>
    </Fieldset>
  )
}

export function ReviewForm(props: {
  whose: Whose
  label: string
  held: ReviewRecord | null
  isPending: boolean
  error: unknown
  isDone: boolean
  onRecord(record: ReviewRecord): void
}) {
  const w = useReviewWords().form
  const { held } = props
  const [draft, setDraft] = useState(() => (held === null ? emptyDraft() : draftOf(held)))
  const isAsked =
    draft.title.trim().length >= 3 &&
    draft.counsel.trim() !== '' &&
    draft.askedOn !== '' &&
    draft.question.trim().length >= 5
  const parts = [draft.decision, draft.decidedBy, draft.decidedOn, draft.why]
  const given = parts.filter((one) => one.trim() !== '').length
  const isDecided = given === 0 || given === parts.length
  const lacking = isAsked ? (isDecided ? null : w.decisionNeeds) : w.needs
  const state = useAllowed(rightFor[props.whose], props.isPending, lacking)
  const part: Part = {
    draft,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
  }
  return (
    <RecordForm
      label={props.label}
      save={w.save}
      state={state}
      error={props.error}
      done={props.isDone ? w.saved : null}
      onSubmit={() => props.onRecord(recordOf(draft))}
    >
      <Asked {...part} />
      <Fieldset legend={w.answered}>
        <Stack>
          <Prose {...part} name="opinion" />
          <Day {...part} name="opinionOn" />
        </Stack>
      </Fieldset>
      <Fieldset legend={w.decided}>
        <Stack>
          <Prose {...part} name="decision" />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Line {...part} name="decidedBy" />
            <Day {...part} name="decidedOn" />
          </SimpleGrid>
          <Prose {...part} name="why" />
        </Stack>
      </Fieldset>
      <Fieldset legend={w.again}>
        <Day {...part} name="nextOn" help={w.nextOnHelp} />
      </Fieldset>
    </RecordForm>
  )
}
