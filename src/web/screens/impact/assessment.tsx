// An assessment as a whole: where it stands, its criteria, questions, plan, decision and versions.

import { Alert, Anchor, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ImpactView } from '../../../accountability/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import type { Whose } from '../../data/whose.ts'
import { Answer } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { fill } from '../../words/fill.ts'
import { Plan } from './plan.tsx'
import { useImpact, useSheets } from './queries.ts'
import { Questions } from './questions.tsx'
import { Screening } from './screening.tsx'
import { useImpactWords } from './use-impact-words.ts'
import { Validation, Versions } from './validation.tsx'

export function Sheets({ whose }: { whose: Whose }) {
  const addressOf = useSheets(whose)
  const w = useImpactWords()
  const names = { ods: w.ods, csv: w.csv, html: w.print, pdf: 'PDF' } as const
  return (['ods', 'csv', 'pdf', 'html'] as const).map((form) => (
    <Anchor key={form} href={addressOf(form)} download>
      {names[form]}
    </Anchor>
  ))
}

const meanings = { none: 'neutral', valid: 'good', reopened: 'waits' } as const

function Standing({ impact }: { impact: ImpactView }) {
  const { language } = useLanguage()
  const w = useImpactWords()
  const { standing, current, changes, mustConsult } = impact
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <StatusBadge meaning={meanings[standing]}>{w.standing[standing]}</StatusBadge>
        {current === null ? null : (
          <Text size="sm">
            {fill(w.current, {
              version: current.version,
              day: dateTime(language, current.at),
              by: current.by,
            })}
          </Text>
        )}
      </Group>
      {changes.length === 0 ? null : (
        <Alert color="yellow" title={w.changed} icon={<IconAlertTriangle aria-hidden="true" />}>
          <List size="sm">
            {changes.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {mustConsult ? (
        <Alert color="red" title={w.mustConsult} icon={<IconAlertTriangle aria-hidden="true" />}>
          {w.mustConsultText}
        </Alert>
      ) : null}
    </Stack>
  )
}

export function Assessment({ whose }: { whose: Whose }) {
  const w = useImpactWords()
  return (
    <Answer query={useImpact(whose)}>
      {(impact) => (
        <Stack gap="lg">
          {impact.hasEnded ? <Alert color="gray">{w.endedText}</Alert> : null}
          <Standing impact={impact} />
          {impact.hasEnded ? null : (
            <>
              <Screening whose={whose} impact={impact} />
              <Questions whose={whose} impact={impact} />
            </>
          )}
          <Plan whose={whose} impact={impact} />
          {impact.hasEnded ? null : <Validation whose={whose} impact={impact} />}
          <Versions whose={whose} />
        </Stack>
      )}
    </Answer>
  )
}
