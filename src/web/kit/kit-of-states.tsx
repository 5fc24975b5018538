// What stands in place of something that was asked for, in each state.
import { Button } from '@mantine/core'
import { rights } from '../../kernel/index.ts'
import { ApiProblem } from '../data/client.ts'
import { useLanguage } from '../data/language.tsx'
import { Fallback } from '../ui/fallback.tsx'
import { GrowingList, type ListAnswer } from '../ui/growing-list.tsx'
import { NotAllowed } from '../ui/not-allowed.tsx'
import { Answer, Coming, Empty, Failed, Loading, PageSkeleton } from '../ui/states.tsx'
import { Shown } from './shown.tsx'

const nothing = () => undefined
const items = ['Martin', 'Fictif', 'Exemple']

const pageOf = (some: string[]) => ({
  pages: [{ items: some, nextCursor: null }],
  pageParams: [''],
})
const list: ListAnswer<string> = {
  data: undefined,
  error: null,
  isPending: false,
  hasNextPage: false,
  refetch: nothing,
  fetchNextPage: nothing,
}

function Breaking(): never {
  throw new Error('a screen that breaks')
}

export function KitOfStates() {
  const { language, words } = useLanguage()
  const said = new ApiProblem(422, 'kit.said', {
    detail: words.problems.unknown,
    errors: [
      { pointer: '/number', detail: '+33 6 39 98 00 01' },
      { pointer: '/text', detail: 'STOP' },
    ],
  })
  const refused = new ApiProblem(403, 'kit.refused', { details: { right: rights[0] } })
  const lists: [string, ListAnswer<string>][] = [
    ['loading', { ...list, isPending: true }],
    ['empty', { ...list, data: pageOf([]) }],
    ['full', { ...list, data: pageOf(items), hasNextPage: true }],
    ['failed', { ...list, error: said }],
  ]
  const query = { error: null, isPending: false, refetch: nothing }
  return (
    <>
      <Shown name="Loading">
        <Loading />
      </Shown>
      <Shown name="Coming">
        <Coming />
      </Shown>
      <Shown name="PageSkeleton">
        <PageSkeleton />
      </Shown>
      <Shown name="Empty">
        <Empty title={words.appName} text={words.problems.unknown} />
      </Shown>
      <Shown name="Empty, with an action">
        <Empty title={words.appName} text={language} action={<Button>{words.retry}</Button>} />
      </Shown>
      <Shown name="Failed, said by the server, with items">
        <Failed error={said} retry={nothing} />
      </Shown>
      <Shown name="Failed, offline">
        <Failed error={new ApiProblem(0, 'offline')} />
      </Shown>
      <Shown name="Failed, for want of a right">
        <Failed error={refused} retry={nothing} />
      </Shown>
      <Shown name="Failed, otherwise">
        <Failed error={new Error('not for a reader')} />
      </Shown>
      <Shown name="NotAllowed">
        <NotAllowed right="messages.send" />
      </Shown>
      <Shown name="Answer, there">
        <Answer query={{ ...query, data: 'Martin' }}>{(name) => <p>{name}</p>}</Answer>
      </Shown>
      <Shown name="Answer, on its way">
        <Answer query={{ ...query, data: undefined, isPending: true }}>{() => null}</Answer>
      </Shown>
      {lists.map(([state, shown]) => (
        <Shown key={state} name={`GrowingList, ${state}`}>
          <GrowingList list={shown} empty={{ title: words.appName, text: language }}>
            {(some) => some.map((name) => <p key={name}>{name}</p>)}
          </GrowingList>
        </Shown>
      ))}
      <Shown name="Fallback, of a screen that broke">
        <Fallback>
          <Breaking />
        </Fallback>
      </Shown>
    </>
  )
}
