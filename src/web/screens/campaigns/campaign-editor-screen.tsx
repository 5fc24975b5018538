// Writing a campaign: list, class (never assumed), purpose or basis, sender, text.
import { Anchor, Autocomplete, Paper, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { ClassChoice, type ClassDraft } from './class-choice.tsx'
import { type PaceDraft, PaceFields, paceRequest } from './pace-fields.tsx'
import { useLists, useSenders } from './queries.ts'
import { TextField } from './text-field.tsx'

type Draft = ClassDraft &
  PaceDraft & { name: string; listId: string | null; sender: string; text: string }

/** Nothing before list and class are chosen, of which the form says that they are missing. */
function requestOf(draft: Draft): BodyOf<'POST /v1/campaigns'> | null {
  if (draft.listId === null || draft.class === '') return null
  const common = {
    name: draft.name.trim(),
    listId: draft.listId,
    class: draft.class,
    sender: draft.sender.trim(),
    text: draft.text,
    ...paceRequest(draft),
  }
  return draft.class === 'marketing'
    ? { ...common, purpose: draft.purpose.trim() }
    : {
        ...common,
        basis: draft.basis,
        ifUnsure: draft.mayRepeat ? 'twice_rather_than_never' : 'never_twice',
      }
}

/** The registered senders are offered; another can be typed, and the check sheet then says what lacks. */
function SenderField(props: { value: string; onChange: (sender: string) => void }) {
  const { words } = useLanguage()
  const w = words.campaigns
  const senders = useSenders()
  const names = (senders.data?.items ?? [])
    .filter((sender) => sender.state === 'approved')
    .map((sender) => sender.name)
  return (
    <Stack gap={4}>
      <Autocomplete
        label={w.sender}
        description={w.senderHelp}
        required
        maxLength={16}
        data={[...new Set(names)]}
        value={props.value}
        onChange={props.onChange}
      />
      {senders.data && names.length === 0 ? (
        <Text size="sm">
          {w.noSender}{' '}
          <Anchor component={Link} to={paths.settings}>
            {words.navigation.settings}
          </Anchor>
        </Text>
      ) : null}
    </Stack>
  )
}

function EditorForm(props: {
  lists: { value: string; label: string }[]
  firstList: string | null
}) {
  const { words } = useLanguage()
  const w = words.campaigns
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({
    name: '',
    listId: props.firstList,
    class: '',
    basis: null,
    purpose: 'offers',
    sender: '',
    text: '',
    mayRepeat: false,
    sendAt: '',
    usefulUntil: '',
    perHour: null,
  })
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useMutation({
    mutationFn: (body: BodyOf<'POST /v1/campaigns'>) => call('POST /v1/campaigns', { body }),
    onSuccess: (campaign) => navigate(paths.campaign(campaign.id)),
  })
  const state: ActionState = save.isPending
    ? { kind: 'busy' }
    : props.lists.length === 0
      ? { kind: 'refused', reason: w.noList }
      : draft.class === ''
        ? { kind: 'refused', reason: w.classHelp }
        : { kind: 'ready' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = requestOf(draft)
    if (body) save.mutate(body)
  }
  return (
    <form onSubmit={submit}>
      <Stack className="accord-measure">
        <TextInput
          label={w.name}
          required
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={w.list}
          required
          value={draft.listId}
          data={props.lists}
          onChange={(listId) => change({ listId })}
        />
        <ClassChoice draft={draft} change={change} />
        <SenderField value={draft.sender} onChange={(sender) => change({ sender })} />
        <TextField value={draft.text} class={draft.class} onChange={(text) => change({ text })} />
        <PaceFields draft={draft} change={change} />
        {save.error ? <Failed error={save.error} /> : null}
        <ActionButton submit label={w.saveAndCheck} state={state} />
      </Stack>
    </form>
  )
}

export function CampaignEditorScreen() {
  const { words } = useLanguage()
  const lists = useLists()
  const [search] = useSearchParams()
  return (
    <Page title={words.campaigns.create} lead={words.campaigns.lead}>
      <Paper withBorder p="lg">
        <Answer query={lists}>
          {({ items }) => (
            <EditorForm
              firstList={search.get('list')}
              lists={items.map((list) => ({ value: list.id, label: list.name }))}
            />
          )}
        </Answer>
      </Paper>
    </Page>
  )
}
