// Approving a check sheet: by whoever may, or asked of them; returned with a remark.
import { Alert, Group, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CampaignView, CheckSheet } from '../../../campaigns/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useCampaignStep } from './queries.ts'

type Step = ReturnType<typeof useCampaignStep>
type Shown = { campaign: CampaignView; sheet: CheckSheet; step: Step; lacking: string | null }

/** What was asked, and what came of it. */
export function ApprovalTold({ campaign }: { campaign: CampaignView }) {
  const { words, language } = useLanguage()
  const w = words.approvals
  const asked = campaign.approvalAsked
  if (campaign.state !== 'draft' || asked === null || asked.outcome === 'approved') return null
  const when = dateTime(language, asked.at)
  const who =
    asked.by === null ? fill(w.askedByProgram, { when }) : fill(w.asked, { name: asked.by, when })
  if (asked.outcome === 'returned') {
    const back = asked.settledAt === null ? '' : dateTime(language, asked.settledAt)
    const title =
      asked.settledBy === null
        ? fill(w.returnedBySomebody, { when: back })
        : fill(w.returned, { name: asked.settledBy, when: back })
    return (
      <Alert color="yellow" title={title} className="accord-measure">
        <Text className="accord-story">{asked.remark}</Text>
      </Alert>
    )
  }
  return (
    <Alert title={who} className="accord-measure">
      <Stack gap="xs">
        {asked.note === null ? null : (
          <Text className="accord-story">{fill(w.noteSays, { note: asked.note })}</Text>
        )}
        <Text size="sm">{asked.outcome === 'changed' ? w.changed : w.waits}</Text>
      </Stack>
    </Alert>
  )
}

function AskForm({ campaign, sheet, step, lacking }: Shown) {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = words.approvals
  const [note, setNote] = useState('')
  // Whoever can approve alone seldom asks: the form opens when they want it.
  const [isOpen, setOpen] = useState(!may('campaigns.approve'))
  const state = useAllowed('campaigns.prepare', step.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = note.trim()
    step.mutate({ verb: 'ask', hash: sheet.hash, note: text === '' ? null : text })
  }
  if (campaign.approvalAsked !== null && campaign.approvalAsked.outcome === null) return null
  if (!isOpen) {
    const open = () => setOpen(true)
    return <ActionButton variant="default" label={w.ask} state={state} onPress={open} />
  }
  return (
    <form onSubmit={submit} className="accord-no-print">
      <Stack gap="xs" className="accord-measure" align="flex-start">
        <Text size="sm">{may('campaigns.approve') ? w.askAlso : w.askLead}</Text>
        <Textarea
          w="100%"
          label={w.note}
          description={w.noteHelp}
          autosize
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ActionButton
          submit
          label={w.ask}
          variant={may('campaigns.approve') ? 'default' : 'filled'}
          state={state}
        />
      </Stack>
    </form>
  )
}

function GiveBack({ step }: { step: Step }) {
  const { words } = useLanguage()
  const w = words.approvals
  const [isOpen, setOpen] = useState(false)
  const [remark, setRemark] = useState('')
  const state = useAllowed('campaigns.approve', step.isPending)
  if (!isOpen) {
    const open = () => setOpen(true)
    return <ActionButton variant="default" label={w.giveBack} state={state} onPress={open} />
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ verb: 'return', remark: remark.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" className="accord-measure">
        <Textarea
          label={w.remark}
          required
          autosize
          minLength={3}
          maxLength={1_000}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
        <Group>
          <ActionButton submit label={w.giveBackDo} state={state} />
          <ActionButton
            variant="default"
            label={w.cancel}
            state={{ kind: 'ready' }}
            onPress={() => setOpen(false)}
          />
        </Group>
      </Stack>
    </form>
  )
}

/** For whoever may: as it was asked in one step, or approved first and launched later. */
function Decide({ campaign, sheet, step, lacking }: Shown) {
  const { words } = useLanguage()
  const w = words.campaigns
  const state = useAllowed('campaigns.approve', step.isPending, lacking)
  const isApproved = campaign.state === 'approved'
  const isAsked = campaign.approvalAsked !== null && campaign.approvalAsked.outcome === null
  const approve = (launch: boolean) => step.mutate({ verb: 'approve', hash: sheet.hash, launch })
  if (isAsked && !isApproved) {
    const { approveAndLaunch, approveAndSchedule } = words.approvals
    return (
      <Group align="flex-start">
        <ActionButton
          label={campaign.sendAt === null ? approveAndLaunch : approveAndSchedule}
          state={state}
          onPress={() => approve(true)}
        />
        <ActionButton
          label={w.approve}
          variant="default"
          state={state}
          onPress={() => approve(false)}
        />
        <GiveBack step={step} />
      </Group>
    )
  }
  return (
    <Group align="flex-start">
      <ActionButton
        label={w.approve}
        variant={isApproved ? 'default' : 'filled'}
        state={state}
        onPress={() => approve(false)}
      />
      <ActionButton
        label={w.launch}
        state={isApproved ? state : { kind: 'refused', reason: w.launchNeedsApproval }}
        onPress={() => step.mutate({ verb: 'launch' })}
      />
    </Group>
  )
}

export function ApprovalPanel(props: { campaign: CampaignView; sheet: CheckSheet }) {
  const { words } = useLanguage()
  const { may } = useSession()
  const { campaign, sheet } = props
  const step = useCampaignStep(campaign.id)
  const w = words.campaigns
  const lacking =
    sheet.problems.length > 0 ? w.mendFirst : sheet.receive === 0 ? w.nobodyReceives : null
  const shown = { campaign, sheet, step, lacking }
  return (
    <Stack gap="sm">
      {may('campaigns.approve') ? <Decide {...shown} /> : null}
      {campaign.state === 'draft' ? <AskForm {...shown} /> : null}
      {step.error ? <Failed error={step.error} /> : null}
    </Stack>
  )
}

/** The address of the page opens it for whoever may: it has no secret in it. */
export function CopyLink() {
  const w = useLanguage().words.approvals
  const [said, setSaid] = useState('')
  const copy = async () => {
    // Over plain HTTP browsers offer no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined
    try {
      if (clipboard === undefined) throw new Error('no clipboard')
      await clipboard.writeText(window.location.href)
      setSaid(w.copied)
    } catch {
      setSaid(w.notCopied)
    }
  }
  return (
    <>
      <ActionButton
        size="xs"
        variant="subtle"
        label={w.copyLink}
        state={{ kind: 'ready' }}
        onPress={() => void copy()}
      />
      <Text size="sm" role="status">
        {said}
      </Text>
    </>
  )
}
