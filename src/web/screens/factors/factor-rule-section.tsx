// Of which users the account requires a second factor, and from when.
import { Checkbox, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type RequiredOf, requiredOfs, type SecondFactorRule } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { RuleForm, RuleSection } from './rule-form.tsx'

const queryKey = ['second-factor-rule']

function AccountRule({ rule }: { rule: SecondFactorRule }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).rule
  const [requiredOf, setRequiredOf] = useState<RequiredOf[]>(rule.requiredOf)
  return (
    <RuleForm
      label={w.title}
      whose="account"
      {...{ rule, queryKey }}
      hasDay={requiredOf.length > 0}
      send={(asked) =>
        call('PUT /v1/account/second-factor-rule', { body: { requiredOf, ...asked } })
      }
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
    </RuleForm>
  )
}

export function FactorRuleSection() {
  const { words } = useLanguage()
  const w = own(words, factorWords).rule
  const query = useQuery({ queryKey, queryFn: () => call('GET /v1/account/second-factor-rule') })
  return (
    <RuleSection title={w.title} lead={w.lead} query={query}>
      {(rule) => <AccountRule rule={rule} />}
    </RuleSection>
  )
}
