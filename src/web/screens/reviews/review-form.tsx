// A review as a form: the question, the opinion, the decision with its reason, the next look.

import { Fieldset, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  counselKinds,
  type ReviewRecord,
  reviewSubjects,
  reviewTextMax,
  staffNamesChoices,
} from '../../../accountability/contract.ts'
import { today } from '../../data/days.ts'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useReviewWords } from './queries.ts'

type TextName = 'title' | 'counsel' | 'question' | 'opinion' | 'decision' | 'decidedBy' | 'why'
type DayName = 'askedOn' | 'opinionOn' | 'decidedOn' | 'nextOn'
/** Days as the browser's field writes them; empty: none. */
type Draft = Omit<ReviewRecord, DayName> & Record<DayName, string>

const emptyDraft = (): Draft => ({
  ...{ subject: 'wording', title: '', counselKind: 'law_firm', counsel: '' },
  ...{ askedOn: today(), question: '', opinion: '', opinionOn: '' },
  ...{ decision: '', decidedBy: '', decidedOn: '', why: '', nextOn: '', staffNames: null },
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
  staffNames: decidesNames(draft) ? draft.staffNames : null,
})

/** What such a decision says changes every answer to a person from then on. */
const decidesNames = ({ subject, decision }: Pick<Draft, 'subject' | 'decision'>): boolean =>
  subject === 'staff_names' && decision.trim() !== ''

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

function Names({ draft, change }: Part) {
  const { form: w, staffNames } = useReviewWords()
  return (
    <Select
      label={w.staffNames}
      description={w.staffNamesHelp}
      data={staffNamesChoices.map((value) => ({ value, label: staffNames[value] }))}
      value={draft.staffNames}
      onChange={(value) =>
        change({ staffNames: staffNamesChoices.find((one) => one === value) ?? null })
      }
    />
  )
}

/** What keeps it from being recorded; null: nothing. */
function lackOf(draft: Draft, w: ReturnType<typeof useReviewWords>['form']): string | null {
  const isAsked =
    draft.title.trim().length >= 3 &&
    draft.counsel.trim() !== '' &&
    draft.askedOn !== '' &&
    draft.question.trim().length >= 5
  if (!isAsked) return w.needs
  const parts = [draft.decision, draft.decidedBy, draft.decidedOn, draft.why]
  const given = parts.filter((one) => one.trim() !== '').length
  if (given !== 0 && given !== parts.length) return w.decisionNeeds
  return decidesNames(draft) && draft.staffNames === null ? w.staffNamesNeeds : null
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
  const state = useAllowed(ofWhose[props.whose].needs, props.isPending, lackOf(draft, w))
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
          {decidesNames(draft) ? <Names {...part} /> : null}
        </Stack>
      </Fieldset>
      <Fieldset legend={w.again}>
        <Day {...part} name="nextOn" help={w.nextOnHelp} />
      </Fieldset>
    </RecordForm>
  )
}
