// After a database restore: what is missing, and how to resume sending.
import { List, Stack, Text } from '@mantine/core'
import type { RestorationView } from '../../../sending/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { restoredWords } from '../../words/restored.ts'
import { useRestoration } from './restored-queries.ts'
import { ReleaseMarketing, ReleaseSending } from './restored-release.tsx'

function Accounts({ accounts }: Pick<RestorationView, 'accounts'>) {
  const { language, words } = useLanguage()
  const w = own(words, restoredWords)
  if (accounts.length === 0) return null
  return (
    <StackedTable
      minWidth={420}
      columns={[w.account, { figures: w.accountLeft }, { figures: w.accountWaiting }]}
    >
      {accounts.map(({ number, name, messages, waitingFromBefore }) => (
        <StackedRow key={number}>
          <StackedCell leads>{name}</StackedCell>
          <StackedCell label={w.accountLeft} isFigure>
            {count(language, messages)}
          </StackedCell>
          <StackedCell label={w.accountWaiting} isFigure>
            {count(language, waitingFromBefore)}
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

type Gap = Pick<RestorationView, 'sentence' | 'gapFrom' | 'gapTo' | 'messages' | 'isAtLeast'>

function GapTold({ gap }: { gap: Gap }) {
  const { language, words } = useLanguage()
  const w = own(words, restoredWords)
  const { sentence, gapFrom, gapTo, messages, isAtLeast } = gap
  const told = isAtLeast ? w.leftAtLeast : w.left
  const left =
    isAtLeast && messages === 0 ? w.leftUnknown : fill(told, { count: count(language, messages) })
  const at = (instant: string) => dateTime(language, instant)
  return (
    <>
      {sentence === null ? null : <Text>{sentence}</Text>}
      {gapFrom === null || gapTo === null ? null : (
        <Text>{fill(w.gap, { from: at(gapFrom), to: at(gapTo) })}</Text>
      )}
      <Text>{left}</Text>
    </>
  )
}

/** The report of the gap, while it is held and afterwards; of those that were found before too. */
function Missing({ view }: { view: RestorationView }) {
  const { language, words } = useLanguage()
  const w = own(words, restoredWords)
  return (
    <Stack gap="xs">
      <GapTold gap={view} />
      <Accounts accounts={view.accounts} />
      {view.earlier.map((gap) => (
        <Stack key={gap.foundAt} gap="xs">
          <Text fw={600}>{fill(w.earlier, { date: dateTime(language, gap.foundAt) })}</Text>
          <GapTold gap={gap} />
        </Stack>
      ))}
    </Stack>
  )
}

function Held({ view }: { view: RestorationView }) {
  const { words } = useLanguage()
  const w = own(words, restoredWords)
  return (
    <>
      <Section title={w.held} lead={w.heldText}>
        <Missing view={view} />
      </Section>
      <Section narrow title={w.before}>
        <List spacing="xs">
          <List.Item>{w.stops}</List.Item>
          <List.Item>{w.campaigns}</List.Item>
        </List>
      </Section>
      <Section narrow title={w.release}>
        <ReleaseSending />
      </Section>
    </>
  )
}

function Released({ view }: { view: RestorationView }) {
  const { language, words } = useLanguage()
  const w = own(words, restoredWords)
  const { releasedAt, waiting, ended, isMarketingKept } = view
  return (
    <>
      {isMarketingKept ? (
        <Section narrow title={w.marketingKept} lead={w.marketingKeptText}>
          <ReleaseMarketing />
        </Section>
      ) : null}
      <Section title={w.released}>
        <Stack gap="xs">
          {releasedAt === null ? null : (
            <Text>{fill(w.releasedAt, { date: dateTime(language, releasedAt) })}</Text>
          )}
          <Text>
            {waiting === 'send' ? w.sent : fill(w.ended, { count: count(language, ended) })}
          </Text>
        </Stack>
        <Missing view={view} />
      </Section>
    </>
  )
}

export function RestoredScreen() {
  const { words } = useLanguage()
  const w = own(words, restoredWords)
  const { may } = useSession()
  const restoration = useRestoration()
  return (
    <Page title={w.title} lead={w.lead}>
      {may('installation.manage') ? (
        <Answer query={restoration}>
          {(view) =>
            view.state === 'none' ? (
              <Empty title={w.none} text={w.noneText} />
            ) : view.state === 'held' ? (
              <Held view={view} />
            ) : (
              <Released view={view} />
            )
          }
        </Answer>
      ) : (
        <NotAllowed right="installation.manage" />
      )}
    </Page>
  )
}
