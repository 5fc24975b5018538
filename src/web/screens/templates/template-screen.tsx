// One template: its text, which a change makes another version of, and the former versions.
import { Alert, Button, Group, Paper, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { TemplateView } from '../../../campaigns/contract.ts'
import { type MessageClass, messageClasses } from '../../../sending/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { colon, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useTemplate } from '../campaigns/queries.ts'
import { TextField } from '../campaigns/text-field.tsx'

type Written = { name: string; class: MessageClass | ''; text: string }

function TemplateForm(props: { template: TemplateView | null; text: string | null }) {
  const { words } = useLanguage()
  const w = words.compose.templates
  const { template } = props
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Written>({
    name: template?.name ?? '',
    class: template?.class ?? '',
    text: props.text ?? template?.text ?? '',
  })
  const change = (part: Partial<Written>) => setDraft((old) => ({ ...old, ...part }))
  const save = useMutation({
    mutationFn: (body: BodyOf<'POST /v1/templates'>) =>
      template === null
        ? call('POST /v1/templates', { body })
        : call('PATCH /v1/templates/{id}', {
            params: { id: template.id },
            body: { name: body.name, text: body.text },
          }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      if (template === null) navigate(paths.template(saved.id), { replace: true })
    },
  })
  const isNew = template !== null && draft.text !== template.text
  const lacking = draft.class === '' ? words.campaigns.classFirst : null
  const submit = () => {
    if (draft.class !== '') save.mutate({ ...draft, class: draft.class })
  }
  return (
    <Paper withBorder p="lg">
      <RecordForm
        label={w.textLead}
        save={isNew ? w.saveVersion : w.save}
        state={useAllowed('campaigns.prepare', save.isPending, lacking)}
        error={save.error}
        done={save.data ? fill(w.saved, { version: save.data.version }) : null}
        onSubmit={submit}
      >
        <TextInput
          label={w.name}
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {template === null ? (
          <Radio.Group
            label={words.campaigns.class}
            description={words.campaigns.classHelp}
            required
            value={draft.class}
            onChange={(value) =>
              change({ class: messageClasses.find((one) => one === value) ?? '' })
            }
          >
            <Stack gap="xs" mt="xs">
              <Radio value="marketing" label={words.campaigns.marketing} />
              <Radio value="alert" label={words.campaigns.alert} />
            </Stack>
          </Radio.Group>
        ) : null}
        <TextField value={draft.text} class={draft.class} onChange={(text) => change({ text })} />
      </RecordForm>
    </Paper>
  )
}

function Versions(props: { template: TemplateView; take(text: string): void }) {
  const { language, words } = useLanguage()
  const w = words.compose.templates
  const { id, version } = props.template
  const versions = useQuery({
    queryKey: ['templates', id, 'versions', version],
    queryFn: () => call('GET /v1/templates/{id}/versions', { params: { id } }),
  })
  return (
    <Section title={w.versions}>
      <Answer query={versions}>
        {({ items }) => (
          <Stack>
            {items.map((one) => (
              <Stack key={one.version} gap={4} align="flex-start">
                <Text size="sm" fw={600}>
                  {fill(w.version, { version: one.version })} · {dateTime(language, one.writtenAt)}
                </Text>
                <Text size="sm" className="accord-story accord-measure">
                  {one.text}
                </Text>
                {one.version === version ? null : (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${w.back}${colon(language)} ${fill(w.version, one)}`}
                    onClick={() => props.take(one.text)}
                  >
                    {w.back}
                  </Button>
                )}
              </Stack>
            ))}
          </Stack>
        )}
      </Answer>
    </Section>
  )
}

function Acts({ template }: { template: TemplateView }) {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.compose.templates
  const queries = useQueryClient()
  const isArchived = template.archivedAt !== null
  const archive = useMutation({
    mutationFn: () =>
      call(`POST /v1/templates/{id}/${isArchived ? 'restore' : 'archive'}`, {
        params: { id: template.id },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['templates'] }),
  })
  if (!may('campaigns.prepare')) return null
  return (
    <Group>
      {isArchived ? null : (
        <Button component={Link} to={paths.campaignOfTemplate(template.id)}>
          {w.use}
        </Button>
      )}
      <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
        {isArchived ? w.restore : w.archive}
      </Button>
      {archive.error ? <Failed error={archive.error} /> : null}
    </Group>
  )
}

function OneTemplate({ template }: { template: TemplateView }) {
  const { words } = useLanguage()
  const w = words.compose.templates
  /** A former text that is taken again: it is saved as a version of its own. */
  const [taken, setTaken] = useState<{ text: string; times: number } | null>(null)
  const version = fill(w.version, { version: template.version })
  const take = (text: string) => setTaken((old) => ({ text, times: (old?.times ?? 0) + 1 }))
  return (
    <Page
      title={template.name}
      lead={`${words.messages.classes[template.class]} · ${version}`}
      actions={<Acts template={template} />}
    >
      {template.archivedAt === null ? (
        <TemplateForm key={taken?.times ?? 0} template={template} text={taken?.text ?? null} />
      ) : (
        <Alert>{w.isArchived}</Alert>
      )}
      <Versions template={template} take={take} />
    </Page>
  )
}

export function TemplateScreen() {
  const { words } = useLanguage()
  const w = words.compose.templates
  const { id = null } = useParams()
  const template = useTemplate(id)
  if (id === null) {
    return (
      <Page title={w.create} lead={w.lead}>
        <TemplateForm template={null} text={null} />
      </Page>
    )
  }
  return (
    <Answer query={template} title={words.navigation.templates}>
      {(data) => <OneTemplate key={data.id} template={data} />}
    </Answer>
  )
}
