// Two plain buttons on a doubtful reply; of any other that was read,
// that it was a STOP all the same.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InboundReview } from '../../../sending/contract.ts'
import type { RevealedConversation, ThreadReply } from '../../../sending/contract-api.ts'
import { call } from '../../data/client.ts'
import { useLanguage, useWords } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { stopWords } from '../../words/sending/stop.ts'

type Shown = RevealedConversation['replies'][number]

export function Decide({ reply, shown }: { reply: ThreadReply; shown: Shown | null }) {
  const w = useWords()
  const { may } = useSession()
  const queries = useQueryClient()
  const review = useMutation({
    mutationFn: (meaning: InboundReview['meaning']) =>
      call('POST /v1/inbound/{id}/review', { params: { id: reply.id }, body: { meaning } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  })
  const isStop = reply.kind === 'stop' || reply.review === 'stop'
  if (isStop || (shown === null && !reply.needsReview)) return null
  if (shown === null) return <Text size="sm">{w.inbox.readFirst}</Text>
  if (!may('consent.record')) {
    return reply.needsReview ? <NotAllowed right="consent.record" /> : null
  }
  return (
    <Stack gap="xs">
      {review.error ? <Failed error={review.error} /> : null}
      {reply.needsReview ? (
        <Alert color="yellow" title={w.inbox.decide}>
          <Stack gap="xs">
            <Text size="sm">
              <Why shown={shown} />
            </Text>
            <Text size="sm">
              {fill(w.inbox.means, { act: w.replies.isStop, what: w.replies.meansStop })}
            </Text>
            <Text size="sm">
              {fill(w.inbox.means, { act: w.replies.isNotStop, what: w.replies.meansNotStop })}
            </Text>
            <Group>
              <Button
                size="xs"
                color="red"
                loading={review.isPending}
                onClick={() => review.mutate('stop')}
              >
                {w.replies.isStop}
              </Button>
              <Button
                size="xs"
                variant="default"
                loading={review.isPending}
                onClick={() => review.mutate('not_a_stop')}
              >
                {w.replies.isNotStop}
              </Button>
            </Group>
          </Stack>
        </Alert>
      ) : (
        // What a doubtful reply tells beside its two buttons is told here before the second press.
        <AskTwice
          size="xs"
          label={w.replies.isStop}
          what={w.replies.meansStop}
          sure={own(w, stopWords).sure}
          keep={own(w, stopWords).keep}
          state={{ kind: review.isPending ? 'busy' : 'ready' }}
          onSure={() => review.mutate('stop')}
        />
      )}
    </Stack>
  )
}

/** As it was understood when it came; today's reader is not asked. */
function Why({ shown }: { shown: Shown }) {
  const { words, language } = useLanguage()
  const { by, matched, score } = shown
  if (by === null) return words.replies.becauseUnknown
  if (by !== 'model') return fill(words.inbox.because, { words: matched })
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  return fill(words.inbox.alike, { share: percent.format(score ?? 0) })
}
