// For whoever manages the installation: whether they must have a second factor, and lost ones.
import { Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffSecondFactorRule } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { dayOf, instantOfDay } from './day.ts'
import { RuleStanding } from './factor-rule-section.tsx'

const key = ['staff-second-factor-rule']

function StaffRule({ rule }: { rule: StaffSecondFactorRule }) {
  const { words } = useLanguage()
  const all = own(words, factorWords)
  const queries = useQueryClient()
  const [isRequired, setRequired] = useState(rule.isRequired)
  const [day, setDay] = useState(() => dayOf(rule.holdsFrom))
  const { proof, setProof, body, clear } = useProof()
  const save = useMutation({
    mutationFn: () =>
      call('PUT /v1/installation/second-factor-rule', {
        body: { isRequired, holdsFrom: instantOfDay(day), ...body },
      }),
    onSuccess: async (kept) => {
      queries.setQueryData(key, kept)
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
    onSettled: clear,
  })
  return (
    <RecordForm
      label={all.staff.title}
      save={all.rule.save}
      state={useAllowed('installation.manage', save.isPending)}
      error={save.error}
      done={save.isSuccess ? all.rule.saved : null}
      onSubmit={() => save.mutate()}
    >
      <Switch
        label={all.staff.required}
        checked={isRequired}
        onChange={(event) => setRequired(event.currentTarget.checked)}
      />
      {isRequired ? (
        <TextInput
          type="date"
          label={all.rule.from}
          description={all.rule.fromHelp}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      ) : null}
      <ProofFields proof={proof} onChange={setProof} />
    </RecordForm>
  )
}

function LostFactor() {
  const { words } = useLanguage()
  const w = own(words, factorWords).staff
  const [email, setEmail] = useState('')
  const [reason, setReason] = useState('')
  const { proof, setProof, body, clear } = useProof()
  const remove = useMutation({
    mutationFn: () =>
      call('POST /v1/installation/second-factor-removals', {
        body: { email: email.trim(), reason: reason.trim(), ...body },
      }),
    onSuccess: () => {
      setEmail('')
      setReason('')
    },
    onSettled: clear,
  })
  return (
    <Section title={w.lostTitle} lead={w.lostLead} narrow>
      <RecordForm
        label={w.lostTitle}
        save={w.remove}
        state={useAllowed('installation.manage', remove.isPending)}
        error={remove.error}
        done={remove.isSuccess ? w.removed : null}
        onSubmit={() => remove.mutate()}
      >
        <TextInput
          label={w.email}
          type="email"
          required
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Textarea
          label={w.letter}
          required
          minLength={5}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProofFields proof={proof} onChange={setProof} />
      </RecordForm>
    </Section>
  )
}

export function StaffFactorSections() {
  const { words } = useLanguage()
  const w = own(words, factorWords).staff
  const rule = useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/installation/second-factor-rule'),
  })
  return (
    <>
      <Section title={w.title} lead={w.lead} narrow>
        <Answer query={rule}>
          {(found) => (
            <Stack>
              <RuleStanding holdsFrom={found.holdsFrom} without={found.without} />
              <StaffRule rule={found} />
            </Stack>
          )}
        </Answer>
      </Section>
      <LostFactor />
    </>
  )
}
