// Who is invited as the first owner of an account: a name and an e-mail address.
import { SimpleGrid, TextInput } from '@mantine/core'
import { useLanguage } from '../../../data/language.tsx'
import { accountsWords } from '../../../words/installation/accounts.ts'
import { own } from '../../../words/own.ts'

export type Owner = { name: string; email: string }
export const nobody: Owner = { name: '', email: '' }

export function OwnerFields(props: { owner: Owner; change(part: Partial<Owner>): void }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={w.ownerName}
        required
        maxLength={120}
        autoComplete="off"
        value={props.owner.name}
        onChange={(event) => props.change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={w.ownerEmail}
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        value={props.owner.email}
        onChange={(event) => props.change({ email: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
