// For whoever manages the installation: whether they must have a second factor, and lost ones.
import { Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffSecondFactorRule } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { RuleForm, RuleSection } from './rule-form.tsx'

const queryKey = ['staff-second-factor-rule']

function StaffRule({ rule }: { rule: StaffSecondFactorRule }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).staff
  const [isRequired, setRequired] = useState(rule.isRequired)
  return (
    <RuleForm
      label={w.title}
      whose="installation"
      {...{ rule, queryKey }}
      hasDay={isRequired}
      send={(asked) =>
        call('PUT /v1/installation/second-factor-rule', { body: { isRequired, ...asked } })
      }
    >
      <Switch
        label={w.required}
        checked={isRequired}
        onChange={(event) => setRequired(event.currentTarget.checked)}
      />
    </RuleForm>
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
  const query = useQuery({
    queryKey,
    queryFn: () => call('GET /v1/installation/second-factor-rule'),
  })
  return (
    <>
      <RuleSection title={w.title} lead={w.lead} query={query}>
        {(rule) => <StaffRule rule={rule} />}
      </RuleSection>
      <LostFactor />
    </>
  )
}
