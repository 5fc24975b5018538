// An answer as the person's telephone will show it, what it costs, and whether it may leave.
import { Alert, Loader, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { AnswerPreview } from '../../../sending/contract-api.ts'
import { call } from '../../data/client.ts'
import { count, dateTime, euros } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'

/** A pause in typing, after which it is asked once. */
const pauseMs = 600
/** What says no may change while one looks: a sender is approved, a route opens. */
const againMs = 15_000

type Draft = { id: string; text: string; sender: string | null }

/** `isNow`: it is of what stands in the field at this moment. */
export function useAnswerPreview(draft: Draft) {
  const [settled] = useDebouncedValue(draft, pauseMs)
  const { id, text, sender } = settled
  const preview = useQuery({
    queryKey: ['inbox-preview', id, text, sender],
    queryFn:
      text.trim() === '' || sender === null
        ? skipToken
        : () =>
            call('POST /v1/inbox/{id}/answers/preview', {
              params: { id },
              body: { text, sender },
            }),
    placeholderData: (previous, query) =>
      query?.queryKey[1] === id ? keepPreviousData(previous) : undefined,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.verdict === 'refused' ? againMs : false),
  })
  const isSame = draft.id === id && draft.text === text && draft.sender === sender
  return { preview, isNow: isSame && preview.data !== undefined && !preview.isPlaceholderData }
}

export function AnswerPreviewed({ preview, isNow }: ReturnType<typeof useAnswerPreview>) {
  const { words } = useLanguage()
  const w = words.inbox.preview
  const { data, error } = preview
  if (error) return <Failed error={error} />
  if (data === undefined)
    return preview.isFetching ? <Loader size="sm" aria-label={w.title} /> : null
  return (
    <Stack gap="xs" component="section" aria-label={w.title} aria-busy={!isNow}>
      <Text size="sm" fw={600}>
        {w.title}
      </Text>
      <ShortPhone {...data} />
      <Counted preview={data} />
      <Verdict preview={data} />
    </Stack>
  )
}

/** One message on a telephone. */
export function ShortPhone({ sender, text }: { sender: string; text: string }) {
  return (
    <div className="accord-phone accord-phone-short">
      <Text size="xs" ta="center" c="dimmed" fw={600}>
        {sender}
      </Text>
      <div className="accord-bubble">{text}</div>
    </div>
  )
}

type CountedText = Pick<
  AnswerPreview,
  'units' | 'segments' | 'costMicroEur' | 'dearCharacters' | 'refusal'
>

/** Its parts and its price; what is refused costs nothing. */
export function Counted({ preview }: { preview: CountedText }) {
  const { language, words } = useLanguage()
  const w = words.inbox.preview
  const { units, segments, costMicroEur, dearCharacters, refusal } = preview
  return (
    <>
      <Text size="sm" role="status">
        {fill(w.counted, { units: count(language, units), segments: count(language, segments) })}
        {refusal === null ? ` · ${euros(language, costMicroEur)}` : ''}
      </Text>
      {dearCharacters.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          {fill(w.dear, { characters: dearCharacters.join(' ') })}
        </Text>
      )}
    </>
  )
}

function Verdict({ preview }: { preview: AnswerPreview }) {
  const { language, words } = useLanguage()
  const w = words.inbox.preview
  const { verdict, sentence, hold } = preview
  if (verdict === 'allowed') {
    return (
      <Text size="sm" className="accord-story">
        {w.allowed}
      </Text>
    )
  }
  return (
    <Alert color={verdict === 'refused' ? 'red' : 'yellow'} title={w[verdict]}>
      <Text size="sm">{sentence}</Text>
      {hold === null || hold.until === null ? null : (
        <Text size="sm">{fill(w.until, { date: dateTime(language, hold.until) })}</Text>
      )}
    </Alert>
  )
}
