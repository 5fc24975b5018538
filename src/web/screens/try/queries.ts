// What the screen of a trial message asks of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MessageView } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'

export type Ending = 'delivered' | 'off' | 'unknown'
export type Trial = { text: string; sender: string; isNewSender: boolean; ending: Ending }

/** By the last three digits the sandbox operator knows what its telephone does. */
const lastDigits: Record<Ending, string | null> = { delivered: null, off: '902', unknown: '910' }

/** Of the numbers kept for fiction, each time another one: who said STOP before gets no more. */
function numberFor(ending: Ending): string {
  const digits = (count: number) =>
    String(Math.floor(Math.random() * 10 ** count)).padStart(count, '0')
  return `+3363998${digits(1)}${lastDigits[ending] ?? `0${digits(2)}`}`
}

export function useSendTrial(onSent: (message: MessageView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ text, sender, isNewSender, ending }: Trial) => {
      if (isNewSender) await call('POST /v1/senders', { body: { name: sender } })
      const to = numberFor(ending)
      return call('POST /v1/messages', {
        body: {
          ...{ to, text, sender, class: 'alert', basis: 'contract' },
        },
      })
    },
    onSuccess: onSent,
    onSettled: () => {
      for (const queryKey of [['senders'], ['messages'], ['overview']]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
  })
}

export const useStory = (id: string) =>
  useQuery({
    queryKey: ['message-story', id],
    queryFn: () => call('GET /v1/messages/{id}/story', { params: { id } }),
    refetchInterval: (query) => (query.state.data?.message.finalAt ? false : 500),
  })

export const useHandsetReply = (id: string) =>
  useMutation({
    mutationFn: (text: string) =>
      call('POST /v1/messages/{id}/handset-reply', { params: { id }, body: { text } }),
  })

/** Answers of this telephone: the newest of the account, those of its person. */
export const useAnswers = (contactId: string | null, isAwaited: boolean) =>
  useQuery({
    queryKey: ['inbound', 'trial', contactId],
    queryFn: async () => {
      const { items } = await call('GET /v1/inbound', { query: { limit: 50 } })
      return items.filter((one) => one.contactId === contactId)
    },
    enabled: contactId !== null && isAwaited,
    refetchInterval: 1_000,
  })
