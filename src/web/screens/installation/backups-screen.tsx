// Backups of the installation: the last one, the last drill, where they are, and both begun now.
import { Alert, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import type { BackupRunView, BackupsView, BackupView } from '../../../backup/contract.ts'
import { count, date, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { backupWords } from '../../words/compliance/backups.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { Changes } from './backup-changes.tsx'
import { LastDrill } from './backup-drill.tsx'
import { useAge, useBackups, useBegin, useSize } from './backup-facts.tsx'
import { LostUploads } from './backup-lost.tsx'
import { StaffPage } from './staff-page.tsx'

function Actions({ view }: { view: BackupsView }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const begin = useBegin()
  const running = view.underWay
  const busy: ActionState | null =
    running === null
      ? null
      : {
          kind: 'refused',
          reason: fill(running.kind === 'backup' ? w.busyBackup : w.busyDrill, {
            date: dateTime(language, running.begunAt),
          }),
        }
  const ready: ActionState = begin.isPending ? { kind: 'busy' } : { kind: 'ready' }
  return (
    <Stack gap="xs">
      <Group align="flex-start">
        <ActionButton label={w.now} state={busy ?? ready} onPress={() => begin.mutate('backup')} />
        {view.items.length === 0 ? null : (
          <ActionButton
            variant="default"
            label={w.drillNow}
            state={busy === null ? ready : { kind: 'busy' }}
            onPress={() => begin.mutate('drill')}
          />
        )}
      </Group>
      {begin.error ? <Failed error={begin.error} /> : null}
      {begin.data ? (
        <Text size="sm" role="status">
          {w.begun}
        </Text>
      ) : null}
    </Stack>
  )
}

function Figures({ view }: { view: BackupsView }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const age = useAge()
  const size = useSize()
  const [newest] = view.items
  const { lastDrill } = view
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <Figure
        label={w.age}
        value={view.ageSeconds === null ? w.noneYet : age(view.ageSeconds)}
        strong
      />
      <Figure label={w.size} value={newest === undefined ? w.noSize : size(newest.octets)} />
      <Figure label={w.kept} value={count(language, view.items.length)} />
      <Figure
        label={w.lastDrill}
        value={lastDrill === null ? w.never : lastDrill.state === 'passed' ? w.passed : w.failed}
      />
    </SimpleGrid>
  )
}

function Failure({ run }: { run: BackupRunView | null }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  if (run === null) return null
  const title = run.kind === 'backup' ? w.failure : w.drillFailure
  return (
    <Alert color="red" role="alert" title={fill(title, { date: dateTime(language, run.begunAt) })}>
      {run.sentence}
    </Alert>
  )
}

function Where({ view }: { view: BackupsView }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const hour = String(view.hour)
  return (
    <Section title={w.where}>
      <Text size="sm">{fill(w.folder, { folder: view.folder ?? '' })}</Text>
      {view.isOnDataDisk === true ? <Alert color="yellow">{w.sameDisk}</Alert> : null}
      <Text size="sm">
        {view.keysFolder === null ? w.keysNone : fill(w.keysCopied, { folder: view.keysFolder })}
      </Text>
      <Text size="sm">{fill(w.schedule, { hour, days: count(language, view.keepDays) })}</Text>
      <Text size="sm">{fill(w.wait, { days: count(language, view.erasureWaitDays) })}</Text>
    </Section>
  )
}

const meaningOf: Record<BackupView['state'], Meaning> = {
  whole: 'good',
  damaged: 'refused',
  other_keys: 'waits',
}

function List({ items }: { items: readonly BackupView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const size = useSize()
  const opening = ({ opens, opensAloneUntil }: BackupView) => {
    if (opens === 'with_younger') return w.withYounger
    if (opensAloneUntil === null) return w.alone
    return fill(w.aloneUntil, { date: dateTime(language, opensAloneUntil) })
  }
  return (
    <Section title={w.list}>
      {items.length === 0 ? (
        <Empty title={w.none} text={w.noneText} />
      ) : (
        <StackedTable
          minWidth={720}
          columns={[w.made, w.state, { figures: w.size }, w.opens, w.removed]}
        >
          {items.map((item) => (
            <StackedRow key={item.id}>
              <StackedCell leads>{dateTime(language, item.begunAt)}</StackedCell>
              <StackedCell leads>
                <StatusBadge meaning={meaningOf[item.state]}>{w.states[item.state]}</StatusBadge>
              </StackedCell>
              <StackedCell label={w.size} isFigure>
                {size(item.octets)}
              </StackedCell>
              <StackedCell label={w.opens}>
                {item.state === 'whole' ? opening(item) : words.none}
              </StackedCell>
              <StackedCell label={w.removed}>{date(language, item.removedAt)}</StackedCell>
            </StackedRow>
          ))}
        </StackedTable>
      )}
      <Text size="sm">{w.restore}</Text>
      <Code block>{w.command}</Code>
      <Text size="sm" c="dimmed">
        {w.restoreText}
      </Text>
    </Section>
  )
}

const runMeaning: Record<BackupRunView['state'], Meaning> = {
  running: 'information',
  done: 'good',
  failed: 'refused',
}

function Runs({ runs }: { runs: readonly BackupRunView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  if (runs.length === 0) return null
  return (
    <Section title={w.runs}>
      <StackedTable minWidth={620} columns={[w.what, w.by, w.when, w.state, w.why]}>
        {runs.map((run) => (
          <StackedRow key={`${run.kind} ${run.begunAt}`}>
            <StackedCell leads>{w.kinds[run.kind]}</StackedCell>
            <StackedCell label={w.by}>{w.triggers[run.trigger]}</StackedCell>
            <StackedCell label={w.when}>{dateTime(language, run.begunAt)}</StackedCell>
            <StackedCell leads>
              <StatusBadge meaning={runMeaning[run.state]}>{w.runStates[run.state]}</StatusBadge>
            </StackedCell>
            <StackedCell label={w.why}>{run.sentence}</StackedCell>
          </StackedRow>
        ))}
      </StackedTable>
    </Section>
  )
}

function Whole({ view }: { view: BackupsView }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  if (view.mode === 'elsewhere') return <Empty title={w.elsewhere} text={w.elsewhereText} />
  if (view.mode === 'off') {
    const text = fill(w.offText, { days: count(language, view.erasureWaitDays) })
    return <Empty title={w.off} text={text} />
  }
  return (
    <>
      <Failure run={view.lastFailure} />
      <Figures view={view} />
      <Actions view={view} />
      <Changes changes={view.changes} />
      <LastDrill drill={view.lastDrill} />
      <List items={view.items} />
      <Where view={view} />
      <Runs runs={view.runs} />
    </>
  )
}

export function BackupsScreen() {
  const { words } = useLanguage()
  const w = own(words, backupWords)
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Backups />
    </StaffPage>
  )
}

function Backups() {
  const backups = useBackups()
  return (
    <Answer query={backups}>
      {(view) => (
        <>
          <LostUploads files={view.uploadsLost} />
          <Whole view={view} />
        </>
      )}
    </Answer>
  )
}
