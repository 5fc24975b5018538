// Short links: switched on, made, counted, switched off.
import { CopyButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LinkView } from '../../../links/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useLinkOff, useLinkSettings, useMakeLink, useSwitchLinks } from './queries.ts'

function SwitchOn({ example }: { example: string | null }) {
  const { words } = useLanguage()
  const w = words.links
  const on = useSwitchLinks()
  const state = useAllowed('account.manage', on.isPending, example === null ? w.noAddress : null)
  return (
    <Section narrow title={w.isOff}>
      <Stack>
        <Text>{w.offText}</Text>
        {example === null ? null : <Text c="dimmed">{fill(w.example, { example })}</Text>}
        <Group>
          <ActionButton label={w.switchOn} state={state} onPress={() => on.mutate(true)} />
        </Group>
        {on.error ? <Failed error={on.error} /> : null}
      </Stack>
    </Section>
  )
}

function SwitchOff() {
  const { words } = useLanguage()
  const w = words.links
  const off = useSwitchLinks()
  const state = useAllowed('account.manage', off.isPending)
  return (
    <Stack>
      <AskTwice
        label={w.switchOff}
        what={w.switchOffText}
        sure={w.switchOff}
        keep={w.keep}
        state={state}
        onSure={() => off.mutate(false)}
      />
      {off.error ? <Failed error={off.error} /> : null}
    </Stack>
  )
}

function Make() {
  const { words } = useLanguage()
  const w = words.links
  const [target, setTarget] = useState('')
  const make = useMakeLink()
  const lacking = target.trim() === '' ? w.targetLacks : null
  const state = useAllowed('campaigns.prepare', make.isPending, lacking)
  const link = make.data?.shortUrl ?? null
  return (
    <Section narrow title={w.make}>
      <RecordForm
        label={w.make}
        save={w.make}
        state={state}
        error={make.error}
        done={link === null ? null : fill(w.made, { link })}
        onSubmit={() => make.mutate(target.trim(), { onSuccess: () => setTarget('') })}
      >
        <TextInput
          label={w.target}
          description={w.targetHelp}
          inputMode="url"
          maxLength={2_000}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
      </RecordForm>
      {link === null ? null : (
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Group mt="sm">
              <ActionButton
                variant="default"
                label={copied ? w.copied : w.copy}
                state={{ kind: 'ready' }}
                onPress={copy}
              />
            </Group>
          )}
        </CopyButton>
      )}
    </Section>
  )
}

function Row({ link }: { link: LinkView }) {
  const { language, words } = useLanguage()
  const w = words.links
  const off = useLinkOff(link.id)
  const state = useAllowed('campaigns.prepare', off.isPending)
  return (
    <StackedRow>
      <StackedCell leads>
        <Text size="sm">{link.shortUrl}</Text>
        <Text size="xs" c="dimmed">
          {dateTime(language, link.createdAt)}
        </Text>
      </StackedCell>
      <StackedCell label={w.leadsTo} maw={320}>
        <Text size="sm" lineClamp={2} className="accord-story">
          {link.target}
        </Text>
      </StackedCell>
      {(['people', 'machines', 'unknown'] as const).map((who) => (
        <StackedCell label={w[who]} isFigure key={who} className="accord-figures">
          {count(language, link.clicks[who])}
        </StackedCell>
      ))}
      <StackedCell>
        {link.offAt === null ? (
          <AskTwice
            size="xs"
            label={w.linkOffShort}
            what={w.linkOffText}
            sure={w.linkOffShort}
            keep={w.keep}
            state={state}
            onSure={() => off.mutate()}
          />
        ) : (
          <Text size="sm">{fill(w.off, { when: dateTime(language, link.offAt) })}</Text>
        )}
        {off.error ? <Failed error={off.error} /> : null}
      </StackedCell>
    </StackedRow>
  )
}

function LinkTable({ items }: { items: readonly LinkView[] }) {
  const { words } = useLanguage()
  const w = words.links
  return (
    <StackedTable
      minWidth={760}
      spacing="sm"
      columns={[
        w.link,
        w.leadsTo,
        { figures: w.people },
        { figures: w.machines },
        { figures: w.unknown },
        w.state,
      ]}
    >
      {items.map((link) => (
        <Row key={link.id} link={link} />
      ))}
    </StackedTable>
  )
}

export function LinksScreen() {
  const { words } = useLanguage()
  const w = words.links
  const settings = useLinkSettings()
  const links = useGrowingList(['links', 'listed'], (page) =>
    call('GET /v1/links', { query: page }),
  )
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={settings}>
        {({ isOn, example }) => (isOn ? <Make /> : <SwitchOn example={example} />)}
      </Answer>
      <GrowingList list={links} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => <LinkTable items={items} />}
      </GrowingList>
      {settings.data?.isOn ? (
        <>
          <Text size="sm" c="dimmed" className="accord-measure">
            {w.resultsText}
          </Text>
          <SwitchOff />
        </>
      ) : null}
    </Page>
  )
}
