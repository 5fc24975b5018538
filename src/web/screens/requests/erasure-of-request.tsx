// In the screen of a request that ended with an erasure: its certificate.
import { useQuery } from '@tanstack/react-query'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { own } from '../../words/own.ts'
import { erasureWords } from '../../words/requests/erasures.ts'
import { Certificate, erasuresKey } from '../erasures/erasure-acts.tsx'

export function ErasureOfRequest({ requestId }: { requestId: string }) {
  const { words } = useLanguage()
  const w = own(words, erasureWords)
  const found = useQuery({
    queryKey: [...erasuresKey, requestId],
    queryFn: () => call('GET /v1/erasures', { query: { requestId, limit: 1 } }),
  })
  const [erasure] = found.data?.items ?? []
  // What was erased before records were kept has none.
  if (erasure === undefined) return null
  return (
    <Section title={w.requestTitle}>
      <Certificate erasure={erasure} />
    </Section>
  )
}
