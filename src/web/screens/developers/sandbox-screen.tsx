// The sandbox of a trial account: a simulated phone, the numbers that fail, hours and replies.
import { Anchor, Table, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Empty } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { sandboxWords } from '../../words/developers/api.ts'
import { own } from '../../words/own.ts'
import { SandboxClock } from './sandbox-clock.tsx'

function Numbers() {
  const { words } = useLanguage()
  const w = own(words, sandboxWords)
  return (
    <Section title={w.numbers} lead={w.numbersText}>
      <WideTable minWidth={280} spacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.number}</Table.Th>
            <Table.Th>{w.what}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(w.endings).map(([ending, what]) => (
            <Table.Tr key={ending}>
              <Table.Td className="accord-figures">{`+33639980${ending}`}</Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Text size="sm">{w.sender}</Text>
    </Section>
  )
}

export function SandboxScreen() {
  const { words } = useLanguage()
  const w = own(words, sandboxWords)
  const { me, may } = useSession()
  if (me.account.kind !== 'sandbox') {
    return (
      <Page title={w.title} lead={w.lead}>
        <Empty title={w.live} text={w.liveText} />
      </Page>
    )
  }
  return (
    <Page title={w.title} lead={w.lead}>
      {may('messages.send') ? (
        <Section narrow title={w.try} lead={w.tryText}>
          <Anchor component={Link} to={paths.tryOne}>
            {words.tryOne.step}
          </Anchor>
        </Section>
      ) : null}
      <Numbers />
      <Section narrow title={w.reply}>
        <Text size="sm">{w.replyText}</Text>
        {may('messages.send') ? (
          <Anchor component={Link} to={paths.tryOne}>
            {w.replyTry}
          </Anchor>
        ) : null}
      </Section>
      <SandboxClock />
      <Section narrow title={w.byProgram}>
        <Text size="sm">
          {w.byProgramText}{' '}
          <Anchor
            href={`${location.origin}/v1/reference`}
            target="_blank"
            rel="noreferrer"
            hrefLang="en"
          >
            {w.byProgramLink}
          </Anchor>
        </Text>
      </Section>
    </Page>
  )
}
