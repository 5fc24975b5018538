// A telephone beside the text that shows what a real recipient reads; names stay masked.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BillView, MessagePreview } from '../../../campaigns/contract.ts'
import { render } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import type { Written } from './draft.ts'
import { useTemplate } from './use-template.ts'

/** Whom the telephone shows: somebody by name of their id, or the first behind somebody. */
export type Shown = { contactId?: string; after?: string }

function usePreview(written: Written | null, shown: Shown) {
  return useQuery({
    queryKey: ['campaign-preview', written, shown],
    queryFn:
      written === null
        ? skipToken
        : () => call('POST /v1/campaign-preview', { body: { ...written, ...shown } }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

function Screen(props: { sender: string; preview: MessagePreview }) {
  const { words } = useLanguage()
  const { preview } = props
  if (preview.contactId === null) return <Text size="sm">{words.compose.phoneNobody}</Text>
  return (
    <>
      <Text size="xs" ta="center" c="dimmed" fw={600}>
        {props.sender}
      </Text>
      <div className="accord-bubble">{preview.text}</div>
    </>
  )
}

/** With the right to it, and a reason that the journal keeps. */
function ShowInClear(props: { contactId: string; text: string }) {
  const { words } = useLanguage()
  const w = words.compose
  const [opened, { open, close }] = useDisclosure(false)
  const { may } = useSession()
  const template = useTemplate(props.text)
  if (!may('contacts.reveal') || !template.ok) return null
  return (
    <>
      <Group>
        <Button size="compact-xs" variant="subtle" onClick={open}>
          {w.showInClear}
        </Button>
      </Group>
      <RevealDialog
        title={w.showInClear}
        reveal={(reason) =>
          call('POST /v1/contacts/{id}/reveal', {
            params: { id: props.contactId },
            body: { reason },
          })
        }
        opened={opened}
        onClose={close}
      >
        {({ fields, custom }) => (
          <Text className="accord-story">
            {
              render(template.pieces, {
                first_name: fields.firstName,
                last_name: fields.lastName,
                custom: Object.fromEntries(custom.map(({ key, value }) => [key, value])),
              }).text
            }
          </Text>
        )}
      </RevealDialog>
    </>
  )
}

function Below(props: { preview: MessagePreview; text: string }) {
  const { words } = useLanguage()
  const { preview } = props
  if (preview.contactId === null) return null
  const [one, several] = preview.encoding === 'gsm7' ? [160, 153] : [70, 67]
  return (
    <>
      <Text size="xs" c="dimmed" role="status">
        {fill(words.compose.shownAs, {
          to: preview.to,
          units: preview.units,
          room: preview.segments === 1 ? one : several * preview.segments,
          segments: preview.segments,
        })}
      </Text>
      {preview.hidesNames ? <ShowInClear contactId={preview.contactId} text={props.text} /> : null}
      {preview.sentence === null ? null : (
        <Text size="sm" fw={600}>
          {preview.sentence}
        </Text>
      )}
    </>
  )
}

/** Keeps the way that one came, so that one can go back. */
function useWay() {
  const [way, setWay] = useState<Shown[]>([{}])
  return {
    shown: way.at(-1) ?? {},
    canGoBack: way.length > 1,
    go: (to: Shown) => setWay((before) => [...before.slice(-200), to]),
    back: () => setWay((before) => (before.length > 1 ? before.slice(0, -1) : before)),
  }
}
export type Way = ReturnType<typeof useWay>
export { useWay }

export function PhonePreview(props: {
  written: Written | null
  bill: BillView['bill'] | undefined
  way: Way
}) {
  const { words } = useLanguage()
  const w = words.compose
  const { written, bill, way } = props
  const preview = usePreview(written, way.shown)
  const contactId = preview.data?.contactId ?? null
  const toOne = (id: string | null | undefined) => ({
    disabled: !id,
    onClick: () => way.go({ contactId: id ?? '' }),
  })
  const inUcs2 = bill?.inUcs2 ?? []
  const nextInUcs2 = inUcs2[(inUcs2.indexOf(contactId ?? '') + 1) % Math.max(1, inUcs2.length)]
  const look = { size: 'compact-sm', variant: 'default' } as const
  return (
    <Section title={w.phone} lead={written === null ? w.phoneEmpty : w.phoneLead}>
      {written === null ? null : (
        <Stack gap="xs">
          <Group gap={6}>
            <Button {...look} disabled={!way.canGoBack} onClick={way.back}>
              {w.previous}
            </Button>
            <Button
              {...look}
              disabled={contactId === null}
              onClick={() => way.go({ after: contactId ?? '' })}
            >
              {w.next}
            </Button>
            <Button {...look} {...toOne(bill?.shortest)}>
              {w.shortest}
            </Button>
            <Button {...look} {...toOne(bill?.longest)}>
              {w.longest}
            </Button>
            <Button {...look} {...toOne(nextInUcs2)}>
              {w.unicode}
            </Button>
          </Group>
          {preview.error ? <Failed error={preview.error} /> : null}
          <div className="accord-phone" aria-live="polite">
            {preview.data ? <Screen sender={written.sender} preview={preview.data} /> : null}
          </div>
          {preview.data ? <Below preview={preview.data} text={written.text} /> : null}
        </Stack>
      )}
    </Section>
  )
}
