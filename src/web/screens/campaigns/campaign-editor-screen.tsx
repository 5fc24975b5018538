// Writing a campaign, or changing a draft: list, class (never assumed), sender, text;
// beside it the bill and a telephone.
import { Grid, Paper, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { TemplateView } from '../../../campaigns/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useNewestLists } from '../lists/queries.ts'
import { AudienceField, useAudience } from './audience-field.tsx'
import { ClassChoice } from './class-choice.tsx'
import { Beside } from './compose/beside.tsx'
import { type Draft, draftOf, emptyDraft, requestOf } from './draft.ts'
import { KeepAsTemplate } from './kept/keep-as-template.tsx'
import { forgetKept, useKeptDraft, useOwnPlace } from './kept/kept-draft.ts'
import { Restored } from './kept/restored.tsx'
import { PaceFields } from './pace-fields.tsx'
import { useCampaign, useTemplate } from './queries.ts'
import { SenderField } from './sender-field.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { TextField } from './text-field.tsx'

type Change = (part: Partial<Draft>) => void

function Fields(props: { draft: Draft; change: Change }) {
  const { words } = useLanguage()
  const w = words.campaigns
  const { draft, change } = props
  const start = (template: TemplateView | null) =>
    change(
      template === null
        ? { template: null }
        : {
            text: template.text,
            template: { id: template.id, version: template.version },
            ...(draft.class === '' ? { class: template.class } : {}),
          },
    )
  return (
    <>
      <TextInput
        label={w.name}
        required
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <AudienceField listId={draft.listId} onChoose={(listId) => change({ listId })} />
      <ClassChoice draft={draft} change={change} />
      <SenderField value={draft.sender} onChange={(sender) => change({ sender })} />
      <TemplateChoice chosen={draft.template?.id ?? null} onChoose={start} />
      <TextField value={draft.text} class={draft.class} onChange={(text) => change({ text })} />
      <KeepAsTemplate
        draft={draft}
        onKept={({ id, version }) => change({ template: { id, version } })}
      />
      <PaceFields draft={draft} change={change} />
    </>
  )
}

type FormProps = {
  id: string | null
  first: Draft
  /** What was chosen on another screen, and comes with the address. */
  brought: Partial<Draft>
  /** Whether there is any list to choose. */
  hasLists: boolean
}

function EditorForm(props: FormProps) {
  const { words } = useLanguage()
  const w = words.campaigns
  const { id, hasLists } = props
  const navigate = useNavigate()
  const queries = useQueryClient()
  const place = { ...useOwnPlace(), campaignId: id }
  // The campaign is asked for again now and then: the form stays with what it began with.
  const [first] = useState(props.first)
  const kept = useKeptDraft(place, first, props.brought)
  const { draft, change } = kept
  const audience = useAudience(draft.listId)
  const save = useMutation({
    mutationFn: (body: BodyOf<'POST /v1/campaigns'>) =>
      id === null
        ? call('POST /v1/campaigns', { body })
        : call('PATCH /v1/campaigns/{id}', { params: { id }, body }),
    onSuccess: (campaign) => {
      forgetKept(place)
      queries.removeQueries({ queryKey: ['campaigns', campaign.id] })
      navigate(paths.campaign(campaign.id))
    },
  })
  const state: ActionState = save.isPending
    ? { kind: 'busy' }
    : !hasLists && draft.listId === null
      ? { kind: 'refused', reason: w.noList }
      : draft.class === ''
        ? { kind: 'refused', reason: w.classFirst }
        : { kind: 'ready' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = requestOf(draft)
    if (body) save.mutate(body)
  }
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Paper withBorder p="lg">
          <form onSubmit={submit}>
            <Stack className="accord-measure">
              {kept.isRestored ? (
                <Restored
                  isChangedSince={kept.isChangedSince && id !== null}
                  isNew={id === null}
                  beginAgain={kept.beginAgain}
                />
              ) : null}
              <Fields draft={draft} change={change} />
              {save.error ? <Failed error={save.error} /> : null}
              <ActionButton submit label={w.saveAndCheck} state={state} />
            </Stack>
          </form>
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Beside draft={draft} list={audience} />
      </Grid.Col>
    </Grid>
  )
}

/** Of a day that was chosen in the calendar; an hour that most people send at. */
const usualHour = '10:00'
const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

type Brought = { listId: string | null; template: TemplateView | null; day: string | null }

function broughtBy({ listId, template, day }: Brought): Partial<Draft> {
  return {
    ...(isDay(day) ? { sendAt: `${day}T${usualHour}` } : {}),
    ...(listId === null ? {} : { listId }),
    ...(template === null
      ? {}
      : {
          text: template.text,
          class: template.class,
          template: { id: template.id, version: template.version },
        }),
  }
}

const noDraft = emptyDraft(null)

function NewCampaign() {
  const { words } = useLanguage()
  const lists = useNewestLists()
  const [search, setSearch] = useSearchParams()
  // Taken once: what is typed afterwards is not overwritten when the page is loaded again.
  const [listId] = useState(search.get('list'))
  const [templateId] = useState(search.get('template'))
  const [day] = useState(search.get('day'))
  const template = useTemplate(templateId)
  const isRead = lists.data !== undefined && !(templateId !== null && template.isPending)
  useEffect(() => {
    if (isRead && search.size > 0) setSearch({}, { replace: true })
  }, [isRead, search, setSearch])
  return (
    <Page title={words.campaigns.create} lead={words.campaigns.lead}>
      <Answer query={lists}>
        {({ items }) =>
          templateId !== null && template.isPending ? null : (
            <EditorForm
              id={null}
              hasLists={items.length > 0}
              first={noDraft}
              brought={broughtBy({ listId, template: template.data ?? null, day })}
            />
          )
        }
      </Answer>
    </Page>
  )
}

function ChangeCampaign(props: { id: string }) {
  const { words } = useLanguage()
  const lists = useNewestLists()
  const campaign = useCampaign(props.id)
  const navigate = useNavigate()
  const state = campaign.data?.state
  const mayChange = state === undefined || state === 'draft' || state === 'approved'
  const { userId, accountId } = useOwnPlace()
  useEffect(() => {
    if (mayChange) return
    // What was typed can no longer be saved: it would only lead here again.
    forgetKept({ userId, accountId, campaignId: props.id })
    navigate(paths.campaign(props.id), { replace: true })
  }, [mayChange, navigate, props.id, userId, accountId])
  return (
    <Page title={words.compose.editTitle} lead={words.campaigns.lead}>
      <Answer query={campaign}>
        {(data) => (
          <Answer query={lists}>
            {({ items }) => (
              <EditorForm
                id={props.id}
                hasLists={items.length > 0}
                first={draftOf(data)}
                brought={{}}
              />
            )}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

export function CampaignEditorScreen() {
  const { id } = useParams()
  return id === undefined ? <NewCampaign /> : <ChangeCampaign id={id} />
}
