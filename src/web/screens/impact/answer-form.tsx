// The answer to one question or criterion: words, a level or a choice, and the measures it cites.
import { MultiSelect, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  answerMax,
  type CitedMeasure,
  citedMax,
  type ImpactAnswer,
} from '../../../accountability/contract.ts'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { rightFor, useAnswer, type Whose } from './queries.ts'
import { useImpactWords } from './use-impact-words.ts'

type Code = ImpactAnswer['code']
type Draft = { text: string; level: string | null; choice: string | null; cites: string[] }

export type Asked = {
  code: string
  label: string
  kind: 'text' | 'level' | 'choice'
  text: string
  level: number | null
  choice: 'yes' | 'no' | null
  cites: readonly CitedMeasure[]
}

const draftOf = ({ text, level, choice, cites }: Asked): Draft => ({
  ...{ text, choice, level: level === null ? null : String(level) },
  cites: cites.map(({ code }) => code),
})

export function AnswerForm(props: {
  whose: Whose
  asked: Asked
  measures: readonly CitedMeasure[]
}) {
  const w = useImpactWords().form
  const said = useImpactWords()
  const { whose, asked, measures } = props
  const [draft, setDraft] = useState(() => draftOf(asked))
  const answer = useAnswer(whose)
  const isSame = JSON.stringify(draft) === JSON.stringify(draftOf(asked))
  const needsWhy = draft.choice !== null && draft.text.trim() === ''
  const lacking = isSame ? w.same : needsWhy ? w.whyNeeded : null
  const state = useAllowed(rightFor[whose], answer.isPending, lacking)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const known = [...measures, ...asked.cites.filter(({ state: is }) => is === 'gone')]
  const submit = () =>
    answer.mutate({
      code: asked.code as Code,
      text: draft.text,
      level: draft.level === null ? null : Number(draft.level),
      choice: draft.choice === 'yes' || draft.choice === 'no' ? draft.choice : null,
      cites: draft.cites,
    })
  return (
    <RecordForm
      label={fill(said.answer, { label: asked.label })}
      save={w.save}
      state={state}
      error={answer.error}
      done={answer.isSuccess && isSame ? w.saved : null}
      onSubmit={submit}
    >
      {asked.kind === 'choice' ? (
        <Select
          label={w.choice}
          placeholder={w.asMeasured}
          clearable
          data={(['yes', 'no'] as const).map((value) => ({ value, label: said.choices[value] }))}
          value={draft.choice}
          onChange={(choice) => change({ choice })}
        />
      ) : null}
      {asked.kind === 'level' ? (
        <Select
          label={w.level}
          clearable
          data={([1, 2, 3, 4] as const).map((value) => ({
            value: String(value),
            label: w.levels[value],
          }))}
          value={draft.level}
          onChange={(level) => change({ level })}
        />
      ) : null}
      <Textarea
        label={asked.kind === 'choice' ? w.why : w.text}
        description={w.textHelp}
        autosize
        minRows={2}
        maxLength={answerMax}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {asked.kind === 'choice' || asked.code === 'screening.reason' ? null : (
        <MultiSelect
          label={w.cites}
          searchable
          maxValues={citedMax}
          data={known.map(({ code, text }) => ({ value: code, label: text }))}
          value={draft.cites}
          onChange={(cites) => change({ cites })}
        />
      )}
    </RecordForm>
  )
}
