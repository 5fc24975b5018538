// All accounts of the installation, and opening another.
import { Anchor, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AccountRequest, AccountView } from '../../../accounts/contract.ts'
import { dateTime, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { GrowingList } from '../../ui/growing-list.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { StaffFactorSections } from '../factors/staff-factor-sections.tsx'
import { AccountBadges } from './account-badges.tsx'
import { PlaceSelect } from './place-select.tsx'
import { useAccounts, useOpenAccount } from './queries.ts'
import { StaffPage } from './staff-page.tsx'

function AccountTable({ items }: { items: readonly AccountView[] }) {
  const { language, words } = useLanguage()
  const w = words.installation.accounts
  return (
    <StackedTable minWidth={560} columns={[w.name, w.state, w.country, w.since]}>
      {items.map((account) => (
        <StackedRow key={account.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.account(account.id)} fw={600} size="sm">
              {account.name}
            </Anchor>
          </StackedCell>
          <StackedCell leads>
            <AccountBadges account={account} />
          </StackedCell>
          <StackedCell label={w.country}>{territoryName(language, account.country)}</StackedCell>
          <StackedCell label={w.since}>{dateTime(language, account.createdAt)}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function OpenAccount() {
  const { language, words } = useLanguage()
  const w = words.installation.accounts
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [draft, setDraft] = useState<AccountRequest>({
    name: '',
    kind: 'live',
    country: 'FR',
    zone: zone || 'Europe/Paris',
    language,
  })
  const change = (part: Partial<AccountRequest>) => setDraft((old) => ({ ...old, ...part }))
  const navigate = useNavigate()
  const open = useOpenAccount()
  const state = useAllowed('installation.manage', open.isPending)
  const submit = () =>
    open.mutate(draft, { onSuccess: ({ id }) => void navigate(paths.account(id)) })
  return (
    <Section title={w.open} lead={w.openLead}>
      <RecordForm save={w.open} state={state} error={open.error} done={null} onSubmit={submit}>
        <TextInput
          label={w.name}
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Radio.Group
          label={w.kind}
          value={draft.kind}
          onChange={(kind) => change({ kind: kind as AccountRequest['kind'] })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="live" label={words.firstRun.live} />
            <Radio value="sandbox" label={words.firstRun.sandbox} />
          </Stack>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <PlaceSelect
            label={w.country}
            value={draft.country}
            choose={(country) => change({ country })}
          />
          <Select
            label={w.language}
            allowDeselect={false}
            value={draft.language}
            data={[
              { value: 'fr', label: w.languages.fr },
              { value: 'en', label: w.languages.en },
            ]}
            onChange={(chosen) =>
              chosen && change({ language: chosen as AccountRequest['language'] })
            }
          />
        </SimpleGrid>
      </RecordForm>
    </Section>
  )
}

export function AccountsScreen() {
  const { words } = useLanguage()
  const w = words.installation.accounts
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <AllAccounts />
      <OpenAccount />
      <StaffFactorSections />
    </StaffPage>
  )
}

function AllAccounts() {
  const { words } = useLanguage()
  const w = words.installation.accounts
  const accounts = useAccounts()
  return (
    <GrowingList list={accounts} empty={{ title: w.empty, text: <Text>{w.emptyText}</Text> }}>
      {(items) => <AccountTable items={items} />}
    </GrowingList>
  )
}
