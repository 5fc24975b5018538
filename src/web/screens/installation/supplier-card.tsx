// One supplier: how its contracts stand, what one lacks, another contract, and the end of one.
import { Badge, Group, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { SupplierView } from '../../../governance/contract.ts'
import { date, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Folded } from '../../ui/folded.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { ContractDocuments } from '../suppliers/contract-documents.tsx'
import { Subprocessors } from '../suppliers/subprocessors.tsx'
import { SupplierDetails } from '../suppliers/supplier-details.tsx'
import { ContractForm } from './contract-form.tsx'
import { useEndContract } from './queries.ts'

type Contract = SupplierView['contracts'][number]

export function StandingBadge({ standing }: Pick<SupplierView, 'standing'>) {
  const { words } = useLanguage()
  return (
    <Badge color={standing === 'valid' ? 'green' : 'red'} variant="light" tt="none">
      {words.installation.suppliers.standing[standing]}
    </Badge>
  )
}

/** What a contract lacks, in words; a name that this version does not know is left out. */
function useLacking() {
  const { words } = useLanguage()
  const sentences: Readonly<Record<string, string>> = words.installation.contract.art28
  return ({ missing }: Contract) =>
    missing.flatMap((item) => {
      const told = sentences[item]
      return told === undefined ? [] : [told]
    })
}

export function ContractLine(props: { supplierId: string; contract: Contract }) {
  const { supplierId, contract } = props
  const { language, words } = useLanguage()
  const w = words.installation.suppliers
  const end = useEndContract(supplierId)
  const allowed = useAllowed('installation.manage', end.isPending)
  const lacks = useLacking()(contract)
  const { reference, validFrom, validUntil, endedAt } = contract
  const isOwn = contract.kind === 'own'
  const title = isOwn ? w.own : fill(w.contract, { reference })
  const on = (iso: string) => date(language, iso)
  return (
    <Stack gap={4}>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {[
          fill(w.from, { date: on(validFrom) }),
          validUntil === null ? w.noEnd : fill(w.until, { date: on(validUntil) }),
        ].join(' · ')}
      </Text>
      {endedAt === null ? null : <Text size="sm">{fill(w.ended, { date: on(endedAt) })}</Text>}
      {lacks.length === 0 || endedAt !== null ? null : (
        <Stack gap={2}>
          <Text size="sm">{w.lacks}</Text>
          <List size="sm">
            {lacks.map((item) => (
              <List.Item key={item}>{item}</List.Item>
            ))}
          </List>
        </Stack>
      )}
      {endedAt === null ? (
        <AskTwice
          size="xs"
          label={isOwn ? w.endOwn : fill(w.end, { reference })}
          what={w.endWhat}
          sure={w.endNow}
          keep={w.keep}
          state={allowed}
          onSure={() => end.mutate(contract.id)}
        />
      ) : null}
      {end.error ? <Failed error={end.error} /> : null}
      {isOwn ? null : <ContractDocuments supplierId={supplierId} contract={contract} />}
    </Stack>
  )
}

export function SupplierCard({ supplier }: { supplier: SupplierView }) {
  const { language, words } = useLanguage()
  const w = words.installation.suppliers
  const [opened, { open, close }] = useDisclosure(false)
  const title = fill(w.addContract, { name: supplier.name })
  const { validUntil } = supplier
  const isOwn = supplier.contracts.some(({ kind }) => kind === 'own')
  return (
    <Section title={supplier.name}>
      <Group gap="sm">
        <StandingBadge standing={supplier.standing} />
        <Text size="sm">{territoryName(language, supplier.country)}</Text>
        {supplier.standing === 'valid' && validUntil !== null ? (
          <Text size="sm">{fill(w.until, { date: date(language, validUntil) })}</Text>
        ) : null}
      </Group>
      {supplier.contracts.map((contract) => (
        <ContractLine key={contract.id} supplierId={supplier.id} contract={contract} />
      ))}
      <ActionButton
        size="xs"
        variant="default"
        label={title}
        state={{ kind: 'ready' }}
        onPress={open}
      />
      <Dialog opened={opened} onClose={close} title={title}>
        <ContractForm supplierId={supplier.id} label={title} onSaved={close} />
      </Dialog>
      {isOwn ? null : (
        <>
          <Folded title={fill(words.supplierDetails.details, { name: supplier.name })}>
            <Text size="sm">{words.supplierDetails.detailsLead}</Text>
            <SupplierDetails supplier={supplier} />
          </Folded>
          <Subprocessors supplier={supplier} />
        </>
      )}
    </Section>
  )
}
