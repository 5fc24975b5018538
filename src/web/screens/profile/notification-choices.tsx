// What somebody is told of, on screen and by e-mail, kind by kind.
import { Anchor, Switch, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { NoticeChoices } from '../../../notifications/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'

const key = ['notification-choices']
type Choice = BodyOf<'PUT /v1/notifications/choices'>

/** The switch moves at once, and goes back where it stood when the server says no. */
function useChoose() {
  const queries = useQueryClient()
  return useMutation({
    // One after the other: of two presses the second is the last word on the server, too.
    scope: { id: 'notification-choices' },
    mutationFn: (body: Choice) => call('PUT /v1/notifications/choices', { body }),
    onMutate: async (choice) => {
      await queries.cancelQueries({ queryKey: key })
      const before = queries.getQueryData<NoticeChoices>(key)
      queries.setQueryData<NoticeChoices>(key, (now) =>
        now === undefined
          ? now
          : {
              ...now,
              items: now.items.map((one) =>
                one.kind === choice.kind ? { ...one, ...choice } : one,
              ),
            },
      )
      return { before }
    },
    onError: (_error, _choice, context) => queries.setQueryData(key, context?.before),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: key })
      void queries.invalidateQueries({ queryKey: ['notifications'] })
    },
  })
}

function Rows({ choices }: { choices: NoticeChoices }) {
  const { words } = useLanguage()
  const w = words.notifications.choices
  const choose = useChoose()
  return (
    <>
      {choose.error ? <Failed error={choose.error} /> : null}
      <WideTable minWidth={320} spacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.kind}</Table.Th>
            <Table.Th>{w.onScreen}</Table.Th>
            <Table.Th>{w.byMail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {choices.items.map(({ kind, title, onScreen, byMail }) => (
            <Table.Tr key={kind}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>
                <Switch
                  aria-label={fill(w.switchScreen, { title })}
                  checked={onScreen}
                  onChange={(event) =>
                    choose.mutate({ kind, byMail, onScreen: event.currentTarget.checked })
                  }
                />
              </Table.Td>
              <Table.Td>
                <Switch
                  aria-label={fill(w.switchMail, { title })}
                  checked={byMail}
                  onChange={(event) =>
                    choose.mutate({ kind, onScreen, byMail: event.currentTarget.checked })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  )
}

export function NotificationChoices() {
  const { words } = useLanguage()
  const { me, may } = useSession()
  const mayRead = may('account.manage') || may('installation.manage')
  const w = words.notifications.choices
  const choices = useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/notifications/choices'),
  })
  return (
    <Section title={w.title} lead={w.lead} narrow>
      <Answer query={choices}>
        {(data) => (
          <>
            <Text size="sm" role="note">
              {fill(w[data.mail], { email: me.user?.email ?? '' })}
            </Text>
            {data.mail === 'mailbox' && mayRead ? (
              <Anchor component={Link} to={paths.mail} size="sm">
                {w.readThem}
              </Anchor>
            ) : null}
            <Rows choices={data} />
          </>
        )}
      </Answer>
    </Section>
  )
}
