// A reply, read in clear for a reason that is recorded; then it can be said to be a STOP, or none.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InboundReview, InboundView, RevealedReply } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'

export function ReviewReply({ reply }: { reply: InboundView }) {
  const { words } = useLanguage()
  const w = words.replies
  const [opened, { open, close }] = useDisclosure(false)
  const allowed = useAllowed('contacts.reveal', false)
  return (
    <>
      <ActionButton variant="default" size="xs" label={w.read} state={allowed} onPress={open} />
      <RevealDialog
        title={w.readTitle}
        reveal={(reason) =>
          call('POST /v1/inbound/{id}/reveal', { params: { id: reply.id }, body: { reason } })
        }
        opened={opened}
        onClose={close}
      >
        {({ from, text, ...decided }) => (
          <Stack>
            <Text className="accord-figures" fw={600}>
              {from}
            </Text>
            <Text className="accord-story">{text}</Text>
            {reply.needsReview ? (
              <Text size="sm" c="dimmed">
                <Why decided={decided} />
              </Text>
            ) : null}
            {mayBeStop(reply) ? <Decide reply={reply} onDone={close} /> : null}
          </Stack>
        )}
      </RevealDialog>
    </>
  )
}

/** As it was understood when it came; today's reader is not asked. */
function Why({ decided }: { decided: Omit<RevealedReply, 'from' | 'text'> }) {
  const { words, language } = useLanguage()
  const { by, matched, score, model } = decided
  const w = words.replies
  if (by === null) return w.becauseUnknown
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const alike = { share: percent.format(score ?? 0), model: model ?? '' }
  return `${by === 'model' ? fill(w.becauseAlike, alike) : w.because} “${matched}”`
}

/** What the reader passed over, somebody who reads it may know. */
const mayBeStop = ({ kind, review }: InboundView) => kind !== 'stop' && review !== 'stop'

function Decide({ reply, onDone }: { reply: InboundView; onDone: () => void }) {
  const { words } = useLanguage()
  const w = words.replies
  const { may } = useSession()
  const queries = useQueryClient()
  const review = useMutation({
    mutationFn: (meaning: InboundReview['meaning']) =>
      call('POST /v1/inbound/{id}/review', { params: { id: reply.id }, body: { meaning } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['inbound'] })
      onDone()
    },
  })
  if (!may('consent.record')) return <NotAllowed right="consent.record" />
  return (
    <Stack gap="xs">
      <Text size="sm">
        {w.isStop}: {w.meansStop}
      </Text>
      {reply.needsReview ? (
        <Text size="sm">
          {w.isNotStop}: {w.meansNotStop}
        </Text>
      ) : null}
      {review.error ? <Failed error={review.error} /> : null}
      <Group>
        <Button color="red" loading={review.isPending} onClick={() => review.mutate('stop')}>
          {w.isStop}
        </Button>
        {reply.needsReview ? (
          <Button
            variant="default"
            loading={review.isPending}
            onClick={() => review.mutate('not_a_stop')}
          >
            {w.isNotStop}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}
