// A single message as the telephone will show it, and what it costs, while it is written.
import { Alert, Loader, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { own } from '../../words/own.ts'
import { messagePageWords } from '../../words/sending/message-page.ts'
import { Counted, ShortPhone } from '../inbox/answer-preview.tsx'

type Request = BodyOf<'POST /v1/messages/preview'>

/** A pause in typing, after which it is asked once. */
const pauseMs = 600

/** `request`: null while too little is written to be shown. */
export function SinglePreview(props: { request: Request | null }) {
  const { words } = useLanguage()
  const w = own(words, messagePageWords)
  const [asked] = useDebouncedValue(JSON.stringify(props.request), pauseMs)
  const request = JSON.parse(asked) as Request | null
  const preview = useQuery({
    queryKey: ['message-preview', asked],
    queryFn:
      request === null ? skipToken : () => call('POST /v1/messages/preview', { body: request }),
    gcTime: 0,
    retry: false,
  })
  if (props.request === null) return null
  const { data, error, isFetching } = preview
  if (error) return <Failed error={error} />
  if (data === undefined) return isFetching ? <Loader size="sm" aria-label={w.preview} /> : null
  const isNow = asked === JSON.stringify(props.request)
  return (
    <Stack gap="xs" component="section" aria-label={w.preview} aria-busy={!isNow}>
      <Text size="sm" fw={600}>
        {w.preview}
      </Text>
      <ShortPhone {...data} />
      {/* The field above names the characters that make it dearer. */}
      <Counted preview={{ ...data, dearCharacters: [] }} />
      {data.refusal === null ? (
        <Text size="sm" c="dimmed">
          {w.previewLater}
        </Text>
      ) : (
        <Alert color="red" title={w.wouldRefuse}>
          {data.sentence}
        </Alert>
      )}
    </Stack>
  )
}
