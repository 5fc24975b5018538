// Finds people by name inside a list or a segment, span by span, with how far it has come.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { skipToken, useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Empty, Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { ContactTable } from './contacts-table.tsx'

export type SearchedIn = { listId: string } | { segmentId: string }

/** So many are shown before somebody asks for more. */
const shownMax = 100

/** What is looked for is in no address and is forgotten with the page. */
function useNames(within: SearchedIn, asked: { text: string; time: number } | null) {
  const found = useInfiniteQuery({
    queryKey: ['contacts', 'names', within, asked],
    queryFn:
      asked === null
        ? skipToken
        : ({ pageParam }) =>
            call('POST /v1/contacts/search-names', {
              body: {
                ...within,
                text: asked.text,
                ...(pageParam === '' ? {} : { cursor: pageParam }),
              },
            }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // Each search is recorded: it is not made again by itself.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
    gcTime: 0,
  })
  const pages = found.data?.pages ?? []
  const people = pages.flatMap(({ items }) => items)
  const looked = pages.at(-1)?.looked ?? 0
  const { hasNextPage, isFetching, isError, fetchNextPage } = found
  const goesOn = hasNextPage && people.length < shownMax
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage()
  }, [goesOn, isFetching, isError, fetchNextPage])
  const isLooking = asked !== null && !isError && (found.isPending || goesOn)
  const more = hasNextPage && !goesOn ? () => void fetchNextPage() : null
  return { people, looked, isLooking, error: found.error, more }
}

/** `children` is shown while nobody is looked for. */
export function FindByName(props: { within: SearchedIn; children?: ReactNode }) {
  const { language, words } = useLanguage()
  const w = words.segments.names
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<{ text: string; time: number } | null>(null)
  const times = useRef(0)
  const { people, looked, isLooking, error, more } = useNames(props.within, asked)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim().length < 2) return
    times.current += 1
    setAsked({ text: text.trim(), time: times.current })
  }
  return (
    <Stack>
      <search aria-label={w.button}>
        <form onSubmit={submit}>
          <Group align="flex-end" gap="sm">
            <TextInput
              className="accord-find"
              label={w.label}
              description={w.help}
              autoComplete="off"
              minLength={2}
              maxLength={100}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={isLooking}>
              {w.button}
            </Button>
            {asked === null ? null : (
              <Button variant="subtle" onClick={() => setAsked(null)}>
                {w.stop}
              </Button>
            )}
          </Group>
        </form>
      </search>
      {asked === null ? (
        props.children
      ) : (
        <section aria-label={words.people.found} aria-live="polite">
          <Stack gap="xs">
            {isLooking ? (
              <Text size="sm">{fill(w.looking, { looked: count(language, looked) })}</Text>
            ) : null}
            {error ? <Failed error={error} /> : null}
            {people.length > 0 ? <ContactTable contacts={people} /> : null}
            {people.length === 0 && !isLooking && !error ? (
              <Empty title={w.none} text={w.noneText} />
            ) : null}
            {more === null ? null : (
              <Button variant="default" onClick={more}>
                {words.more}
              </Button>
            )}
          </Stack>
        </section>
      )}
    </Stack>
  )
}
