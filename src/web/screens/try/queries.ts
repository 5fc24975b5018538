// What the screen of a trial message asks of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InboundView, MessageStory, MessageView } from '../../../sending/contract.ts'
import { get, post } from '../../data/client.ts'

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
      if (isNewSender) await post('/v1/senders', { name: sender })
      const to = numberFor(ending)
      return post<MessageView>('/v1/messages', {
        ...{ to, text, sender, class: 'alert', basis: 'contract' },
      })
    },
    onSuccess: onSent,
    onSettled: () => queries.invalidateQueries({ queryKey: ['senders'] }),
  })
}

export const useStory = (id: string) =>
  useQuery({
    queryKey: ['message-story', id],
    queryFn: () => get<MessageStory>(`/v1/messages/${id}/story`),
    refetchInterval: (query) => (query.state.data?.message.finalAt ? false : 500),
  })

export const useHandsetReply = (id: string) =>
  useMutation({
    mutationFn: (text: string) => post(`/v1/messages/${id}/handset-reply`, { text }),
  })

/** Answers of this telephone: the newest of the account, those of its person. */
export const useAnswers = (contactId: string | null, isAwaited: boolean) =>
  useQuery({
    queryKey: ['inbound', 'trial', contactId],
    queryFn: async () => {
      const { items } = await get<{ items: InboundView[] }>('/v1/inbound?limit=50')
      return items.filter((one) => one.contactId === contactId)
    },
    enabled: contactId !== null && isAwaited,
    refetchInterval: 1_000,
  })
