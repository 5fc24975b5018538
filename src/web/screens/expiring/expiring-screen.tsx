// Consents that end soon, and the list of those who may be asked once more.

import { Stack, Text } from '@mantine/core'
import type { ExpiringView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import { purposeWord } from '../../../words/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { expiringWords } from '../../words/consent/expiring.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useAskAgain, useEnding } from './queries.ts'

type Item = ExpiringView['items'][number]

/** Which entity asks is told where there are several: each asks on its own behalf. */
function nameOf(item: Item, controllers: readonly ControllerView[]): string | null {
  if (controllers.length < 2) return null
  return controllers.find(({ id }) => id === item.controllerId)?.name ?? null
}

function OneEnding(props: { item: Item; controllerName: string | null }) {
  const { language, words } = useLanguage()
  const w = own(words, expiringWords)
  const { controllerId, channel, purpose, soon, expired } = props.item
  const { controllerName } = props
  const ask = useAskAgain()
  const state = useAllowed('contacts.write', ask.isPending)
  const named = purposeWord(language, purpose)
  const about = controllerName === null ? named : `${named}, ${controllerName}`
  const listName = fill(w.endingList, { purpose: about })
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">
        {fill(w.endingLine, {
          purpose: about,
          channel: words.wordings.channel[channel],
          soon: count(language, soon),
          expired: count(language, expired),
        })}
      </Text>
      {channel === 'sms' && soon > 0 ? (
        <ActionButton
          size="xs"
          variant="default"
          label={fill(w.endingAsk, { purpose: about })}
          state={state}
          onPress={() => ask.mutate({ controllerId, purpose, listName })}
        />
      ) : null}
      {ask.error ? <Failed error={ask.error} /> : null}
      {ask.data ? (
        <Text size="sm" role="status">
          {fill(w.endingDone, {
            asked: count(language, ask.data.asked),
            askedBefore: count(language, ask.data.askedBefore),
          })}
        </Text>
      ) : null}
    </Stack>
  )
}

export function ExpiringScreen() {
  const { words } = useLanguage()
  const w = own(words, expiringWords)
  const ending = useEnding()
  return (
    <Page title={w.endingTitle} lead={w.endingLead}>
      <Answer query={ending}>
        {({ items, controllers }) =>
          items.length === 0 ? (
            <Text size="sm">{w.endingNone}</Text>
          ) : (
            <Stack>
              {items.map((item) => (
                <OneEnding
                  key={`${item.controllerId} ${item.channel} ${item.purpose}`}
                  item={item}
                  controllerName={nameOf(item, controllers)}
                />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  )
}
