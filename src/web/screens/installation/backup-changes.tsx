// How the changes after the last backup are kept, and to which moments a restore may go.
import { Alert, Text } from '@mantine/core'
import type { BackupChangesView } from '../../../backup/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { backupWords } from '../../words/compliance/backups.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useSize } from './backup-facts.tsx'

const meaningOf: Record<BackupChangesView['state'], Meaning> = {
  off: 'refused',
  waiting: 'information',
  kept: 'good',
  late: 'waits',
  interrupted: 'refused',
}

function Told({ changes }: { changes: BackupChangesView }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const { state, lossSeconds } = changes
  if (state === 'off') return <Alert color="yellow">{w.changesOff}</Alert>
  if (state === 'late') return <Alert color="yellow">{w.changesLate}</Alert>
  if (state === 'interrupted') return <Alert color="red">{w.changesInterrupted}</Alert>
  if (state === 'waiting' || lossSeconds === null) return null
  return <Text size="sm">{fill(w.changesKept, { seconds: count(language, lossSeconds) })}</Text>
}

export function Changes({ changes }: { changes: BackupChangesView }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const size = useSize()
  const { state, from, until, octets } = changes
  return (
    <Section title={w.changes}>
      <StatusBadge meaning={meaningOf[state]}>{w.changesState[state]}</StatusBadge>
      <Told changes={changes} />
      {from === null || until === null ? null : (
        <Text size="sm">
          {fill(w.changesRange, {
            ...{ from: dateTime(language, from), until: dateTime(language, until) },
            size: size(octets),
          })}
        </Text>
      )}
    </Section>
  )
}
