// API tokens: what each may do and when it ends; a new one gets what is chosen for it, and no more.
import { Anchor, Badge, Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { type TokenView, tokenDaysDefault, tokenDaysMax } from '../../../accounts/contract.ts'
import { type Right, rights } from '../../../kernel/index.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { colon, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { CopiedCode } from '../../ui/copied-code.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { tokenPageWords } from '../../words/developers/api.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { RightsList } from '../settings/rights-list.tsx'

const hasEnded = ({ expiresAt }: TokenView) =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.now()

function TokenRow(props: { token: TokenView; revoke: (id: string) => void; isBusy: boolean }) {
  const { token } = props
  const { language, words } = useLanguage()
  const [w, t] = [words.settings, words.access.tokens]
  const o = own(words, tokenPageWords)
  const isOver = token.revokedAt !== null || hasEnded(token)
  return (
    <StackedRow>
      <StackedCell leads>
        {token.name}
        <Text size="sm" c="dimmed">
          {w.lastUsed}
          {colon(language)} {token.lastUsedAt ? dateTime(language, token.lastUsedAt) : w.never}
        </Text>
        <Text size="sm" c="dimmed">
          {token.expiresAt
            ? fill(t.endsAt, { date: dateTime(language, token.expiresAt) })
            : t.neverEnds}
        </Text>
        <Anchor component={Link} to={paths.requestLogOf(token.id)} size="sm">
          {fill(o.requests, { name: token.name })}
        </Anchor>
      </StackedCell>
      <StackedCell>
        <RightsList held={token.rights} />
      </StackedCell>
      <StackedCell>
        {isOver ? (
          <Badge color="gray">{token.revokedAt ? w.revoked : t.ended}</Badge>
        ) : (
          <AskTwice
            size="xs"
            label={fill(t.revokeName, { name: token.name })}
            what={o.revokeWhat}
            sure={o.revokeSure}
            keep={o.keep}
            state={{ kind: props.isBusy ? 'busy' : 'ready' }}
            onSure={() => props.revoke(token.id)}
          />
        )}
      </StackedCell>
    </StackedRow>
  )
}

const noEnd = 'never'
type NewTokenBody = BodyOf<'POST /v1/tokens'>
type Draft = { name: string; rights: Right[]; days: string }
const emptyDraft: Draft = { name: '', rights: [], days: String(tokenDaysDefault) }

function NewToken(props: { create: (request: NewTokenBody) => void; isPending: boolean }) {
  const { words } = useLanguage()
  const [w, t] = [words.settings, words.access.tokens]
  const { may } = useSession()
  const [draft, setDraft] = useState(emptyDraft)
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const lacking = draft.rights.length === 0 ? t.chooseOne : null
  const state = useAllowed('tokens.manage', props.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind !== 'ready') return
    const days = draft.days === noEnd ? null : Number(draft.days)
    props.create({ name: draft.name.trim(), rights: draft.rights, days })
    setDraft(emptyDraft)
  }
  const days = [7, 30, tokenDaysDefault, tokenDaysMax].map((count) => ({
    value: String(count),
    label: fill(t.days, { days: String(count) }),
  }))
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={w.tokenName}
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t.may}
          value={draft.rights}
          onChange={(chosen) => change({ rights: rights.filter((one) => chosen.includes(one)) })}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
            {rights.filter(may).map((right) => (
              <Checkbox key={right} value={right} label={words.access.rights[right]} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Select
          label={t.lasts}
          allowDeselect={false}
          value={draft.days}
          data={may('account.manage') ? [...days, { value: noEnd, label: t.noEnd }] : days}
          onChange={(chosen) => chosen && change({ days: chosen })}
        />
        <ActionButton submit variant="default" label={w.createToken} state={state} />
      </Stack>
    </form>
  )
}

export function TokensScreen() {
  const { words } = useLanguage()
  const w = own(words, tokenPageWords)
  const queries = useQueryClient()
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: () => call('GET /v1/tokens'),
  })
  const done = { onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }) }
  const create = useMutation({
    mutationFn: (body: NewTokenBody) => call('POST /v1/tokens', { body }),
    ...done,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => call('DELETE /v1/tokens/{id}', { params: { id } }),
    ...done,
  })
  return (
    <Page title={words.settings.tokens} lead={words.access.tokens.lead}>
      <Section title={w.made}>
        <Answer query={tokens}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{words.none}</Text>
            ) : (
              <StackedTable minWidth={520}>
                {items.map((token) => (
                  <TokenRow
                    key={token.id}
                    token={token}
                    revoke={(id) => revoke.mutate(id)}
                    isBusy={revoke.isPending && revoke.variables === token.id}
                  />
                ))}
              </StackedTable>
            )
          }
        </Answer>
        {revoke.error ? <Failed error={revoke.error} /> : null}
      </Section>
      <Section narrow title={w.make}>
        {create.data ? (
          <Stack gap="xs" role="status">
            <Text size="sm">{words.settings.tokenOnce}</Text>
            <CopiedCode label={w.secret} code={create.data.secret} />
          </Stack>
        ) : null}
        <NewToken create={(request) => create.mutate(request)} isPending={create.isPending} />
        {create.error ? <Failed error={create.error} /> : null}
      </Section>
    </Page>
  )
}
