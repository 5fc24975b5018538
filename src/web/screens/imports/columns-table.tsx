// The columns of a file with their class and evidence, and what each shall be kept as.
import { List, Select, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { CustomFieldView } from '../../../contacts/contract.ts'
import {
  type ColumnType,
  type ImportColumn,
  type ImportField,
  importFields,
} from '../../../intake/contract.ts'
import type { SensitiveLegalBasisView } from '../../../sensitive/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { StackedHead } from '../../ui/stacked-table.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { ClassBadge } from './column-class.tsx'
import { NewCustomField } from './custom-column.tsx'
import { Overrule, type OverruleDraft } from './overrule.tsx'

/**
 * A sensitive column goes in on a legal basis that is in force for what it holds, or not at all.
 */
function OnLegalBasis(props: { column: ImportColumn; legalBases: LegalBases }) {
  const { words } = useLanguage()
  const w = words.imports
  const { column, legalBases } = props
  const fitting = legalBases.inForce.filter(({ category }) => category === column.type)
  if (fitting.length === 0) return <Text size="sm">{w.needsLegalBasis}</Text>
  return (
    <Select
      aria-label={fill(w.onLegalBasis, { column: column.header || `#${column.index + 1}` })}
      value={legalBases.chosen.get(column.index) ?? 'drop'}
      allowDeselect={false}
      data={[
        { value: 'drop', label: w.noLegalBasis },
        ...fitting.map(({ id, basis, controllerName, article }) => ({
          value: id,
          label: `${words.sensitive.bases[basis]} (${article}) · ${controllerName}`,
        })),
      ]}
      onChange={(value) =>
        legalBases.choose(column.index, value === 'drop' || value === null ? null : value)
      }
    />
  )
}

/** Which legal bases are there, and on which one each sensitive column goes in. */
export type LegalBases = {
  inForce: readonly SensitiveLegalBasisView[]
  chosen: ReadonlyMap<number, string>
  choose: (index: number, legalBasisId: string | null) => void
}

/** Which custom fields there are, and which of them each column fills. */
export type CustomChoice = {
  fields: readonly CustomFieldView[]
  chosen: ReadonlyMap<number, string>
  choose: (index: number, key: string | null) => void
}

type StorageProps = {
  column: ImportColumn
  chosen: ImportField | null
  choose: (field: ImportField | null) => void
  legalBases: LegalBases
  custom: CustomChoice
}

function Storage(props: StorageProps) {
  const { words } = useLanguage()
  const w = words.imports
  const { column } = props
  if (column.storage === 'never_kept') return <Text size="sm">{w.neverKept}</Text>
  if (column.storage === 'needs_legal_basis') return <OnLegalBasis {...props} />
  return <MayBeKept {...props} />
}

/** What a custom field is called among the choices, so that it is no standard field. */
const customPrefix = 'custom:'

function MayBeKept(props: StorageProps) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { column, custom } = props
  const [isMaking, setMaking] = useState(false)
  const own = custom.chosen.get(column.index)
  const taken = new Set([...custom.chosen.values()].filter((key) => key !== own))
  const choose = (value: string | null) => {
    setMaking(value === 'new')
    const key = value?.startsWith(customPrefix) ? value.slice(customPrefix.length) : null
    const isField = key === null && value !== null && value !== 'drop' && value !== 'new'
    custom.choose(column.index, key)
    props.choose(isField ? (value as ImportField) : null)
  }
  const standardGroup = {
    group: words.customFields.standard,
    items: importFields.map((value) => ({ value, label: w.fields[value] })),
  }
  const fields = custom.fields.map(({ key, name }) => ({
    value: `${customPrefix}${key}`,
    label: name,
    disabled: taken.has(key),
  }))
  const customGroup = {
    group: words.customFields.group,
    items: [...fields, { value: 'new', label: words.customFields.newField }],
  }
  return (
    <>
      <Select
        aria-label={`${w.keepAs}${colon(language)} ${column.header || column.index + 1}`}
        value={
          own === undefined
            ? (props.chosen ?? (isMaking ? 'new' : 'drop'))
            : `${customPrefix}${own}`
        }
        allowDeselect={false}
        maxDropdownHeight={400}
        data={[
          { value: 'drop', label: w.drop },
          ...(column.proposedField === null
            ? [customGroup, standardGroup]
            : [standardGroup, customGroup]),
        ]}
        onChange={choose}
      />
      {isMaking ? (
        <NewCustomField
          header={column.header}
          sample={column.sample}
          made={(key) => choose(`${customPrefix}${key}`)}
          cancel={() => setMaking(false)}
        />
      ) : null}
    </>
  )
}

