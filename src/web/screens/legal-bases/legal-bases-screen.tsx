// Which evidence is enough for advertising, and for how long; a proposal for each sector.
import { Button, Group, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core'
import { useState } from 'react'
import { evidenceGrades, type PolicyView, proofMonthsMax } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { gradesWords } from '../../words/consent/grades.ts'
import { policyWords } from '../../words/consent/policy.ts'
import { own } from '../../words/own.ts'
import { LegalBasesPart } from './legal-bases-part.tsx'
import { useChoosePolicy, usePolicy } from './queries.ts'

type Choice = Pick<PolicyView, 'minimumGrade' | 'validMonths' | 'proofMonths'>

function Choosing(props: { policy: PolicyView }) {
  const { words } = useLanguage()
  const w = own(words, policyWords)
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
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={w.minimumGrade}
          allowDeselect={false}
          value={choice.minimumGrade}
          data={evidenceGrades
            .filter((grade) => grade !== 'claimed')
            .map((value) => ({ value, label: own(words, gradesWords).grades[value] }))}
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
      </SimpleGrid>
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

export function LegalBasesScreen() {
  const { words } = useLanguage()
  const w = own(words, policyWords)
  const policy = usePolicy()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={policy}>
        {(data) => (
          <>
            <Section title={w.policyTitle} lead={w.policyLead}>
              <Choosing policy={data} />
            </Section>
            <LegalBasesPart key={data.legalBases.join()} policy={data} />
          </>
        )}
      </Answer>
    </Page>
  )
}
