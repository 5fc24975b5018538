// The segments of the account: their rules as sentences, and a campaign for those who fit now.
import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import type { SegmentView } from '../../../contacts/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useDescribeRules } from './describe-rules.ts'
import { useChooseAudience, useSegments } from './queries.ts'

function SegmentRow(props: {
  segment: SegmentView
  describe: ReturnType<typeof useDescribeRules>
}) {
  const { words } = useLanguage()
  const w = words.segments
  const { segment } = props
  const { name } = segment
  const go = useNavigate()
  const choosing = useChooseAudience()
  const begin = () =>
    choosing.mutate(segment.id, { onSuccess: (list) => go(paths.newCampaign(list.id)) })
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={paths.segment(segment.id)}>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed" className="accord-measure">
          {props.describe(segment)}
        </Text>
        {choosing.isPending ? (
          <Text size="sm" role="status">
            {w.choosing}
          </Text>
        ) : null}
        {choosing.error ? <Failed error={choosing.error} /> : null}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            className="accord-whole"
            component={Link}
            to={paths.segment(segment.id)}
            aria-label={fill(w.editNamed, { name })}
          >
            {w.edit}
          </Button>
          <Button
            size="xs"
            variant="default"
            className="accord-whole"
            loading={choosing.isPending}
            aria-label={fill(w.campaignNamed, { name })}
            onClick={begin}
          >
            {w.campaign}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

export function SegmentsScreen() {
  const { words } = useLanguage()
  const w = words.segments
  const segments = useSegments()
  const describe = useDescribeRules()
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Button component={Link} to={paths.newSegment}>
          {w.make}
        </Button>
      }
    >
      <Answer query={segments}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={w.none} text={w.noneText} />
          ) : (
            <Stack>
              <WideTable minWidth={560} spacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{w.name}</Table.Th>
                    <Table.Td />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((segment) => (
                    <SegmentRow key={segment.id} segment={segment} describe={describe} />
                  ))}
                </Table.Tbody>
              </WideTable>
            </Stack>
          )
        }
      </Answer>
    </Page>
  )
}
