// Parts of a public notice on screen: what is missing, the text, the versions and what changed.
import { Anchor, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type {
  NoticeText,
  PublicNoticeVersion,
  PublicNoticeView,
} from '../../../disclosure/contract.ts'
import { call } from '../../data/client.ts'
import { colon, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { fill } from '../../words/fill.ts'
import { useNoticeVersion, versionsKey, type Whose } from './queries.ts'

export function Current({ notice }: { notice: PublicNoticeView }) {
  const { language, words } = useLanguage()
  const w = words.publicNotice
  const { path, url, current } = notice
  const facts = { version: current.version, day: dateTime(language, current.at) }
  return (
    <Stack gap={4}>
      <Text size="sm">{fill(w.current, facts)}</Text>
      <Text size="sm" className="accord-story">
        {fill(w.address, { address: url ?? path })}
      </Text>
      <Anchor href={`${path}?lang=${language}`} target="_blank" rel="noopener">
        {w.open}
      </Anchor>
    </Stack>
  )
}

export function Lacks({ notice }: { notice: PublicNoticeView }) {
  const { language, words } = useLanguage()
  const { may } = useSession()
  const w = words.publicNotice
  const { lacks } = notice
  if (lacks.length === 0) {
    return (
      <Section title={w.lacks}>
        <Group>
          <StatusBadge meaning="good">{w.lacksNone}</StatusBadge>
        </Group>
      </Section>
    )
  }
  const [mayHere, mayEverywhere] = [may('registers.manage'), may('installation.manage')]
  const isMine = (leadsTo: string) =>
    leadsTo.startsWith('/installation') ? mayEverywhere : mayHere
  return (
    <Section title={w.lacks} lead={w.lacksLead}>
      <List spacing="xs">
        {lacks.map(({ lack, about, leadsTo }) => {
          const what = fill(w.lack[lack], { about: about ?? '' })
          return (
            <List.Item key={`${lack} ${about ?? ''}`}>
              {what}
              {' · '}
              {isMine(leadsTo) ? (
                <Anchor
                  component={Link}
                  to={leadsTo}
                  aria-label={`${w.declare}${colon(language)} ${what}`}
                >
                  {w.declare}
                </Anchor>
              ) : (
                <Text span size="sm" c="dimmed">
                  {w.byStaff}
                </Text>
              )}
            </List.Item>
          )
        })}
      </List>
    </Section>
  )
}

function Sections({ text }: { text: NoticeText }) {
  return (
    <Stack>
      <Title order={3} size="h4">
        {text.title}
      </Title>
      {text.sections
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ name, title, sentences }) => (
          <Stack key={name} gap={4}>
            <Title order={4} size="h6">
              {title}
            </Title>
            <List size="sm" spacing={2}>
              {sentences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          </Stack>
        ))}
    </Stack>
  )
}

export function Preview({ notice }: { notice: PublicNoticeView }) {
  const { words } = useLanguage()
  return (
    <Section title={words.publicNotice.preview} narrow>
      <Sections text={notice.text} />
    </Section>
  )
}

function Changes(props: { whose: Whose; version: number }) {
  const { language, words } = useLanguage()
  const w = words.publicNotice
  const { whose, version } = props
  return (
    <Answer query={useNoticeVersion(whose, version)}>
      {({ changes, before }) => (
        <Stack gap="xs" role="region" aria-label={fill(w.changes, { version })}>
          <Title order={3} size="h6">
            {fill(w.changes, { version })}
          </Title>
          {before === null ? <Text size="sm">{w.first}</Text> : null}
          {changes.map(({ section, added, removed }) => (
            <Stack key={section} gap={2}>
              <Text size="sm" fw={600}>
                {section}
              </Text>
              <List size="sm" listStyleType="none">
                {removed.map((sentence) => (
                  <List.Item key={`removed ${sentence}`}>
                    {w.removed}
                    {colon(language)} <del>{sentence}</del>
                  </List.Item>
                ))}
                {added.map((sentence) => (
                  <List.Item key={`added ${sentence}`}>
                    {w.added}
                    {colon(language)} <ins>{sentence}</ins>
                  </List.Item>
                ))}
              </List>
            </Stack>
          ))}
        </Stack>
      )}
    </Answer>
  )
}

function VersionList(props: {
  items: readonly PublicNoticeVersion[]
  see: (version: number) => void
}) {
  const { language, words } = useLanguage()
  const w = words.publicNotice
  return (
    <List listStyleType="none" spacing="xs">
      {props.items.map(({ version, at }) => (
        <List.Item key={version}>
          <Group gap="sm">
            <Text size="sm">
              {fill(w.version, { version })} · {dateTime(language, at)}
            </Text>
            <ActionButton
              size="xs"
              variant="default"
              label={fill(w.seeOf, { version })}
              state={{ kind: 'ready' }}
              onPress={() => props.see(version)}
            />
          </Group>
        </List.Item>
      ))}
    </List>
  )
}

export function Versions({ whose }: { whose: Whose }) {
  const { words } = useLanguage()
  const w = words.publicNotice
  const [seen, see] = useState<number | null>(null)
  const list = useGrowingList(versionsKey(whose), (query) =>
    whose === 'account'
      ? call('GET /v1/public-notice/versions', { query })
      : call('GET /v1/operator/public-notice/versions', { query }),
  )
  return (
    <Section title={w.versions}>
      {seen === null ? null : <Changes whose={whose} version={seen} />}
      <GrowingList list={list} empty={{ title: w.first, text: '' }}>
        {(items) => <VersionList items={items} see={see} />}
      </GrowingList>
    </Section>
  )
}
