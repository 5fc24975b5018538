// The people whom one reason leaves out, masked, in a dialog over what is being read or written.
import { Anchor, Button, List, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { CheckSheet } from '../../../campaigns/contract.ts'
import type { AnswerOf } from '../../data/api.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useGrowingList } from '../../ui/growing-list.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { own } from '../../words/own.ts'
import { leftOutPeopleWords } from '../../words/sending/left-out-people.ts'

export type Reason = Pick<CheckSheet['leftOut'][number], 'refusal' | 'sentence'>
type Refusal = Reason['refusal']
type People = AnswerOf<'POST /v1/campaign-left-out'>

/** `key`: of what the people are asked. */
export type LeftOutAsked = {
  key: unknown
  ask(page: { limit: number; cursor: string | undefined; refusal: Refusal }): Promise<People>
}

/** Of a long list an answer may hold nobody: it goes on by itself, so often. */
const soughtAtOnce = 20
const firstPeople = 50

export function LeftOutPeople(props: {
  asked: LeftOutAsked
  reason: Reason | null
  onClose(): void
}) {
  const w = own(useLanguage().words, leftOutPeopleWords)
  const { asked, reason, onClose } = props
  return (
    <Dialog title={w.title} opened={reason !== null} onClose={onClose}>
      {reason === null ? null : <PeopleOf asked={asked} reason={reason} />}
    </Dialog>
  )
}

function PeopleOf({ asked, reason }: { asked: LeftOutAsked; reason: Reason }) {
  const { words } = useLanguage()
  const w = own(words, leftOutPeopleWords)
  const { refusal } = reason
  const list = useGrowingList(['campaign-left-out', asked.key, refusal], (page) =>
    asked.ask({ ...page, refusal }),
  )
  const { data, error, isFetching, hasNextPage, fetchNextPage } = list
  const pages = data?.pages ?? []
  const people = pages.flatMap(({ items }) => items)
  const isSeeking = hasNextPage && people.length < firstPeople && pages.length < soughtAtOnce
  useEffect(() => {
    if (isSeeking && !isFetching && !error) void fetchNextPage()
  }, [isSeeking, isFetching, error, fetchNextPage])
  return (
    <Stack>
      <Text fw={600}>{reason.sentence}</Text>
      <Text size="sm" c="dimmed">
        {w.now}
      </Text>
      {error ? <Failed error={error} retry={() => void list.refetch()} /> : null}
      <Numbers people={people} label={reason.sentence} />
      {isSeeking || list.isPending ? <Loading /> : null}
      {!isSeeking && data && people.length === 0 ? (
        <Text role="status">{hasNextPage ? w.seeking : w.nobody}</Text>
      ) : null}
      {hasNextPage && !isSeeking ? (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {people.length === 0 ? w.further : words.more}
        </Button>
      ) : null}
    </Stack>
  )
}

function Numbers(props: { people: People['items']; label: string }) {
  const { may } = useSession()
  if (props.people.length === 0) return null
  const mayOpen = may('contacts.read')
  return (
    <List aria-label={props.label} listStyleType="none" className="accord-figures">
      {props.people.map(({ contactId, to }) => (
        <List.Item key={contactId}>
          {mayOpen ? (
            <Anchor component={Link} to={paths.contact(contactId)}>
              {to}
            </Anchor>
          ) : (
            to
          )}
        </List.Item>
      ))}
    </List>
  )
}
