// All accounts of the installation, and opening another.
import { Anchor, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link } from 'react-router'
import type { AccountView } from '../../../accounts/contract.ts'
import { dateTime, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { GrowingList } from '../../ui/growing-list.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { useChosen } from '../../ui/use-chosen.ts'
import { accountsWords } from '../../words/installation/accounts.ts'
import { own } from '../../words/own.ts'
import { StaffFactorSections } from '../factors/staff-factor-sections.tsx'
import { AccountBadges } from './account-badges.tsx'
import { OpenAccount } from './accounts/open-account.tsx'
import { useAccounts } from './queries.ts'
import { StaffPage } from './staff-page.tsx'

/** Somebody types: each pause asks. */
const pauseMs = 250

function AccountTable({ items }: { items: readonly AccountView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, accountsWords).accounts
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

export function AccountsScreen() {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <AllAccounts />
      <OpenAccount />
      <StaffFactorSections />
    </StaffPage>
  )
}

const sendings = ['true', 'false'] as const

function AllAccounts() {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  const { chosen, choose, set, clear } = useChosen(['name', 'suspended'])
  const [name] = useDebouncedValue(chosen.name?.trim() ?? '', pauseMs)
  const suspended = sendings.find((one) => one === chosen.suspended)
  const accounts = useAccounts({
    ...(name === '' ? {} : { name }),
    ...(suspended === undefined ? {} : { suspended }),
  })
  const empty = set === 0 ? [w.empty, w.emptyText] : [w.noneFits, w.noneFitsText]
  return (
    <Stack>
      <FilterBar set={set} clear={set === 0 ? null : clear}>
        <TextInput
          label={w.nameHas}
          maxLength={120}
          autoComplete="off"
          value={chosen.name ?? ''}
          onChange={(event) => choose('name', event.currentTarget.value)}
        />
        <Select
          label={w.sends}
          allowDeselect={false}
          value={suspended ?? ''}
          data={[
            { value: '', label: w.all },
            { value: 'true', label: w.onlySuspended },
            { value: 'false', label: w.notSuspended },
          ]}
          onChange={(value) => choose('suspended', value)}
        />
      </FilterBar>
      <GrowingList list={accounts} empty={{ title: empty[0] ?? '', text: empty[1] }}>
        {(items) => <AccountTable items={items} />}
      </GrowingList>
    </Stack>
  )
}
