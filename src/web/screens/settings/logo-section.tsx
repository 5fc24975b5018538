// The logo that people see on forms and on their own pages: chosen, replaced, removed.
import { FileInput, Group, Image, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LogoView } from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'

const octetsMax = 100_000
const queryKey = ['logo']

function Current(props: { logo: LogoView }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = words.settings
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call('DELETE /v1/logo'),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const state = useAllowed('account.manage', remove.isPending)
  return (
    <Group>
      {/* Drawn for white paper, it stands on white in the dark, as on the public pages. */}
      <Image
        src={props.logo.url}
        alt={fill(w.logoAlt, { name: me.account.name })}
        w="auto"
        maw={192}
        mah={56}
        fit="contain"
        bg="white"
        p={4}
        radius="sm"
      />
      <ActionButton
        variant="default"
        label={w.logoRemove}
        state={state}
        onPress={() => remove.mutate()}
      />
      {remove.error ? <Failed error={remove.error} /> : null}
    </Group>
  )
}

function Choose() {
  const { words } = useLanguage()
  const w = words.settings
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const keep = useMutation({
    mutationFn: (chosen: File) => call('PUT /v1/logo', { file: chosen }),
    onSuccess: (kept) => {
      queries.setQueryData(queryKey, kept)
      setFile(null)
    },
  })
  const isLarge = file !== null && file.size > octetsMax
  const lacking = file === null ? w.logoNeeds : null
  const state = useAllowed('account.manage', keep.isPending, isLarge ? w.logoTooLarge : lacking)
  return (
    <RecordForm
      label={w.logo}
      save={w.logoSave}
      state={state}
      error={keep.error}
      done={keep.isSuccess && file === null ? w.logoSaved : null}
      onSubmit={() => {
        if (file !== null) keep.mutate(file)
      }}
    >
      <FileInput
        label={w.logoFile}
        placeholder={w.logoChoose}
        accept="image/png,image/jpeg"
        value={file}
        error={isLarge ? w.logoTooLarge : null}
        onChange={setFile}
      />
    </RecordForm>
  )
}

export function LogoSection() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.settings
  const logo = useQuery({ queryKey, queryFn: () => call('GET /v1/logo') })
  return (
    <Section narrow title={w.logo} lead={w.logoLead}>
      <Stack>
        <Answer query={logo}>
          {({ logo }) => (logo === null ? <Text>{w.logoNone}</Text> : <Current logo={logo} />)}
        </Answer>
        {may('account.manage') ? <Choose /> : null}
      </Stack>
    </Section>
  )
}
