// What can be done with a draft, and with any campaign's content: changed, written again, deleted.
import { Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { forgetKept, useOwnPlace } from './kept/kept-draft.ts'

export function EditDraft(props: { id: string }) {
  const w = useWords().compose
  return (
    <Button variant="default" component={Link} to={paths.editCampaign(props.id)}>
      {w.editDraft}
    </Button>
  )
}

/** The copy opens for changes: its instants and its name are chosen anew. */
export function CopyCampaign({ campaign }: { campaign: CampaignView }) {
  const w = useWords().compose
  const navigate = useNavigate()
  const queries = useQueryClient()
  const copy = useMutation({
    mutationFn: () =>
      call('POST /v1/campaigns/{id}/copy', {
        params: { id: campaign.id },
        body: { name: fill(w.copyName, { name: campaign.name }).slice(0, 120) },
      }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['campaigns', 'listed'] })
      navigate(paths.editCampaign(made.id))
    },
  })
  return (
    <>
      <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
        {w.copy}
      </Button>
      {copy.error ? <Failed error={copy.error} /> : null}
    </>
  )
}

export function DeleteDraft(props: { id: string }) {
  const w = useWords().compose
  const place = useOwnPlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call('DELETE /v1/campaigns/{id}', { params: { id: props.id } }),
    onSuccess: () => {
      forgetKept({ ...place, campaignId: props.id })
      navigate(paths.campaigns)
      queries.removeQueries({ queryKey: ['campaigns', props.id] })
      void queries.invalidateQueries({ queryKey: ['campaigns', 'listed'] })
    },
  })
  return (
    <Stack gap="xs">
      <AskTwice
        label={w.remove}
        what={w.removeWhat}
        sure={w.removeSure}
        keep={w.removeKeep}
        state={useAllowed('campaigns.prepare', remove.isPending)}
        onSure={() => remove.mutate()}
      />
      {remove.error ? <Failed error={remove.error} /> : null}
    </Stack>
  )
}
