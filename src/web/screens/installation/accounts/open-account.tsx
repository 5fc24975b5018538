// Opening a further account: what it is, and who is its first owner.
import { Anchor, Checkbox, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AccountFacts, OwnerInvited } from '../../../../accounts/contract.ts'
import { useLanguage } from '../../../data/language.tsx'
import { paths } from '../../../paths.ts'
import { RecordForm } from '../../../ui/record-form.tsx'
import { Section } from '../../../ui/section.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { accountsWords } from '../../../words/installation/accounts.ts'
import { own } from '../../../words/own.ts'
import { PlaceSelect } from '../place-select.tsx'
import { useOpenAccount } from '../queries.ts'
import { InviteLink } from './invite-link.tsx'
import { nobody, type Owner, OwnerFields } from './owner-fields.tsx'

type Change<T> = (part: Partial<T>) => void

function Facts({ draft, change }: { draft: AccountFacts; change: Change<AccountFacts> }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  return (
    <>
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
        onChange={(kind) => change({ kind: kind as AccountFacts['kind'] })}
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
          onChange={(chosen) => chosen && change({ language: chosen as AccountFacts['language'] })}
        />
      </SimpleGrid>
    </>
  )
}

type Whose = { isInvited: boolean; owner: Owner; staysOwner: boolean }

function FirstOwner({ whose, change }: { whose: Whose; change: Change<Whose> }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  const { isInvited, owner, staysOwner } = whose
  return (
    <>
      <Radio.Group
        label={w.whose}
        value={isInvited ? 'somebody' : 'yourself'}
        onChange={(value) => change({ isInvited: value === 'somebody' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="somebody" label={w.somebody} />
          <Radio value="yourself" label={w.yourself} description={w.yourselfWhat} />
        </Stack>
      </Radio.Group>
      {isInvited ? (
        <>
          <OwnerFields owner={owner} change={(part) => change({ owner: { ...owner, ...part } })} />
          <Checkbox
            label={w.stay}
            checked={staysOwner}
            onChange={(event) => change({ staysOwner: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </>
  )
}

function Opened(props: { id: string; name: string; invited: OwnerInvited }) {
  const { words } = useLanguage()
  const w = own(words, accountsWords).accounts
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {fill(w.openedNow, { name: props.name })}{' '}
        <Anchor component={Link} to={paths.account(props.id)}>
          {fill(w.seePage, { name: props.name })}
        </Anchor>
      </Text>
      <InviteLink invited={props.invited} />
    </Stack>
  )
}

export function OpenAccount() {
  const { language, words } = useLanguage()
  const w = own(words, accountsWords).accounts
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const empty: AccountFacts = {
    ...{ name: '', kind: 'live', country: 'FR', zone: zone || 'Europe/Paris', language },
  }
  const unknown: Whose = { isInvited: true, owner: nobody, staysOwner: false }
  const [draft, setDraft] = useState(empty)
  const [whose, setWhose] = useState(unknown)
  const navigate = useNavigate()
  const open = useOpenAccount()
  const state = useAllowed('installation.manage', open.isPending)
  const submit = () => {
    const { isInvited, owner, staysOwner } = whose
    const body = isInvited ? { ...draft, owner, staysOwner } : draft
    open.mutate(body, {
      onSuccess: ({ id, ownerInvited }) => {
        // The link is shown once: it is read here before one goes on.
        if (ownerInvited === null) return void navigate(paths.account(id))
        setDraft(empty)
        setWhose(unknown)
      },
    })
  }
  const { data } = open
  return (
    <Section title={w.open} lead={w.openLead}>
      <RecordForm save={w.open} state={state} error={open.error} done={null} onSubmit={submit}>
        <Facts draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} />
        <FirstOwner whose={whose} change={(part) => setWhose((old) => ({ ...old, ...part }))} />
      </RecordForm>
      {data === undefined || data.ownerInvited === null ? null : (
        <Opened id={data.id} name={data.name} invited={data.ownerInvited} />
      )}
    </Section>
  )
}