type Choices = {
  types: readonly ColumnType[]
  chosen: ReadonlyMap<number, ImportField>
  choose: (index: number, field: ImportField | null) => void
  overrules: ReadonlyMap<number, OverruleDraft>
  overrule: (index: number, draft: OverruleDraft | null) => void
  legalBases: LegalBases
  custom: CustomChoice
}

/** The column as a person says that it is, with what follows from that. */
export function asSaid(
  column: ImportColumn,
  { types, overrules }: Pick<Choices, 'types' | 'overrules'>,
): ImportColumn {
  const said = types.find(({ type }) => type === overrules.get(column.index)?.type)
  if (said === undefined) return column
  const { type, storage, sentences } = said
  return { ...column, type, class: said.class, storage, follows: [...sentences] }
}

/** In the reader's words; nothing until they are there. */
const nameOfType = (types: readonly ColumnType[], wanted: string): string =>
  types.find(({ type }) => type === wanted)?.name ?? ''

function ColumnRow(props: { found: ImportColumn } & Choices) {
  const { words } = useLanguage()
  const { found } = props
  const column = asSaid(found, props)
  const isCustom = props.custom.chosen.has(found.index)
  const follows = isCustom ? words.customFields.follows : column.follows
  return (
    <Table.Tr role="row" style={{ verticalAlign: 'top' }}>
      <Table.Td role="cell" fw={600}>
        {column.header || `#${column.index + 1}`}
      </Table.Td>
      <Table.Td role="cell" data-label={words.imports.class}>
        <ClassBadge of={column.class} />
        <Text size="xs" c="dimmed">
          {nameOfType(props.types, column.type)}
        </Text>
        <Overrule
          column={found}
          types={props.types}
          draft={props.overrules.get(found.index) ?? null}
          change={(draft) => props.overrule(found.index, draft)}
        />
      </Table.Td>
      <Table.Td role="cell" data-label={words.imports.evidence}>
        <List size="xs">
          {column.evidence.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </Table.Td>
      <Table.Td role="cell" data-label={words.imports.sample}>
        <Text size="xs" className="accord-mono">
          {column.sample.slice(0, 3).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td role="cell" data-label={words.imports.keepAs} w={{ sm: 260 }}>
        <Storage
          column={column}
          chosen={props.chosen.get(found.index) ?? null}
          choose={(field) => props.choose(found.index, field)}
          legalBases={props.legalBases}
          custom={props.custom}
        />
        <List size="xs" mt={4} aria-label={words.imports.follows}>
          {follows.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </Table.Td>
    </Table.Tr>
  )
}

export function ColumnsTable(props: { columns: readonly ImportColumn[] } & Choices) {
  const { words } = useLanguage()
  const w = words.imports
  return (
    <WideTable minWidth={860} spacing="sm" stacks>
      <StackedHead columns={[w.column, w.class, w.evidence, w.sample, w.keepAs]} />
      <Table.Tbody role="rowgroup">
        {props.columns.map((column) => (
          <ColumnRow key={column.index} {...props} found={column} />
        ))}
      </Table.Tbody>
    </WideTable>
  )
}
