// How often a recurring send leaves: by the calendar, or on a date of each person.
import {
  Anchor,
  Group,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { Link } from 'react-router'
import { birthDateField, recurringEvery } from '../../../campaigns/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import type { Draft } from './draft.ts'
import { monthName, weekdayName } from './rule-words.ts'

type Props = { draft: Draft; change: (part: Partial<Draft>) => void }

const numbers = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
/** What most people want first. */
const offered = ['persons_date', ...recurringEvery.filter((one) => one !== 'persons_date')] as const

function WhichDate({ draft, change }: Props) {
  const { words } = useLanguage()
  const w = words.recurring
  const dates = (useCustomFields().data ?? []).filter(
    ({ isArchived, type }) => !isArchived && (type === 'date' || type === 'date_time'),
  )
  return (
    <Stack gap={4}>
      <Select
        label={w.field}
        description={w.fieldHelp}
        required
        allowDeselect={false}
        value={draft.field}
        data={[
          { value: birthDateField, label: w.birthDate },
          ...dates.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(field) => field && change({ field })}
      />
      {dates.length > 0 ? null : (
        <Text size="sm">
          <Anchor component={Link} to={paths.customFields}>
            {w.noField}
          </Anchor>
        </Text>
      )}
    </Stack>
  )
}

function WhichDay({ draft, change }: Props) {
  const { language, words } = useLanguage()
  const w = words.recurring
  switch (draft.every) {
    case 'week':
      return (
        <Select
          label={w.weekday}
          required
          allowDeselect={false}
          value={String(draft.weekday)}
          data={numbers(7).map((day) => ({
            value: String(day),
            label: weekdayName(language, day),
          }))}
          onChange={(day) => day && change({ weekday: Number(day) })}
        />
      )
    case 'persons_date':
      return <WhichDate draft={draft} change={change} />
    case '':
      return null
    default:
      return (
        <Group align="flex-start">
          <NumberInput
            label={w.dayOfMonth}
            description={w.dayOfMonthHelp}
            required
            min={1}
            max={31}
            allowDecimal={false}
            allowNegative={false}
            value={draft.dayOfMonth}
            onChange={(dayOfMonth) => change({ dayOfMonth })}
          />
          {draft.every === 'year' ? (
            <Select
              label={w.month}
              required
              allowDeselect={false}
              value={String(draft.month)}
              data={numbers(12).map((month) => ({
                value: String(month),
                label: monthName(language, month),
              }))}
              onChange={(month) => month && change({ month: Number(month) })}
            />
          ) : null}
        </Group>
      )
  }
}

export function RuleFields({ draft, change }: Props) {
  const { words } = useLanguage()
  const w = words.recurring
  return (
    <>
      <Radio.Group
        label={w.rule}
        required
        value={draft.every}
        onChange={(value) => change({ every: recurringEvery.find((one) => one === value) ?? '' })}
      >
        <Stack gap="xs" mt="xs">
          {offered.map((value) => (
            <Radio key={value} value={value} label={w.every[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <WhichDay draft={draft} change={change} />
      <TextInput
        type="time"
        label={w.time}
        description={w.timeHelp}
        required
        value={draft.time}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={w.firstDay}
          description={w.firstDayHelp}
          value={draft.firstDay}
          onChange={(event) => change({ firstDay: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={w.lastDay}
          description={w.lastDayHelp}
          value={draft.lastDay}
          onChange={(event) => change({ lastDay: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  )
}
