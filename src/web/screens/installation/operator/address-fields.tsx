// The fields of an SMPP operator's address, as the operator gives them.
import { Checkbox, PasswordInput, SimpleGrid, TextInput } from '@mantine/core'
import { useLanguage } from '../../../data/language.tsx'
import type { AddressDraft } from './address-draft.ts'

type Props = { draft: AddressDraft; change: (part: Partial<AddressDraft>) => void }

export function AddressFields({ draft, change }: Props) {
  const { words } = useLanguage()
  const w = words.installation.address
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={w.host}
          placeholder={w.hostHelp}
          required
          maxLength={253}
          pattern="[A-Za-z0-9.:_\-]+"
          autoComplete="off"
          value={draft.host}
          onChange={(event) => change({ host: event.currentTarget.value })}
        />
        <TextInput
          label={w.port}
          required
          inputMode="numeric"
          pattern="[0-9]{1,5}"
          value={draft.port}
          onChange={(event) => change({ port: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Checkbox
        label={w.usesTls}
        checked={draft.usesTls}
        onChange={(event) => change({ usesTls: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={w.user}
          required
          maxLength={15}
          autoComplete="off"
          value={draft.user}
          onChange={(event) => change({ user: event.currentTarget.value })}
        />
        <PasswordInput
          label={w.password}
          maxLength={100}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': w.showPassword }}
          value={draft.password}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
      </SimpleGrid>
      <SpeedFields draft={draft} change={change} />
    </>
  )
}

function SpeedFields({ draft, change }: Props) {
  const { words } = useLanguage()
  const w = words.installation.address
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={w.rate}
        description={w.rateHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        pattern="[0-9]{1,6}"
        value={draft.rate}
        onChange={(event) => change({ rate: event.currentTarget.value })}
      />
      <TextInput
        label={w.binds}
        required
        inputMode="numeric"
        pattern="[0-9]{1,2}"
        value={draft.binds}
        onChange={(event) => change({ binds: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
