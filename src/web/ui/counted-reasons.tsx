// Reasons with how often each applied, in the order given; a reason may open whom it is about.
import { Anchor, Table } from '@mantine/core'
import { Link } from 'react-router'
import { count } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'

export type CountedReason = {
  key: string
  times: number
  sentence: string
  /** The address of whom it is about, or what shows them here. */
  to?: string
  open?: () => void
}

function Sentence({ to, open, sentence }: CountedReason) {
  if (to !== undefined) {
    return (
      <Anchor component={Link} to={to} inherit>
        {sentence}
      </Anchor>
    )
  }
  if (open === undefined) return sentence
  return (
    <Anchor component="button" type="button" inherit ta="left" onClick={open}>
      {sentence}
    </Anchor>
  )
}

export function CountedReasons(props: { label: string; items: readonly CountedReason[] }) {
  const { language } = useLanguage()
  return (
    <Table aria-label={props.label}>
      <Table.Tbody>
        {props.items.map((item) => (
          <Table.Tr key={item.key}>
            <Table.Td w={90} ta="right" fw={600} className="accord-figures">
              {count(language, item.times)}
            </Table.Td>
            <Table.Td>
              <Sentence {...item} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
