// The API: its address, an example that works, what to know, and where the reference is.
import { Anchor, Code, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { CopiedCode } from '../../ui/copied-code.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { apiWords } from '../../words/developers/api.ts'
import { own } from '../../words/own.ts'
import { exampleOf } from './example.ts'

/** Of this installation, as the browser reached it. */
const base = () => `${location.origin}/v1`

/** A number reserved for fiction, and the sender that every trial account has. */
const trial = { number: '+33639980001', sender: 'SANDBOX' }

function Example() {
  const { words } = useLanguage()
  const w = own(words, apiWords)
  const { me } = useSession()
  const [reference] = useState(() => `first-${Date.now().toString(36)}`)
  const { kind } = me.account
  const given = kind === 'sandbox' ? trial : { number: w.number, sender: w.sender }
  const asked = { address: location.origin, token: w.token, text: w.messageText, ...given }
  const { send, read } = exampleOf(asked, reference)
  return (
    <Section title={w.example} lead={w.exampleText[kind]}>
      <CopiedCode label={w.send} code={send} />
      <CopiedCode label={w.read} code={read} />
      <Text size="sm">{w.readText}</Text>
    </Section>
  )
}

function Address() {
  const { words } = useLanguage()
  const w = own(words, apiWords)
  const { may } = useSession()
  return (
    <Section narrow title={w.address} lead={w.addressText}>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {base()}
      </Code>
      <Text size="sm">
        {w.tokensFirst}{' '}
        {may('tokens.manage') ? (
          <Anchor component={Link} to={paths.tokens} inherit>
            {w.toTokens}
          </Anchor>
        ) : (
          w.askTokens
        )}
      </Text>
    </Section>
  )
}

function Reference() {
  const { words } = useLanguage()
  const w = own(words, apiWords)
  const { may } = useSession()
  const also = [
    ...(may('webhooks.manage') ? [{ to: paths.webhooks, label: w.webhooks }] : []),
    ...(may('tokens.manage') ? [{ to: paths.requestLog, label: w.log }] : []),
    { to: paths.sandbox, label: w.sandboxLink },
  ]
  return (
    <>
      <Section narrow title={w.reference}>
        <Stack gap={4}>
          <Anchor href={`${base()}/reference`} target="_blank" rel="noreferrer" hrefLang="en">
            {w.page}
          </Anchor>
          <Text size="sm">{w.pageText}</Text>
        </Stack>
        <Stack gap={4}>
          <Anchor href={`${base()}/openapi.json`} target="_blank" rel="noreferrer">
            {w.openApi}
          </Anchor>
          <Text size="sm">{w.openApiText}</Text>
        </Stack>
        <Text size="sm">{w.guide}</Text>
      </Section>
      <Section narrow title={w.fromHere}>
        <List size="sm" spacing="xs">
          {also.map(({ to, label }) => (
            <List.Item key={to}>
              <Anchor component={Link} to={to} inherit>
                {label}
              </Anchor>
            </List.Item>
          ))}
        </List>
      </Section>
    </>
  )
}

export function ApiScreen() {
  const { words } = useLanguage()
  const w = own(words, apiWords)
  return (
    <Page title={w.title} lead={w.lead}>
      <Address />
      <Example />
      <Section narrow title={w.good}>
        <Text size="sm">{w.idempotency}</Text>
        <Text size="sm">{w.limits}</Text>
      </Section>
      <Reference />
    </Page>
  )
}
