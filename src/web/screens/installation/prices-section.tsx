// Prices of a part by country, of the installation or of one account: set, changed, taken away.
import { SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { microEurMax, type PriceLine } from '../../../billing/contract.ts'
import { euros, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { eurosTyped } from './euros-typed.ts'
import { PlaceSelect } from './place-select.tsx'
import { usePrices, useSetPrice } from './queries.ts'

/** Of an account: null, those of the installation. */
type Of = { accountId: string | null }

const everywhere = '*'

function PriceTable({ accountId, items }: Of & { items: readonly PriceLine[] }) {
  const { language, words } = useLanguage()
  const w = words.installation.prices
  const remove = useSetPrice(accountId)
  const allowed = useAllowed('installation.manage', remove.isPending)
  const own = accountId === null ? 'installation' : 'account'
  const nameOf = (country: string) =>
    country === everywhere ? w.everywhere : territoryName(language, country)
  return (
    <Stack gap="xs">
      <WideTable minWidth={300}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.country}</Table.Th>
            <Table.Th ta="right">{w.price}</Table.Th>
            <Table.Th>{w.origin}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ country, microEur, origin }) => (
            <Table.Tr key={country}>
              <Table.Td>{nameOf(country)}</Table.Td>
              <Table.Td ta="right">{euros(language, microEur)}</Table.Td>
              <Table.Td>
                <Stack gap="xs" align="flex-start">
                  <Text size="sm" {...(origin === own ? {} : { c: 'dimmed' })}>
                    {w.origins[origin]}
                  </Text>
                  {origin === own ? (
                    <ActionButton
                      size="xs"
                      variant="default"
                      label={fill(w.remove, { country: nameOf(country) })}
                      state={allowed}
                      onPress={() => remove.mutate({ country, microEur: null })}
                    />
                  ) : null}
                </Stack>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {remove.error ? <Failed error={remove.error} /> : null}
    </Stack>
  )
}

function SetPrice({ accountId }: Of) {
  const { words } = useLanguage()
  const w = words.installation.prices
  const set = useSetPrice(accountId)
  const [draft, setDraft] = useState({ country: 'FR', euros: '' })
  const microEur = eurosTyped(draft.euros, microEurMax)
  const isWrong = draft.euros !== '' && microEur === null
  const state = useAllowed('installation.manage', set.isPending, isWrong ? w.eurosWrong : null)
  const submit = () => {
    if (microEur === null) return
    const done = { onSuccess: () => setDraft((old) => ({ ...old, euros: '' })) }
    set.mutate({ country: draft.country, microEur }, done)
  }
  return (
    <RecordForm
      label={w.set}
      save={w.save}
      state={state}
      error={set.error}
      done={set.isSuccess && draft.euros === '' ? w.saved : null}
      onSubmit={submit}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <PlaceSelect
          label={w.country}
          value={draft.country}
          first={{ value: everywhere, label: w.everywhere }}
          choose={(country) => setDraft((old) => ({ ...old, country }))}
        />
        <TextInput
          label={w.euros}
          placeholder={w.eurosHelp}
          required
          inputMode="decimal"
          value={draft.euros}
          onChange={(event) => {
            const typed = event.currentTarget.value
            setDraft((old) => ({ ...old, euros: typed }))
          }}
        />
      </SimpleGrid>
    </RecordForm>
  )
}

export function PricesSection(props: Of & { title: string; lead: string }) {
  const { accountId, title, lead } = props
  const prices = usePrices(accountId)
  return (
    <Section title={title} lead={lead}>
      <Answer query={prices}>
        {({ items }) => <PriceTable accountId={accountId} items={items} />}
      </Answer>
      <SetPrice accountId={accountId} />
    </Section>
  )
}
