// For whom a campaign is: a list, or the people of a segment, who are chosen as it is.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'
import { chosenAnewWords } from '../../words/sending/chosen-anew.ts'
import { selectAll } from '../lists/list-chooser.tsx'
import { useListOptions } from '../lists/queries.ts'
import { useDescribeRules } from '../segments/describe-rules.ts'
import { useChooseAudience, useSegments } from '../segments/queries.ts'

/** The list, with how many are in it. */
export function useAudience(listId: string | null): ListView | null {
  const asked = useQuery({
    queryKey: ['lists', listId],
    queryFn:
      listId === null ? skipToken : () => call('GET /v1/lists/{id}', { params: { id: listId } }),
  })
  return asked.data ?? null
}

const mark = 'segment:'

export function AudienceField(props: {
  listId: string | null
  /** Of a segment the people are chosen anew on each day: those of now are not the ones. */
  isAnew?: boolean
  onChoose(listId: string): void
}) {
  const { language, words } = useLanguage()
  const w = words.segments.audience
  const isAnew = props.isAnew === true
  const anew = own(words, chosenAnewWords)
  const { listId, onChoose } = props
  const [typed, setTyped] = useState('')
  const { options, isMore, keep } = useListOptions(typed, listId === null ? [] : [listId])
  const choice = own(words, listChoiceWords)
  const segments = useSegments().data ?? []
  const list = useAudience(listId)
  const choosing = useChooseAudience()
  const choose = (id: string) => choosing.mutate(id, { onSuccess: (made) => onChoose(made.id) })
  const pick = (value: string | null) => {
    if (value === null) return
    if (value.startsWith(mark)) choose(value.slice(mark.length))
    else {
      keep(value)
      onChoose(value)
    }
  }
  const { segment = null } = list ?? {}
  const chosen =
    list === null || segment === null
      ? []
      : [
          {
            value: list.id,
            label: fill(isAnew ? anew.segment : w.chosen, {
              name: segment.name,
              people: count(language, list.members),
            }),
          },
        ]
  const offered = segments.map(({ id, name }) => ({ value: `${mark}${id}`, label: name }))
  return (
    <Stack gap="xs">
      <Select
        label={w.label}
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage={choice.nothing}
        value={listId}
        searchValue={typed}
        onSearchChange={setTyped}
        onOptionSubmit={(id) => {
          const one = [...options, ...chosen].find(({ value }) => value === id)
          if (one !== undefined) setTyped(one.label)
        }}
        onClick={selectAll}
        onFocus={selectAll}
        data={[
          {
            group: w.lists,
            items: [
              ...options,
              ...(isMore ? [{ value: 'more', label: choice.more, disabled: true }] : []),
            ],
          },
          ...(chosen.length + offered.length === 0
            ? []
            : [{ group: w.segments, items: [...chosen, ...offered] }]),
        ]}
        onChange={pick}
      />
      {choosing.isPending ? (
        <Text size="sm" role="status">
          {w.choosing}
        </Text>
      ) : null}
      {choosing.error ? <Failed error={choosing.error} /> : null}
      {segment === null || choosing.isPending ? null : (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {fill(isAnew ? anew.chosenAt : w.chosenAt, {
              when: dateTime(language, segment.chosenAt),
              people: count(language, list?.members ?? 0),
            })}
          </Text>
          {!isAnew && segments.some(({ id }) => id === segment.id) ? (
            <Button size="xs" variant="subtle" onClick={() => choose(segment.id)}>
              {w.again}
            </Button>
          ) : null}
        </Group>
      )}
    </Stack>
  )
}

/** On a campaign's page: the list, or the segment with its rules as they were. */
export function AudienceLine(props: { listId: string; isAnew?: boolean }) {
  const { language, words } = useLanguage()
  const w = words.segments.audience
  const isAnew = props.isAnew === true
  const list = useAudience(props.listId)
  const segments = useSegments().data
  const describe = useDescribeRules()
  if (list === null) return null
  const { segment } = list
  // Whoever is chosen anew is chosen by the rules of that day, not by those of the last time.
  const now = segments?.find(({ id }) => id === segment?.id)
  return (
    <Text size="sm">
      {segment === null
        ? fill(w.ofList, { name: list.name })
        : fill(isAnew ? own(words, chosenAnewWords).ofSegment : w.ofSegment, {
            name: segment.name,
            when: dateTime(language, segment.chosenAt),
            rules: describe((isAnew ? now : undefined) ?? segment),
          })}
    </Text>
  )
}
