// Whether the database says what the ledger says: what the last comparison found, and what to do.
import { Alert, Group, List, Stack, Text } from '@mantine/core'
import type { ComparisonView } from '../../../consent/contract.ts'
import { type LedgerKind, ledgerDifferences } from '../../../words/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { proofsWords } from '../../words/consent/proofs.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useCompare, useComparison, useMend } from './queries.ts'

type Last = NonNullable<ComparisonView['last']>
type Running = { isRunning: boolean }

function Differences({ differences, isRunning }: Pick<Last, 'differences'> & Running) {
  const { language, words } = useLanguage()
  const w = own(words, proofsWords)
  const { may } = useSession()
  const named: Readonly<Record<string, string>> = ledgerDifferences[language]
  const found = Object.entries(differences) as [LedgerKind, number][]
  return (
    <Alert color="red" title={w.differs} className="accord-measure">
      <Stack gap="xs" align="flex-start">
        <List size="sm">
          {found.map(([kind, times]) => (
            <List.Item key={kind}>
              {count(language, times)} · {named[kind] ?? kind}
            </List.Item>
          ))}
        </List>
        <Text size="sm">{w.differsWhat}</Text>
        {may('installation.manage') ? (
          <Mending isRunning={isRunning} />
        ) : (
          <Text size="sm">{w.differsAsk}</Text>
        )}
      </Stack>
    </Alert>
  )
}

function Mending({ isRunning }: Running) {
  const w = own(useLanguage().words, proofsWords)
  const mend = useMend()
  const state = useAllowed('installation.manage', mend.isPending || isRunning)
  return (
    <ReasonDialog
      label={w.mend}
      title={w.mendTitle}
      what={w.mendWhat}
      reasonLabel={w.mendReason}
      save={w.mendDo}
      state={state}
      error={mend.error}
      act={(reason, done) => mend.mutate(reason.trim(), done)}
    />
  )
}

function Found({ last, isRunning }: ComparisonView) {
  const { language, words } = useLanguage()
  const w = own(words, proofsWords)
  if (last === null) return <Text size="sm">{w.comparedNever}</Text>
  const isSame = Object.keys(last.differences).length === 0
  const facts = {
    date: dateTime(language, last.endedAt),
    people: count(language, last.people),
    entries: count(language, last.entries),
  }
  return (
    <>
      <Text size="sm">
        {fill(w.compared, facts)} {isSame ? w.same : null}
      </Text>
      {isSame ? null : <Differences differences={last.differences} isRunning={isRunning} />}
    </>
  )
}

export function ComparisonSection() {
  const { words } = useLanguage()
  const w = own(words, proofsWords)
  const comparison = useComparison()
  const compare = useCompare()
  const isRunning = compare.isPending || comparison.data?.isRunning === true
  const state = useAllowed('ledger.export', isRunning)
  return (
    <Section title={w.comparison} lead={w.comparisonLead}>
      <Answer query={comparison}>
        {(data) => (
          <Stack gap="sm">
            <Found {...data} />
            <Group>
              <ActionButton
                variant="default"
                label={w.compare}
                state={state}
                onPress={() => compare.mutate()}
              />
              {data.isRunning ? (
                <Text size="sm" role="status">
                  {w.comparing}
                </Text>
              ) : null}
            </Group>
            {compare.error ? <Failed error={compare.error} /> : null}
          </Stack>
        )}
      </Answer>
    </Section>
  )
}
