// How backups stand, for their own screen and for the one about health.
import { Anchor, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { BackupsView } from '../../../backup/contract.ts'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { backupWords } from '../../words/compliance/backups.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

const key = ['backups']

/** Asked more often while something runs: somebody waits for its end. */
export const useBackups = () =>
  useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/installation/backups'),
    refetchInterval: (query) => (query.state.data?.underWay ? 2_000 : 30_000),
  })

export function useBegin() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (kind: 'backup' | 'drill') =>
      kind === 'backup'
        ? call('POST /v1/installation/backups')
        : call('POST /v1/installation/backups/drill'),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

const [mega, giga] = [1e6, 1e9]

export function useSize() {
  const { language } = useLanguage()
  return (octets: number) => {
    const isLarge = octets >= giga
    const style = { style: 'unit', maximumFractionDigits: 1 } as const
    const unit = isLarge ? 'gigabyte' : 'megabyte'
    const value = octets / (isLarge ? giga : mega)
    return new Intl.NumberFormat(language, { ...style, unit }).format(value)
  }
}

export function useAge() {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  return (seconds: number) => {
    const told = (unit: string, value: number) =>
      fill(unit, { count: count(language, Math.max(0, Math.floor(value))) })
    if (seconds < 60) return told(w.seconds, seconds)
    if (seconds < 7_200) return told(w.minutes, seconds / 60)
    return seconds < 172_800 ? told(w.hours, seconds / 3_600) : told(w.days, seconds / 86_400)
  }
}

function useSentences() {
  const { words } = useLanguage()
  const w = own(words, backupWords)
  const age = useAge()
  return ({ mode, ageSeconds, isOnDataDisk, lastFailure, changes }: BackupsView): string[] => {
    const { lossSeconds } = changes
    if (mode === 'off') return [w.healthOff]
    if (mode === 'elsewhere') return [w.healthElsewhere]
    const last = ageSeconds === null ? w.healthNone : fill(w.health, { age: age(ageSeconds) })
    return [
      last,
      ...(lossSeconds === null ? [] : [fill(w.healthLoss, { age: age(lossSeconds) })]),
      ...(lastFailure === null ? [] : [w.healthFailed]),
      ...(isOnDataDisk === true ? [w.healthDisk] : []),
    ]
  }
}

/** On the screen about health. */
export function BackupHealth() {
  const { words } = useLanguage()
  const backups = useBackups()
  const sentences = useSentences()
  return (
    <Section title={own(words, backupWords).title}>
      <Answer query={backups}>
        {(view) => (
          <>
            {sentences(view).map((text) => (
              <Text key={text} size="sm">
                {text}
              </Text>
            ))}
          </>
        )}
      </Answer>
      <Anchor component={Link} to={paths.backups} size="sm">
        {own(words, backupWords).toScreen}
      </Anchor>
    </Section>
  )
}
