// The check sheet: what is approved is exactly what stands here.

import { Alert, List, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import type { CheckSheet } from '../../../campaigns/contract.ts'
import { saidDay } from '../../../kernel/index.ts'
import { count, dateTime, euros, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { zoneName } from '../../data/zone.ts'
import { Figure } from '../../ui/figure.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { type LeftOutOpens, LeftOutTable } from './left-out-table.tsx'

function Sentences(props: {
  title: string
  colour: string
  items: readonly { sentence: string }[]
}) {
  if (props.items.length === 0) return null
  return (
    <Alert color={props.colour} title={props.title}>
      <List size="sm">
        {props.items.map((item) => (
          <List.Item key={item.sentence}>{item.sentence}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Hours(props: { sheet: CheckSheet }) {
  const { language, words } = useLanguage()
  if (props.sheet.hours.length === 0) return null
  const when = (iso: string, zone: string) =>
    saidDay(
      language,
      new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
      }).format(new Date(iso)),
    )
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words.campaigns.hours}
      </Title>
      <Text size="sm" c="dimmed">
        {words.compose.localHours}
      </Text>
      <WideTable minWidth={360}>
        <Table.Tbody>
          {props.sheet.hours.map((hour) => (
            <Table.Tr key={`${hour.territory} ${hour.zone}`}>
              <Table.Td>
                {territoryName(language, hour.territory)}{' '}
                <Text span size="xs" c="dimmed">
                  {hour.zone.replaceAll('_', ' ')}
                </Text>
              </Table.Td>
              <Table.Td>
                {fill(words.compose.messagesOf, { count: count(language, hour.messages) })}
              </Table.Td>
              <Table.Td>
                {when(hour.opensAt, hour.zone)}
                {hour.closesAt ? ` – ${when(hour.closesAt, hour.zone)}` : ''}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  )
}

export function CheckSheetView(props: { sheet: CheckSheet; leftOutOpens?: LeftOutOpens }) {
  const { language, words } = useLanguage()
  const w = words.campaigns
  const { sheet, leftOutOpens: opens } = props
  const dearer = (fromTheText: boolean) =>
    sheet.ucs2Because
      .filter((one) => one.fromTheText === fromTheText)
      .map(({ character }) => character)
  const [ofText, ofNames] = [dearer(true), dearer(false)]
  return (
    <Stack>
      <Sentences title={w.problems} colour="red" items={sheet.problems} />
      <SimpleGrid cols={{ base: 2, sm: 5 }}>
        <Figure label={w.people} value={count(language, sheet.people)} />
        <Figure label={w.receive} value={count(language, sheet.receive)} strong />
        <Figure label={w.leftOut} value={count(language, sheet.people - sheet.receive)} />
        <Figure label={w.segments} value={count(language, sheet.segments)} />
        <Figure label={w.cost} value={euros(language, sheet.costMicroEur)} />
      </SimpleGrid>
      <LeftOutTable items={sheet.leftOut} {...(opens === undefined ? {} : { opens })} />
      <Stack gap="xs">
        <Title order={3} size="h5">
          {w.sampleText}
        </Title>
        <Paper withBorder p="md" className="accord-story accord-measure">
          {sheet.sample}
        </Paper>
        {ofText.length > 0 ? (
          <Text size="sm" fw={600}>
            {fill(w.ucs2, { characters: ofText.join(' ') })}
          </Text>
        ) : null}
        {ofNames.length > 0 ? (
          <Text size="sm">{fill(words.compose.ofNames, { characters: ofNames.join(' ') })}</Text>
        ) : null}
      </Stack>
      <Hours sheet={sheet} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Figure
          label={w.startsAt}
          value={sheet.startsAt ? dateTime(language, sheet.startsAt) : '–'}
        />
        <Figure label={w.endsAt} value={sheet.endsAt ? dateTime(language, sheet.endsAt) : '–'} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {fill(w.byClockOf, { zone: zoneName() })}
      </Text>
      <Sentences title={w.notices} colour="blue" items={sheet.notices} />
    </Stack>
  )
}
