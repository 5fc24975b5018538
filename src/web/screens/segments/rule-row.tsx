// One rule of a segment as three fields: what it is about, how, and the value.
import { ActionIcon, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type CustomFieldView, campaignOps, segmentStatuses } from '../../../contacts/contract.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import type { Words } from '../../words/index.ts'
import { own } from '../../words/own.ts'
import { campaignRuleWords } from '../../words/sending/campaign-rules.ts'
import { ListChooser } from '../lists/list-chooser.tsx'
import {
  asWhen,
  countries,
  customKeyOf,
  isInDays,
  isOrNot,
  needsNoValue,
  opsOf,
  plainFields,
  type RuleDraft,
  whenOps,
} from './rule-draft.ts'

type Named = readonly { id: string; name: string }[]
type Options = { value: string; label: string }[]

const typeOf = (field: string, fields: readonly CustomFieldView[]) =>
  fields.find(({ key }) => key === customKeyOf(field))?.type
const isDated = (field: string, fields: readonly CustomFieldView[]): boolean => {
  const type = typeOf(field, fields)
  return type === 'date' || type === 'date_time'
}

function opOptions(field: string, fields: readonly CustomFieldView[], words: Words): Options {
  const w = words.segments
  if (field === 'campaign') {
    const { ops } = own(words, campaignRuleWords)
    return campaignOps.map((value) => ({ value, label: ops[value] }))
  }
  if (asWhen(field)) return whenOps.map((value) => ({ value, label: w.ops.when[value] }))
  if (customKeyOf(field) === null) {
    const named = w.ops[field as 'list' | 'status' | 'country' | 'department']
    return isOrNot.map((value) => ({ value, label: named[value] }))
  }
  const isDay = isDated(field, fields)
  return opsOf(field, fields).map((value) => ({
    value,
    label:
      isDay && (value === 'less' || value === 'more')
        ? w.ops.day[value]
        : w.ops.custom[value as keyof typeof w.ops.custom],
  }))
}

function Value(props: {
  rule: RuleDraft
  campaigns: Named
  fields: readonly CustomFieldView[]
  change(value: string): void
}) {
  const { language, words } = useLanguage()
  const w = words.segments
  const c = own(words, campaignRuleWords)
  const { rule, change, campaigns, fields } = props
  if (needsNoValue(rule.op)) return null
  if (isInDays(rule.op)) {
    return (
      <NumberInput
        label={w.days}
        flex="1 1 100px"
        min={0}
        max={3650}
        allowDecimal={false}
        value={rule.value === '' ? '' : Number(rule.value)}
        onChange={(value) => change(String(value))}
      />
    )
  }
  if (rule.field === 'list') {
    return (
      <ListChooser
        label={w.value}
        flex="1 1 160px"
        value={rule.value === '' ? null : rule.value}
        onChange={(value) => change(value ?? '')}
      />
    )
  }
  const options: Options | null =
    rule.field === 'campaign'
      ? campaigns.map(({ id, name }) => ({ value: id, label: name }))
      : rule.field === 'status'
        ? segmentStatuses.map((value) => ({ value, label: words.people.statuses[value] }))
        : rule.field === 'country'
          ? countries.map((value) => ({ value, label: territoryName(language, value) }))
          : null
  if (options !== null) {
    return (
      <Select
        label={rule.field === 'campaign' ? c.value : w.value}
        flex="1 1 160px"
        value={rule.value === '' ? null : rule.value}
        searchable
        data={options}
        onChange={(value) => change(value ?? '')}
      />
    )
  }
  const isDay = asWhen(rule.field) !== undefined || isDated(rule.field, fields)
  return (
    <TextInput
      type={isDay ? 'date' : 'text'}
      flex="1 1 160px"
      label={isDay ? w.day : w.value}
      maxLength={200}
      value={rule.value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

export function RuleRow(props: {
  rule: RuleDraft
  number: number
  /** Those of which something has left; none where the reader may not see campaigns. */
  campaigns: Named
  fields: readonly CustomFieldView[]
  change(rule: RuleDraft): void
  remove: (() => void) | null
}) {
  const { words } = useLanguage()
  const w = words.segments
  const c = own(words, campaignRuleWords)
  const { rule, number, campaigns, fields, change, remove } = props
  const about: Options = [
    ...plainFields
      .filter((value) => value !== 'campaign' || campaigns.length > 0 || rule.field === value)
      .map((value) => ({ value, label: value === 'campaign' ? c.field : w.fields[value] })),
    ...fields.map(({ key, name }) => ({
      value: `custom:${key}`,
      label: fill(w.custom, { name }),
    })),
  ]
  const pick = (field: string | null) => {
    if (field === null) return
    change({ ...rule, field, op: opsOf(field, fields)[0] ?? 'is', value: '' })
  }
  const how = (op: string | null) => {
    if (op === null) return
    change({ ...rule, op, value: isInDays(op) === isInDays(rule.op) ? rule.value : '' })
  }
  return (
    <Group
      role="group"
      aria-label={fill(w.rule, { number: String(number) })}
      gap="sm"
      align="flex-end"
    >
      <Select
        label={w.about}
        flex="1 1 180px"
        allowDeselect={false}
        searchable
        value={rule.field}
        data={about}
        onChange={pick}
      />
      <Select
        label={w.how}
        flex="1 1 160px"
        allowDeselect={false}
        value={rule.op}
        data={opOptions(rule.field, fields, words)}
        onChange={how}
      />
      <Value
        rule={rule}
        campaigns={campaigns}
        fields={fields}
        change={(value) => change({ ...rule, value })}
      />
      {rule.field === 'campaign' ? (
        <Text size="xs" c="dimmed" w="100%" style={{ order: 1 }}>
          {c.help}
        </Text>
      ) : null}
      {remove === null ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={fill(w.removeRule, { number: String(number) })}
          onClick={remove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}
