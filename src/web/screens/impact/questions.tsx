// The questions of an assessment, by section: what was measured, what was declared, what is missing.
import { Group, List, Stack, Text } from '@mantine/core'
import type {
  CitedMeasure,
  ImpactQuestion,
  ImpactView,
  MeasuredAnswer,
} from '../../../accountability/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { fill } from '../../words/fill.ts'
import { OriginBadge } from '../register/origin.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { Whose } from './queries.ts'
import { useImpactWords } from './use-impact-words.ts'

const meaningOf: Record<CitedMeasure['state'], Meaning> = {
  in_place: 'good',
  failed: 'refused',
  unknown: 'neutral',
  gone: 'waits',
}

export function Measured({ measured }: { measured: MeasuredAnswer | null }) {
  const { language } = useLanguage()
  const w = useImpactWords()
  if (measured === null) return null
  return (
    <Stack gap={2}>
      <Text size="sm" className="accord-story">
        {measured.text}
      </Text>
      <Text size="xs" c="dimmed">
        {fill(w.measuredFrom, {
          evidence: measured.evidence,
          day: dateTime(language, measured.at),
        })}
      </Text>
    </Stack>
  )
}

export function Written(props: { text: string; by: string | null; at: string | null }) {
  const { language } = useLanguage()
  const w = useImpactWords()
  if (props.at === null) return null
  return (
    <Stack gap={2}>
      {props.text === '' ? null : (
        <Text size="sm" className="accord-story">
          {props.text}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {fill(w.writtenBy, { by: props.by ?? '', day: dateTime(language, props.at) })}
      </Text>
    </Stack>
  )
}

function Cited({ cites }: { cites: readonly CitedMeasure[] }) {
  const { language } = useLanguage()
  const w = useImpactWords()
  if (cites.length === 0) return null
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {w.cites}
      </Text>
      <List size="sm" spacing={4}>
        {cites.map(({ code, text, state, evidence, at }) => (
          <List.Item key={code}>
            <Group gap="xs">
              <Text size="sm">{text}</Text>
              <StatusBadge meaning={meaningOf[state]}>{w.states[state]}</StatusBadge>
            </Group>
            {at === null ? null : (
              <Text size="xs" c="dimmed">
                {fill(w.measuredFrom, { evidence, day: dateTime(language, at) })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}

type Of = { whose: Whose; measures: readonly CitedMeasure[] }

function Question({ question, ...of }: Of & { question: ImpactQuestion }) {
  const w = useImpactWords()
  const { label, help, origin, isMandatory, measured, level } = question
  const levels: Readonly<Record<number, string>> = w.form.levels
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <OriginBadge origin={origin} />
        {isMandatory ? null : <StatusBadge meaning="neutral">{w.optional}</StatusBadge>}
      </Group>
      <Text size="xs" c="dimmed">
        {help}
      </Text>
      <Measured measured={measured} />
      {level === null ? null : <Text size="sm">{levels[level]}</Text>}
      <Written text={question.text} by={question.by} at={question.at} />
      <Cited cites={question.cites} />
      <Folded title={measured === null ? w.edit : w.editMeasured}>
        <AnswerForm {...of} asked={{ ...question, choice: null }} />
      </Folded>
    </Stack>
  )
}

export function Questions({ whose, impact }: { whose: Whose; impact: ImpactView }) {
  const w = useImpactWords()
  return (
    <Section title={w.questions} lead={w.questionsLead}>
      {impact.sections.map(({ code, title, questions }) => {
        const missing = questions.filter(
          (one) => one.isMandatory && one.origin === 'missing',
        ).length
        const name =
          missing === 0 ? fill(w.sectionDone, { title }) : fill(w.sectionState, { title, missing })
        return (
          <Folded key={code} title={name}>
            {questions.map((question) => (
              <Question
                key={question.code}
                whose={whose}
                measures={impact.measures}
                question={question}
              />
            ))}
          </Folded>
        )
      })}
    </Section>
  )
}
