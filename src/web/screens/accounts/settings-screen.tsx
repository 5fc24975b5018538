// The account, who it sends for, its API tokens and its ledger.
import { Anchor, Badge, Code, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { TokenView } from '../../../accounts/contract.ts'
import type { CheckpointView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import { ask, get, post } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { RoutesSection } from './routes-section.tsx'
import { SendersSection } from './senders-section.tsx'
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
    queryFn: () => get<{ items: ControllerView[] }>('/v1/controllers'),
  })
  const add = useMutation({
    mutationFn: (name: string) => post('/v1/controllers', { name }),
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

function TokenTable(props: { items: readonly TokenView[]; revoke: (id: string) => void }) {
  const { language, words } = useLanguage()
  const w = words.settings
  if (props.items.length === 0) return <Text c="dimmed">{words.none}</Text>
  return (
    <WideTable minWidth={360}>
      <Table.Tbody>
        {props.items.map((token) => (
          <Table.Tr key={token.id}>
            <Table.Td>{token.name}</Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {w.lastUsed} : {token.lastUsedAt ? dateTime(language, token.lastUsedAt) : w.never}
              </Text>
            </Table.Td>
            <Table.Td>
              {token.revokedAt ? (
                <Badge color="gray">{w.revoked}</Badge>
              ) : (
                <ActionButton
                  size="xs"
                  color="red"
                  variant="light"
                  label={w.revoke}
                  state={{ kind: 'ready' }}
                  onPress={() => props.revoke(token.id)}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Tokens() {
  const { words } = useLanguage()
  const { me } = useSession()
  const queries = useQueryClient()
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: () => get<{ items: TokenView[] }>('/v1/tokens'),
  })
  const done = { onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }) }
  const create = useMutation({
    mutationFn: (name: string) =>
      post<{ secret: string }>('/v1/tokens', { name, rights: me.rights }),
    ...done,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => ask('DELETE', `/v1/tokens/${id}`),
    ...done,
  })
  return (
    <Section title={words.settings.tokens}>
      <Answer query={tokens}>
        {({ items }) => <TokenTable items={items} revoke={(id) => revoke.mutate(id)} />}
      </Answer>
      {create.data ? (
        <Stack gap="xs">
          <Text size="sm">{words.settings.tokenOnce}</Text>
          <Code block>{create.data.secret}</Code>
        </Stack>
      ) : null}
      <AddLine
        label={words.settings.tokenName}
        action={words.settings.createToken}
        pending={create.isPending}
        add={(name) => create.mutate(name)}
      />
      {create.error ? <Failed error={create.error} /> : null}
      {revoke.error ? <Failed error={revoke.error} /> : null}
    </Section>
  )
}

function Ledger() {
  const { language, words } = useLanguage()
  const w = words.settings
  const checkpoint = useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => get<CheckpointView>('/v1/ledger/checkpoint'),
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
            <Anchor href="/v1/ledger/export" download>
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
  const { me, may } = useSession()
  const w = words.settings
  return (
    <Page title={w.title} lead={w.lead}>
      <Section title={w.account}>
        <Text>
          {me.account.name} · {w.kinds[me.account.kind]} · {me.account.country} · {me.account.zone}
        </Text>
      </Section>
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
      {may('tokens.manage') ? <Tokens /> : null}
      {may('consent.read') ? <Ledger /> : null}
    </Page>
  )
}
