// For somebody of whom a second factor is required and who has none: a banner before the date, and
// after it a page on which they can do nothing but add one.
import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession, useSessionActions } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Door } from '../../ui/door.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { EnrolForm } from './enrol-form.tsx'

export function FactorBanner({ from }: { from: string }) {
  const { language, words } = useLanguage()
  const w = own(words, factorWords).banner
  const { pathname } = useLocation()
  if (pathname === paths.profile) return null
  return (
    <Alert color="yellow" mb="lg" role="status">
      <Group justify="space-between">
        <Text size="sm">{fill(w.text, { date: dateTime(language, from) })}</Text>
        <Anchor component={Link} to={paths.profile} size="sm">
          {w.link}
        </Anchor>
      </Group>
    </Alert>
  )
}

/** It stays until `onDone`, whatever the session says meanwhile: recovery codes are shown once. */
export function EnrolScreen(props: { onDone(): void }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const { logOut, switchTo } = useSessionActions()
  const queries = useQueryClient()
  const w = own(words, factorWords).enrol
  const goOn = async () => {
    await queries.invalidateQueries({ queryKey: ['me'] })
    props.onDone()
  }
  return (
    <Door title={w.title}>
      <Text>{w.lead}</Text>
      <Paper withBorder p="lg">
        <Stack>
          <EnrolForm done={w.goOn} onDone={() => void goOn()} />
          {me.accounts
            .filter(({ id }) => id !== me.account.id)
            .map(({ id, name }) => (
              <Anchor
                key={id}
                component="button"
                type="button"
                size="sm"
                ta="start"
                onClick={() => void switchTo(id)}
              >
                {fill(w.elsewhere, { account: name })}
              </Anchor>
            ))}
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => void logOut()}
          >
            {w.logOut}
          </Anchor>
        </Stack>
      </Paper>
    </Door>
  )
}
