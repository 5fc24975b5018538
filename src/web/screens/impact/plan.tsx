// The action plan of an assessment: what is to be done, by whom, by when, and what is done.

import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ImpactView, PlanItem } from '../../../accountability/contract.ts'
import { today } from '../../data/days.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { usePlan } from './queries.ts'
import { useImpactWords } from './use-impact-words.ts'

type Of = { whose: Whose; impact: ImpactView }

function Items({ whose, impact }: Of) {
  const { language } = useLanguage()
  const w = useImpactWords()
  const plan = usePlan(whose)
  const state = useAllowed(ofWhose[whose].needs, plan.isPending)
  const markDone = (done: PlanItem) =>
    plan.mutate({
      items: impact.plan.map((one) => (one === done ? { ...one, doneOn: today() } : one)),
    })
  if (impact.plan.length === 0) return <Text size="sm">{w.planEmpty}</Text>
  return (
    <StackedTable minWidth={560} spacing="sm" columns={[w.what, w.who, w.by, w.done]}>
      {impact.plan.map((item) => (
        <StackedRow key={`${item.what} ${item.by}`}>
          <StackedCell leads>{item.what}</StackedCell>
          <StackedCell label={w.who}>{item.who}</StackedCell>
          <StackedCell label={w.by}>{date(language, item.by)}</StackedCell>
          <StackedCell>
            {item.doneOn === null ? (
              <ActionButton
                size="xs"
                variant="default"
                label={fill(w.doneOf, { what: item.what })}
                state={state}
                onPress={() => markDone(item)}
              />
            ) : (
              fill(w.doneOn, { day: date(language, item.doneOn) })
            )}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

const empty = { what: '', who: '', by: '' }

export function Plan({ whose, impact }: Of) {
  const w = useImpactWords()
  const plan = usePlan(whose)
  const [draft, setDraft] = useState(empty)
  const isWhole = draft.what.trim().length >= 3 && draft.who.trim() !== '' && draft.by !== ''
  const state = useAllowed(ofWhose[whose].needs, plan.isPending, isWhole ? null : w.addNeeds)
  const field = (name: keyof typeof empty) => ({
    label: w[name],
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setDraft((before) => ({ ...before, [name]: value }))
    },
  })
  const submit = () =>
    plan.mutate(
      { items: [...impact.plan, { ...draft, doneOn: null }] },
      { onSuccess: () => setDraft(empty) },
    )
  return (
    <Section title={w.plan} lead={w.planLead}>
      <Items whose={whose} impact={impact} />
      <RecordForm
        label={w.add}
        save={w.add}
        state={state}
        error={plan.error}
        done={null}
        onSubmit={submit}
      >
        <TextInput {...field('what')} maxLength={500} />
        <TextInput {...field('who')} maxLength={120} />
        <TextInput {...field('by')} type="date" />
      </RecordForm>
    </Section>
  )
}
