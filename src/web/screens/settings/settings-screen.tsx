// The account, who it sends for, its users and its ledger.
import { Anchor, Badge, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { addressOf, call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { deletionWords } from '../../words/compliance/deletion.ts'
import { tokenPageWords } from '../../words/developers/api.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { restoredWords } from '../../words/restored.ts'
import { FactorRuleSection } from '../factors/factor-rule-section.tsx'
import { AccountSection } from './account-section.tsx'
import { ApprovalRule } from './approval-rule.tsx'
import { LogoSection } from './logo-section.tsx'
import { PublicNoticeSection } from './public-notice-section.tsx'
import { RoutesSection } from './routes-section.tsx'
import { SendersSection } from './senders-section.tsx'
import { TakeAccount } from './take-account.tsx'
import { UsersSection } from './users-section.tsx'

/** A line with one field that makes one thing and is empty again. */
function AddLine(props: {
  label: string
  action: string
  pending: boolean
  add: (text: string) => void
}) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.add(text.trim())
    setText('')
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          label={props.label}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionButton
          submit
          variant="default"
          label={props.action}
          state={props.pending ? { kind: 'busy' } : { kind: 'ready' }}
        />
      </Group>
    </form>
  )
}

function Controllers() {
  const { words } = useLanguage()
  const queries = useQueryClient()
  const controllers = useQuery({
    queryKey: ['controllers'],
    queryFn: () => call('GET /v1/controllers'),
  })
  const add = useMutation({
    mutationFn: (name: string) => call('POST /v1/controllers', { body: { name } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['controllers'] }),
  })
  return (
    <Section title={words.settings.controllers}>
      <Answer query={controllers}>
        {({ items }) => (
          <Group>
            {items.map((one) => (
              <Badge key={one.id} size="lg" variant="light" tt="none">
                {one.name}
              </Badge>
            ))}
          </Group>
        )}
      </Answer>
      <AddLine
        label={words.settings.controllerName}
        action={words.settings.addController}
        pending={add.isPending}
        add={(name) => add.mutate(name)}
      />
      {add.error ? <Failed error={add.error} /> : null}
    </Section>
  )
}

function Ledger() {
  const { language, words } = useLanguage()
  const w = words.settings
  const checkpoint = useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => call('GET /v1/ledger/checkpoint'),
    refetchInterval: 5_000,
  })
  return (
    <Section title={w.ledger}>
      <Answer query={checkpoint}>
        {(data) => (
          <Stack gap="xs">
            <Text>
              {fill(w.ledgerSize, {
                size: count(language, data.size),
                waiting: count(language, data.waiting),
              })}
            </Text>
            <Text size="sm" c="dimmed">
              {w.ledgerKey}
            </Text>
            <Code>{data.publicKey}</Code>
            <Anchor href={addressOf('GET /v1/ledger/export')} download>
              {w.ledgerExport}
            </Anchor>
          </Stack>
        )}
      </Answer>
    </Section>
  )
}

export function SettingsScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.settings
  const deletion = own(words, deletionWords)
  const tokens = own(words, tokenPageWords)
  return (
    <Page title={w.title} lead={w.lead}>
      <AccountSection />
      <LogoSection />
      {may('consent.read') ? <PublicNoticeSection /> : null}
      <Section title={w.senders}>
        <SendersSection />
      </Section>
      {may('routes.read') ? (
        <Section title={w.routes}>
          <RoutesSection />
        </Section>
      ) : null}
      {may('contacts.read') ? <Controllers /> : null}
      {may('account.manage') ? (
        <Section title={w.users}>
          <UsersSection />
        </Section>
      ) : null}
      {may('account.manage') ? <FactorRuleSection /> : null}
      <ApprovalRule />
      {may('tokens.manage') ? (
        <Section narrow title={tokens.moved} lead={tokens.movedText}>
          <Anchor component={Link} to={paths.tokens}>
            {tokens.moved}
          </Anchor>
        </Section>
      ) : null}
      {may('consent.read') ? <Ledger /> : null}
      {may('account.manage') ? (
        <>
          <TakeAccount />
          <Section narrow title={deletion.title} lead={deletion.settingsText}>
            <Anchor component={Link} to={paths.deletion}>
              {deletion.title}
            </Anchor>
          </Section>
        </>
      ) : null}
      {may('installation.manage') ? (
        <Section
          title={own(words, restoredWords).settings}
          lead={own(words, restoredWords).settingsText}
        >
          <Anchor component={Link} to={paths.restored}>
            {own(words, restoredWords).title}
          </Anchor>
        </Section>
      ) : null}
    </Page>
  )
}
