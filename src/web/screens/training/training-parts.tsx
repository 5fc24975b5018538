// Training as a whole: who is trained today, what must be known, and the sessions that were held.

import { Stack, Table, Text } from '@mantine/core'
import type { TrainingView } from '../../../accountability/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import type { Whose } from '../../data/whose.ts'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useTraining, useTrainingWords } from './queries.ts'
import { Sessions } from './sessions.tsx'
import { Standing, useRoleName } from './standing.tsx'
import { Topics } from './topics.tsx'

function People({ training }: { training: TrainingView }) {
  const { language } = useLanguage()
  const w = useTrainingWords()
  const roleName = useRoleName()
  const { people, trained, lastOn, topics } = training
  const nameOf = (id: string) => topics.find((one) => one.id === id)?.name ?? ''
  return (
    <Section title={w.people}>
      <Text size="sm" fw={600}>
        {fill(w.counts, { trained, count: people.length })}{' '}
        {lastOn === null ? w.never : fill(w.lastOn, { day: date(language, lastOn) })}
      </Text>
      <WideTable minWidth={300} spacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.person}</Table.Th>
            <Table.Th>{w.standing}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.userId}>
              <Table.Td>
                <Text size="sm">{person.name}</Text>
                <Text size="xs" c="dimmed">
                  {roleName(person.role)}
                </Text>
              </Table.Td>
              <Table.Td>
                {person.isTrained ? (
                  <StatusBadge meaning="good">{w.trainedAll}</StatusBadge>
                ) : (
                  <Stack gap={4}>
                    {person.topics
                      .filter(({ state }) => state !== 'valid')
                      .map((standing) => (
                        <Stack key={standing.topic} gap={2}>
                          <Text size="sm">{nameOf(standing.topic)}</Text>
                          <Standing standing={standing} />
                        </Stack>
                      ))}
                  </Stack>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

export function Training({ whose }: { whose: Whose }) {
  return (
    <Answer query={useTraining(whose)}>
      {(training) => (
        <Stack gap="lg">
          <People training={training} />
          <Sessions whose={whose} training={training} />
          <Topics whose={whose} training={training} />
        </Stack>
      )}
    </Answer>
  )
}
