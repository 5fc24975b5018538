// The proofs: the ledger that anybody can verify, whether the database agrees with it, and what is
// kept of deleted contacts.
import { Anchor, Code, Stack, Text } from '@mantine/core'
import { addressOf } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { proofsWords } from '../../words/consent/proofs.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { ComparisonSection } from './comparison-section.tsx'
import { HoldsSection } from './holds-section.tsx'
import { useLedger } from './queries.ts'

function Ledger() {
  const { language, words } = useLanguage()
  const w = own(words, proofsWords)
  const checkpoint = useLedger()
  return (
    <Section title={w.ledger}>
      <Answer query={checkpoint}>
        {(data) => (
          <Stack gap="xs">
            <Text>
              {fill(w.ledgerSize, {
                size: count(language, data.size),
                waiting: count(language, data.waiting),
              })}
            </Text>
            <Text size="sm" c="dimmed">
              {w.ledgerKey}
            </Text>
            <Code>{data.publicKey}</Code>
            <Anchor href={addressOf('GET /v1/ledger/export')} download>
              {w.ledgerExport}
            </Anchor>
          </Stack>
        )}
      </Answer>
    </Section>
  )
}

export function ProofsScreen() {
  const { words } = useLanguage()
  const w = own(words, proofsWords)
  return (
    <Page title={w.title} lead={w.lead}>
      <Ledger />
      <ComparisonSection />
      <HoldsSection />
    </Page>
  )
}
