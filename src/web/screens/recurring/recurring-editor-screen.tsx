// Writing a recurring send, or changing one: how often, to whom, in which class, what text.
import { Grid, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { TemplateView } from '../../../campaigns/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { AudienceField, useAudience } from '../campaigns/audience-field.tsx'
import { ClassChoice } from '../campaigns/class-choice.tsx'
import { Beside } from '../campaigns/compose/beside.tsx'
import { Restored } from '../campaigns/kept/restored.tsx'
import { SenderField } from '../campaigns/sender-field.tsx'
import { TemplateChoice } from '../campaigns/template-choice.tsx'
import { TextField } from '../campaigns/text-field.tsx'
import { type NamedList, useNewestLists } from '../lists/queries.ts'
import { CostOfOne } from './cost-of-one.tsx'
import { asCampaign, type Draft, draftOf, emptyDraft, requestOf } from './draft.ts'
import { useKeptRecurring } from './kept-recurring.ts'
import { recurringKey, useRecurring } from './queries.ts'
import { RuleFields } from './rule-fields.tsx'

function EditorForm(props: { id: string | null; first: Draft; lists: readonly NamedList[] }) {
  const w = useLanguage().words.recurring
  const { id, lists } = props
  const navigate = useNavigate()
  const queries = useQueryClient()
  // It is asked for again now and then: the form stays with what it began with.
  const [first] = useState(props.first)
  const kept = useKeptRecurring(id, first)
  const { draft, change } = kept
  const audience = useAudience(draft.listId)
  const [templateId, setTemplateId] = useState<string | null>(null)
  const start = (template: TemplateView | null) => {
    setTemplateId(template?.id ?? null)
    if (template === null) return
    const messageClass = draft.class === '' ? { class: template.class } : {}
    change({ text: template.text, ...messageClass })
  }
  const save = useMutation({
    mutationFn: (body: BodyOf<'POST /v1/recurring-sends'>) =>
      id === null
        ? call('POST /v1/recurring-sends', { body })
        : call('PATCH /v1/recurring-sends/{id}', { params: { id }, body }),
    onSuccess: (send) => {
      kept.forget()
      queries.removeQueries({ queryKey: [...recurringKey, send.id] })
      void queries.invalidateQueries({ queryKey: [...recurringKey, 'listed'] })
      navigate(paths.recurringSend(send.id))
    },
  })
  const lacking =
    lists.length === 0 && draft.listId === null
      ? w.noList
      : draft.every === ''
        ? w.ruleFirst
        : draft.class === ''
          ? w.classFirst
          : null
  const state = useAllowed('campaigns.prepare', save.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = requestOf(draft)
    if (body) save.mutate(body)
  }
  const writing = useMemo(() => asCampaign(draft), [draft])
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
              <TextInput
                label={w.name}
                required
                maxLength={100}
                value={draft.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <RuleFields draft={draft} change={change} />
              <AudienceField
                listId={draft.listId}
                isAnew
                onChoose={(listId) => change({ listId })}
              />
              <Text size="sm" c="dimmed">
                {w.listHelp}
              </Text>
              <ClassChoice draft={draft} change={change} isSingle />
              <SenderField value={draft.sender} onChange={(sender) => change({ sender })} />
              <TemplateChoice chosen={templateId} onChoose={start} />
              <TextField
                value={draft.text}
                class={draft.class}
                onChange={(text) => change({ text })}
              />
              {save.error ? <Failed error={save.error} /> : null}
              <ActionButton submit label={w.save} state={state} />
            </Stack>
          </form>
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Beside draft={writing} list={audience} cost={<CostOfOne draft={draft} />} />
      </Grid.Col>
    </Grid>
  )
}

function NewRecurring() {
  const w = useLanguage().words.recurring
  const lists = useNewestLists()
  return (
    <Page title={w.create} lead={w.lead}>
      <Answer query={lists}>
        {({ items }) => <EditorForm id={null} lists={items} first={emptyDraft} />}
      </Answer>
    </Page>
  )
}

function ChangeRecurring({ id }: { id: string }) {
  const w = useLanguage().words.recurring
  const lists = useNewestLists()
  const send = useRecurring(id)
  return (
    <Page title={w.editTitle} lead={w.lead}>
      <Answer query={send}>
        {(data) => (
          <Answer query={lists}>
            {({ items }) => <EditorForm id={id} lists={items} first={draftOf(data)} />}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

export function RecurringEditorScreen() {
  const { id } = useParams()
  return id === undefined ? <NewRecurring /> : <ChangeRecurring id={id} />
}
