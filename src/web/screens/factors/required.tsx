// For somebody of whom a second factor is required and who has none: a banner before the date, and
// after it a page on which they can do nothing but add one.
import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession, useSessionActions } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Door } from '../../ui/door.tsx'
import { worksHere } from '../../ui/passkey.ts'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { EnrolForm } from './enrol-form.tsx'
import { PasskeyForm } from './passkey-form.tsx'

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

/** A passkey where this address allows one, else an app; each leads to the other. */
function EitherForm(props: { done: string; onDone(): void }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).passkey
  const [isApp, setApp] = useState(false)
  const factors = useQuery({
    queryKey: ['second-factors'],
    queryFn: () => call('GET /v1/me/second-factors'),
  })
  // Asked once: what is shown once must not go with what is asked again.
  const [mayPasskey, setMayPasskey] = useState<boolean | null>(null)
  if (mayPasskey === null && factors.data !== undefined) {
    setMayPasskey(worksHere(factors.data.passkeysAt))
  }
  if (mayPasskey === null) return <Answer query={factors}>{() => null}</Answer>
  if (!mayPasskey) return <EnrolForm {...props} />
  return (
    <>
      {isApp ? <EnrolForm {...props} /> : <PasskeyForm {...props} />}
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setApp(!isApp)}>
        {isApp ? w.instead : w.appInstead}
      </Anchor>
    </>
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
          <EitherForm done={w.goOn} onDone={() => void goOn()} />
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
