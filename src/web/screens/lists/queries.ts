// Lists by their names, as those who choose one are offered them: nobody is counted.
import { useDebouncedValue } from '@mantine/hooks'
import {
  keepPreviousData,
  skipToken,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'

export type NamedList = { id: string; name: string; createdAt: string }

/** Offered before anything is typed, the newest first, and so many of those that fit. */
const offeredMax = 50
const pauseMs = 250
const key = ['lists', 'names']

export const useNewestLists = () =>
  useQuery({
    queryKey: [...key, 'newest'],
    queryFn: () => call('GET /v1/lists/names', { query: { order: 'newest', limit: offeredMax } }),
  })

/** By name: the first 500, for who tells lists by their ids. */
export const useListNames = () =>
  useQuery({ queryKey: [...key, 'all'], queryFn: () => call('GET /v1/lists/names') })

const oneList = (id: string) => ({
  queryKey: [...key, 'one', id],
  queryFn: () => call('GET /v1/lists/names', { query: { id } }),
})

/** Undefined until it is known; null: it is gone, or was chosen by a segment. */
export function useListOf(id: string | null): NamedList | null | undefined {
  const { data } = useQuery({
    queryKey: [...key, 'one', id],
    queryFn: id === null ? skipToken : oneList(id).queryFn,
  })
  return id === null ? null : data && (data.items[0] ?? null)
}

/** Those whose name has this text, of all lists; null: nothing is looked for. */
export function useListsNamed(text: string | null) {
  const [asked] = useDebouncedValue(text?.trim().slice(0, 120) || null, pauseMs)
  return useQuery({
    queryKey: [...key, 'named', asked],
    queryFn:
      asked === null
        ? skipToken
        : () => call('GET /v1/lists/names', { query: { name: asked, limit: offeredMax } }),
    placeholderData: keepPreviousData,
  })
}

/** What a field of choice offers; `keep` remembers the name of what is chosen. */
export function useListOptions(typed: string, chosen: readonly string[]) {
  const { language, words } = useLanguage()
  const queries = useQueryClient()
  const newest = useNewestLists().data?.items ?? []
  const ones = useQueries({ queries: chosen.map(oneList) }).flatMap(({ data }) => data?.items ?? [])
  // What is chosen keeps its label: the field would take another one for what somebody types.
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({})
  const chosenLabel = ({ id, name }: NamedList) => labels[id] ?? name
  const isChosen = ones.some((list) => chosenLabel(list) === typed.trim())
  const named = useListsNamed(isChosen ? null : typed).data?.items ?? []
  const known = new Map([...newest, ...ones, ...named].map((list) => [list.id, list]))
  const lists = [...known.values()]
  const times = new Map<string, number>()
  for (const { name } of lists) times.set(name, (times.get(name) ?? 0) + 1)
  const labelOf = (list: NamedList) => {
    const { id, name, createdAt } = list
    if (chosen.includes(id)) return chosenLabel(list)
    return (times.get(name) ?? 0) > 1
      ? fill(own(words, listChoiceWords).made, { name, when: dateTime(language, createdAt) })
      : name
  }
  return {
    options: lists.map((list) => ({ value: list.id, label: labelOf(list) })),
    isMore: newest.length >= offeredMax,
    keep: (id: string | null) => {
      const list = id === null ? undefined : known.get(id)
      if (list === undefined) return
      queries.setQueryData(oneList(list.id).queryKey, { items: [list] })
      setLabels((before) => ({ ...before, [list.id]: labelOf(list) }))
    },
  }
}
