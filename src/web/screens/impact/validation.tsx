// The end of an assessment: what is lacking, the decision, and the versions with what changed.

import { Group, List, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { answerMax, type ImpactVersion, type ImpactView } from '../../../accountability/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Folded } from '../../ui/folded.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useValidate, useVersion, useVersionPages } from './queries.ts'
import { useImpactWords } from './use-impact-words.ts'

export function Validation({ whose, impact }: { whose: Whose; impact: ImpactView }) {
  const w = useImpactWords()
  const validate = useValidate(whose)
  const [decision, setDecision] = useState('')
  const { lacks } = impact
  const short = decision.trim().length < 10 ? w.decisionNeeds : null
  const lacking = lacks.length > 0 ? fill(w.lacks, { count: lacks.length }) : short
  const state = useAllowed(ofWhose[whose].needs, validate.isPending, lacking)
  return (
    <Section title={w.validation} lead={w.validationLead} narrow>
      <RecordForm
        label={w.validation}
        save={w.validate}
        state={state}
        error={validate.error}
        done={validate.isSuccess && decision === '' ? w.validated : null}
        onSubmit={() => validate.mutate({ decision }, { onSuccess: () => setDecision('') })}
      >
        <Textarea
          label={w.decision}
          autosize
          minRows={2}
          maxLength={answerMax}
          value={decision}
          onChange={(event) => setDecision(event.currentTarget.value)}
        />
      </RecordForm>
    </Section>
  )
}

function Lines({ sign, lines }: { sign: string; lines: readonly string[] }) {
  return lines.map((line) => (
    <List.Item key={line}>
      <Text size="sm" className="accord-story">
        {sign} {line}
      </Text>
    </List.Item>
  ))
}

function Whole({ whose, version }: { whose: Whose; version: number }) {
  const w = useImpactWords()
  return (
    <Answer query={useVersion(whose, version)}>
      {({ before, differences, sections }) => (
        <Stack gap="xs">
          <Title order={3} size="h6">
            {before === null ? w.first : fill(w.differences, { before })}
          </Title>
          {before !== null && differences.length === 0 ? (
            <Text size="sm">{w.sameAsBefore}</Text>
          ) : null}
          {differences.map(({ section, added, removed }) => (
            <Stack key={section} gap={2}>
              <Text size="sm" fw={600}>
                {section}
              </Text>
              <List size="sm">
                <Lines sign="+" lines={added} />
                <Lines sign="−" lines={removed} />
              </List>
            </Stack>
          ))}
          <Folded title={w.wholeText}>
            {sections.map(({ name, title, sentences }) => (
              <Stack key={name} gap={2}>
                <Text size="sm" fw={600}>
                  {title}
                </Text>
                <List size="sm">
                  <Lines sign="" lines={sentences} />
                </List>
              </Stack>
            ))}
          </Folded>
        </Stack>
      )}
    </Answer>
  )
}

function Version({ whose, version }: { whose: Whose; version: ImpactVersion }) {
  const { language } = useLanguage()
  const w = useImpactWords()
  const [isShown, setShown] = useState(false)
  const { version: number, at, by, decision } = version
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {fill(w.version, { version: number })}
        </Text>
        <Text size="sm" c="dimmed">
          {dateTime(language, at)}, {by}
        </Text>
      </Group>
      <Text size="sm" className="accord-story">
        {decision}
      </Text>
      {isShown ? (
        <Whole whose={whose} version={number} />
      ) : (
        <ActionButton
          size="xs"
          variant="default"
          label={fill(w.show, { version: number })}
          state={{ kind: 'ready' }}
          onPress={() => setShown(true)}
        />
      )}
    </Stack>
  )
}

export function Versions({ whose }: { whose: Whose }) {
  const w = useImpactWords()
  const { key, read } = useVersionPages(whose)
  const list = useGrowingList([...key, 'list'], read)
  return (
    <Section title={w.versions}>
      <GrowingList list={list} empty={{ title: w.versionsEmpty, text: w.versionsEmptyText }}>
        {(items) => (
          <Stack gap="lg">
            {items.map((version) => (
              <Version key={version.version} whose={whose} version={version} />
            ))}
          </Stack>
        )}
      </GrowingList>
    </Section>
  )
}
