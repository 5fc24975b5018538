// Finds people by name in a list, a segment or all contacts, span by span, and says how far it is.
import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import { skipToken, useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { call } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { FoldedOnPhone } from '../../ui/folded.tsx'
import { Empty, Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { allNamesWords } from '../../words/sending/all-names.ts'
import { ContactTable } from './contacts-table.tsx'

/** Neither: among all contacts. */
export type SearchedIn = { listId?: string; segmentId?: string }

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
  const among = pages[0]?.people ?? null
  const { hasNextPage, isFetching, isError, fetchNextPage } = found
  const goesOn = hasNextPage && people.length < shownMax
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage()
  }, [goesOn, isFetching, isError, fetchNextPage])
  const isLooking = asked !== null && !isError && (found.isPending || goesOn)
  const more = hasNextPage && !goesOn ? () => void fetchNextPage() : null
  return { people, looked, among, isLooking, error: found.error, more }
}

/** How far it has come: closing the search ends it. */
function Looking({ looked, among }: { looked: number; among: number | null }) {
  const { language, words } = useLanguage()
  const w = words.segments.names
  const label = fill(w.looking, { looked: count(language, looked) })
  if (among === null || among === 0) return <Text size="sm">{label}</Text>
  const share = Math.min(100, (100 * looked) / among)
  return (
    <Stack gap={4} className="accord-measure">
      <Text size="sm">
        {fill(own(words, allNamesWords).lookingOf, {
          looked: count(language, looked),
          of: count(language, among),
        })}
      </Text>
      <Progress.Root size="sm">
        <Progress.Section value={share} aria-label={label} />
      </Progress.Root>
    </Stack>
  )
}

/** `children` is shown while nobody is looked for. */
export function FindByName(props: {
  within: SearchedIn
  /** Looked for at once: what somebody typed into the search of the whole app. */
  first?: string | null
  children?: ReactNode
}) {
  const { words } = useLanguage()
  const w = words.segments.names
  const all = own(words, allNamesWords)
  const { first = null } = props
  const [text, setText] = useState(first ?? '')
  const [asked, setAsked] = useState<{ text: string; time: number } | null>(
    first === null ? null : { text: first, time: 0 },
  )
  const isAll = Object.keys(props.within).length === 0
  const times = useRef(0)
  const { people, looked, among, isLooking, error, more } = useNames(props.within, asked)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim().length < 2) return
    times.current += 1
    setAsked({ text: text.trim(), time: times.current })
  }
  return (
    <Stack>
      <search aria-label={w.button}>
        <FoldedOnPhone title={w.button} isInUse={asked !== null}>
          <form onSubmit={submit}>
            <Group align="flex-end" gap="sm">
              <TextInput
                className="accord-find"
                label={isAll ? all.labelAll : w.label}
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
        </FoldedOnPhone>
      </search>
      {asked === null ? (
        props.children
      ) : (
        <section aria-label={words.people.found} aria-live="polite">
          <Stack gap="xs">
            {isLooking ? <Looking looked={looked} among={among} /> : null}
            {error ? <Failed error={error} /> : null}
            {people.length > 0 ? <ContactTable contacts={people} /> : null}
            {people.length === 0 && !isLooking && !error ? (
              <Empty
                title={isAll ? all.noneAll : w.none}
                text={isAll ? all.noneAllText : w.noneText}
              />
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
