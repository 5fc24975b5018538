// Moves a campaign to another date: chosen by the account's clock, then its check sheet approved.
import { Alert, Checkbox, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CampaignView, CheckSheet } from '../../../../campaigns/contract.ts'
import { call } from '../../../data/client.ts'
import { count, dateTime, euros } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { zoneName } from '../../../data/zone.ts'
import { instantOf, localOf } from '../../../data/zone-fields.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { Answer, Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { movingWords } from '../../../words/sending/moving.ts'
import { useCampaign, useCampaignStep } from '../queries.ts'

type Wish = { sendAt: string; sendAtLocal: boolean }

/** What decides: how many, what it costs, when; and what stands against it. */
function Told({ sheet }: { sheet: CheckSheet }) {
  const { language, words } = useLanguage()
  const w = words.campaigns
  const when = (at: string | null) => (at === null ? '–' : dateTime(language, at))
  return (
    <Stack gap="sm">
      {sheet.problems.map(({ refusal, sentence }) => (
        <Alert key={refusal} color="red" title={w.problems}>
          {sentence}
        </Alert>
      ))}
      <SimpleGrid cols={2}>
        <Figure label={w.receive} value={count(language, sheet.receive)} strong />
        <Figure label={w.leftOut} value={count(language, sheet.people - sheet.receive)} />
        <Figure label={w.segments} value={count(language, sheet.segments)} />
        <Figure label={w.cost} value={euros(language, sheet.costMicroEur)} />
        <Figure label={w.startsAt} value={when(sheet.startsAt)} />
        <Figure label={w.endsAt} value={when(sheet.endsAt)} />
      </SimpleGrid>
      {sheet.leftOut.map(({ refusal, sentence, people }) => (
        <Text key={refusal} size="sm">
          {count(language, people)} · {sentence}
        </Text>
      ))}
    </Stack>
  )
}

function DateFields(props: { at: string; local: boolean; set(at: string, local: boolean): void }) {
  const { words } = useLanguage()
  const w = own(words, movingWords)
  const { at, local, set } = props
  return (
    <>
      <TextInput
        type="datetime-local"
        data-autofocus
        required
        label={w.to}
        description={fill(words.campaigns.byClockOf, { zone: zoneName() })}
        value={at}
        onChange={(event) => set(event.currentTarget.value, local)}
      />
      <Checkbox
        label={w.local}
        checked={local}
        onChange={(event) => set(at, event.currentTarget.checked)}
      />
    </>
  )
}

/** The sheet of that instant, and whether it is approved with the move. */
function Approve(props: {
  id: string
  wish: Wish
  sheet: CheckSheet
  again(): void
  done(): void
}) {
  const { words } = useLanguage()
  const w = own(words, movingWords)
  const { id, wish, sheet, again, done } = props
  const { mendFirst, nobodyReceives } = words.campaigns
  const step = useCampaignStep(id)
  const lacking =
    sheet.problems.length > 0 ? mendFirst : sheet.receive === 0 ? nobodyReceives : null
  const state = useAllowed('campaigns.approve', step.isPending, lacking)
  const move = () =>
    step.mutate({ verb: 'move', ...wish, hash: sheet.hash }, { onSuccess: () => done() })
  return (
    <Stack role="status">
      <Title order={3} size="h5">
        {w.sheet}
      </Title>
      <Text size="sm">{w.sheetText}</Text>
      <Told sheet={sheet} />
      {step.error ? <Failed error={step.error} /> : null}
      <Group align="flex-start">
        <ActionButton label={w.sure} state={state} onPress={move} />
        <ActionButton variant="default" label={w.again} state={{ kind: 'ready' }} onPress={again} />
      </Group>
    </Stack>
  )
}

function MoveForm({ campaign, done }: { campaign: CampaignView; done(): void }) {
  const { language, words } = useLanguage()
  const w = own(words, movingWords)
  const isDraft = campaign.state === 'draft'
  const [at, setAt] = useState(localOf(campaign.sendAt))
  const [local, setLocal] = useState(campaign.sendAtLocal)
  const step = useCampaignStep(campaign.id)
  const look = useMutation({
    mutationFn: (wish: Wish) =>
      call('POST /v1/campaigns/{id}/moved-sheet', { params: { id: campaign.id }, body: wish }),
  })
  const sendAt = instantOf(at)
  const lacking = sendAt === null ? w.fill : Date.parse(sendAt) <= Date.now() ? w.passed : null
  const isBusy = look.isPending || step.isPending
  const ofDraft = useAllowed('campaigns.prepare', isBusy, lacking)
  const ofLaunched = useAllowed('campaigns.approve', isBusy, lacking)
  const state = isDraft ? ofDraft : ofLaunched
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sendAt === null || state.kind !== 'ready') return
    const wish = { sendAt, sendAtLocal: local }
    if (isDraft) step.mutate({ verb: 'date', ...wish }, { onSuccess: () => done() })
    else look.mutate(wish)
  }
  if (look.data !== undefined && look.variables !== undefined) {
    const shown = { id: campaign.id, wish: look.variables, sheet: look.data }
    return <Approve {...shown} again={() => look.reset()} done={done} />
  }
  const { sendAt: planned } = campaign
  const error = look.error ?? step.error
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          {planned === null ? w.noDate : fill(w.now, { when: dateTime(language, planned) })}
        </Text>
        <DateFields
          at={at}
          local={local}
          set={(text, isLocal) => {
            setAt(text)
            setLocal(isLocal)
          }}
        />
        <Text size="sm" c="dimmed" role="status">
          {isDraft ? w.draftText : look.isPending ? w.looking : ''}
        </Text>
        {error ? <Failed error={error} /> : null}
        <ActionButton submit label={isDraft ? w.draftSure : w.look} state={state} />
      </Stack>
    </form>
  )
}

function Asked({ id, done }: { id: string; done(): void }) {
  const campaign = useCampaign(id)
  // What was read first stays: a form does not change under the hands of whoever fills it in.
  return <Answer query={campaign}>{(data) => <MoveForm campaign={data} done={done} />}</Answer>
}

/** Of a campaign with this name; null: closed. */
export function MoveDialog(props: {
  campaign: { id: string; name: string } | null
  onClose(): void
}) {
  const { words } = useLanguage()
  const w = own(words, movingWords)
  const { campaign, onClose } = props
  return (
    <Dialog
      title={fill(w.title, { name: campaign?.name ?? '' })}
      opened={campaign !== null}
      onClose={onClose}
    >
      {campaign === null ? null : <Asked id={campaign.id} done={onClose} />}
    </Dialog>
  )
}
