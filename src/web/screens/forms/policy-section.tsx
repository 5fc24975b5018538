// Which evidence is enough for advertising, and for how long; a proposal for each sector.
import { Button, Group, NumberInput, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { evidenceGrades, type PolicyView, proofMonthsMax } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { LegalBasesPart } from './legal-bases-part.tsx'
import { useChoosePolicy, usePolicy } from './queries.ts'

type Choice = Pick<PolicyView, 'minimumGrade' | 'validMonths' | 'proofMonths'>

function Choosing(props: { policy: PolicyView }) {
  const { words } = useLanguage()
  const w = words.forms
  const { policy } = props
  const [choice, setChoice] = useState<Choice>(policy)
  const choose = useChoosePolicy()
  const isSame =
    choice.minimumGrade === policy.minimumGrade &&
    choice.validMonths === policy.validMonths &&
    choice.proofMonths === policy.proofMonths
  const state = useAllowed('account.manage', choose.isPending, isSame ? w.chosen : null)
  return (
    <Stack>
      <Group aria-label={w.sector} role="group" gap="xs">
        {policy.sectors.map(({ sector, minimumGrade, validMonths }) => (
          <Button
            key={sector}
            size="xs"
            variant="default"
            onClick={() => setChoice({ ...choice, minimumGrade, validMonths })}
          >
            {w.sectors[sector]}
          </Button>
        ))}
      </Group>
      <Group align="flex-start" grow>
        <Select
          label={w.minimumGrade}
          allowDeselect={false}
          value={choice.minimumGrade}
          data={evidenceGrades
            .filter((grade) => grade !== 'claimed')
            .map((value) => ({ value, label: w.grades[value] }))}
          onChange={(value) =>
            value && setChoice({ ...choice, minimumGrade: value as Choice['minimumGrade'] })
          }
        />
        <NumberInput
          label={w.validMonths}
          min={1}
          max={36}
          allowDecimal={false}
          value={choice.validMonths}
          onChange={(value) => setChoice({ ...choice, validMonths: Number(value) || 1 })}
        />
      </Group>
      <NumberInput
        label={w.proofMonths}
        min={0}
        max={proofMonthsMax}
        allowDecimal={false}
        value={choice.proofMonths}
        onChange={(value) => setChoice({ ...choice, proofMonths: Number(value) || 0 })}
      />
      <ActionButton
        label={w.choose}
        state={state}
        onPress={() => {
          const { minimumGrade, validMonths, proofMonths } = choice
          choose.mutate({ minimumGrade, validMonths, proofMonths })
        }}
      />
      {choose.error ? <Failed error={choose.error} /> : null}
    </Stack>
  )
}

export function PolicySection() {
  const { words } = useLanguage()
  const w = words.forms
  const policy = usePolicy()
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          {w.policyTitle}
        </Title>
        <Text size="sm">{w.policyLead}</Text>
        <Answer query={policy}>
          {(data) => (
            <Stack>
              <Choosing policy={data} />
              <LegalBasesPart key={data.legalBases.join()} policy={data} />
            </Stack>
          )}
        </Answer>
      </Stack>
    </Paper>
  )
}
