// The form of a rule that requires a second factor: of whom, from which day, and who asks for it.
import { Stack, Text, TextInput } from '@mantine/core'
import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { count, dateTime, dayInput } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import type { Whose } from '../../data/whose.ts'
import { dayStart } from '../../data/zone-fields.ts'
import type { ActionState } from '../../ui/action-button.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'

type Standing = { holdsFrom: string | null; without: number }
type Asked = { holdsFrom: string | null } & ReturnType<typeof useProof>['body']

/** `children`: whom it is required of. Without a day there is nobody whom it is required of. */
export function RuleForm<Rule extends Standing>(props: {
  label: string
  whose: Whose
  rule: Rule
  hasDay: boolean
  queryKey: readonly string[]
  send: (asked: Asked) => Promise<Rule>
  children: ReactNode
}) {
  const { label, whose, rule, hasDay, queryKey, send } = props
  const { words } = useLanguage()
  const w = own(words, factorWords).rule
  const queries = useQueryClient()
  const [day, setDay] = useState(() => (rule.holdsFrom === null ? '' : dayInput(rule.holdsFrom)))
  const { proof, setProof, body, clear } = useProof()
  const save = useMutation({
    mutationFn: () => send({ holdsFrom: day === '' ? null : dayStart(day), ...body }),
    onSuccess: async (kept) => {
      queries.setQueryData(queryKey, kept)
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
    onSettled: clear,
  })
  const states: Record<Whose, ActionState> = {
    account: useAllowed('account.manage', save.isPending),
    installation: useAllowed('installation.manage', save.isPending),
  }
  return (
    <RecordForm
      label={label}
      save={w.save}
      state={states[whose]}
      error={save.error}
      done={save.isSuccess ? w.saved : null}
      onSubmit={() => save.mutate()}
    >
      {props.children}
      {hasDay ? (
        <TextInput
          type="date"
          label={w.from}
          description={w.fromHelp}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      ) : null}
      <ProofFields proof={proof} onChange={setProof} />
    </RecordForm>
  )
}

/** What holds, in one line. */
function RuleStanding(props: { holdsFrom: string | null; without: number }) {
  const { language, words } = useLanguage()
  const w = own(words, factorWords).rule
  const { holdsFrom, without } = props
  if (holdsFrom === null) return <Text size="sm">{w.nobody}</Text>
  const isNow = Date.parse(holdsFrom) <= Date.now()
  return (
    <Text size="sm">
      {fill(isNow ? w.holds : w.willHold, { date: dateTime(language, holdsFrom) })}{' '}
      {fill(w.without, { count: count(language, without) })}
    </Text>
  )
}

/** What holds, and below it the form. */
export function RuleSection<Rule extends Standing>(props: {
  title: string
  lead: string
  query: UseQueryResult<Rule>
  children: (rule: Rule) => ReactNode
}) {
  return (
    <Section title={props.title} lead={props.lead} narrow>
      <Answer query={props.query}>
        {(found) => (
          <Stack>
            <RuleStanding holdsFrom={found.holdsFrom} without={found.without} />
            {props.children(found)}
          </Stack>
        )}
      </Answer>
    </Section>
  )
}
