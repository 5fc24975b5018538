// The nine criteria: which are met, how that is known, and why no assessment is made if so.
import { Group, Stack, Text } from '@mantine/core'
import type { ImpactCriterion, ImpactView } from '../../../accountability/contract.ts'
import { Folded } from '../../ui/folded.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { fill } from '../../words/fill.ts'
import { OriginBadge } from '../register/origin.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { Whose } from './queries.ts'
import { Measured, Written } from './questions.tsx'
import { useImpactWords } from './use-impact-words.ts'

function Criterion({ whose, criterion }: { whose: Whose; criterion: ImpactCriterion }) {
  const w = useImpactWords()
  const { code, label, help, choice, origin, measured, text } = criterion
  const meaning = choice === null ? 'waits' : choice === 'yes' ? 'information' : 'neutral'
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <StatusBadge meaning={meaning}>{w.choices[choice ?? 'open']}</StatusBadge>
        {choice === null ? null : <OriginBadge origin={origin} />}
      </Group>
      <Text size="xs" c="dimmed">
        {help}
      </Text>
      <Measured measured={measured} />
      <Written text={text} by={criterion.by} at={criterion.at} />
      <Folded title={measured === null ? w.edit : w.editMeasured}>
        <AnswerForm
          whose={whose}
          measures={[]}
          asked={{
            ...{ code, label, kind: 'choice', text, level: null, cites: [] },
            choice: origin === 'declared' ? choice : null,
          }}
        />
      </Folded>
    </Stack>
  )
}

export function Screening({ whose, impact }: { whose: Whose; impact: ImpactView }) {
  const w = useImpactWords()
  const { criteria, met, open, outcome, reason } = impact.screening
  const said = fill(w.outcomes[outcome], { met, open })
  return (
    <Section title={w.screening} lead={w.screeningLead}>
      <Text size="sm" fw={600}>
        {said}
      </Text>
      {criteria.map((criterion) => (
        <Criterion key={criterion.code} whose={whose} criterion={criterion} />
      ))}
      {outcome === 'called_for' || reason !== '' ? (
        <Folded title={w.reason} isOpen={reason !== ''}>
          <Text size="sm">{w.reasonHelp}</Text>
          <AnswerForm
            whose={whose}
            measures={[]}
            asked={{
              ...{ code: 'screening.reason', label: w.reason, kind: 'text', text: reason },
              ...{ level: null, choice: null, cites: [] },
            }}
          />
        </Folded>
      ) : null}
    </Section>
  )
}
