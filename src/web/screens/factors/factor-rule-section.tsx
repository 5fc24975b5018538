// Of which users the account requires a second factor, and from when.
import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type RequiredOf, requiredOfs, type SecondFactorRule } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { dayOf, instantOfDay } from './day.ts'

const key = ['second-factor-rule']

/** What holds, in one line. */
export function RuleStanding(props: { holdsFrom: string | null; without: number }) {
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

function RuleForm({ rule }: { rule: SecondFactorRule }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).rule
  const queries = useQueryClient()
  const [requiredOf, setRequiredOf] = useState<RequiredOf[]>(rule.requiredOf)
  const [day, setDay] = useState(() => dayOf(rule.holdsFrom))
  const { proof, setProof, body, clear } = useProof()
  const save = useMutation({
    mutationFn: () =>
      call('PUT /v1/account/second-factor-rule', {
        body: { requiredOf, holdsFrom: instantOfDay(day), ...body },
      }),
    onSuccess: async (kept) => {
      queries.setQueryData(key, kept)
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
    onSettled: clear,
  })
  const state = useAllowed('account.manage', save.isPending)
  return (
    <RecordForm
      label={w.title}
      save={w.save}
      state={state}
      error={save.error}
      done={save.isSuccess ? w.saved : null}
      onSubmit={() => save.mutate()}
    >
      <Checkbox.Group
        label={w.of}
        value={requiredOf}
        onChange={(chosen) => setRequiredOf(chosen as RequiredOf[])}
      >
        <Stack gap="xs" mt="xs">
          {requiredOfs.map((of) => (
            <Checkbox key={of} value={of} label={w.ofs[of]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {requiredOf.length === 0 ? null : (
        <TextInput
          type="date"
          label={w.from}
          description={w.fromHelp}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      )}
      <ProofFields proof={proof} onChange={setProof} />
    </RecordForm>
  )
}

export function FactorRuleSection() {
  const { words } = useLanguage()
  const w = own(words, factorWords).rule
  const rule = useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/account/second-factor-rule'),
  })
  return (
    <Section title={w.title} lead={w.lead} narrow>
      <Answer query={rule}>
        {(found) => (
          <Stack>
            <RuleStanding holdsFrom={found.holdsFrom} without={found.without} />
            <RuleForm rule={found} />
          </Stack>
        )}
      </Answer>
    </Section>
  )
}
