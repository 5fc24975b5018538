// The site of the authority as a source had it on a day, or that it must be looked for.
import { Anchor, Text } from '@mantine/core'
import type { AccountBreachView, BreachView } from '../../../disclosure/contract.ts'

type Sited = Pick<BreachView | AccountBreachView, 'authorityUrl' | 'authorityNote'>

export function AuthoritySite({ breach: { authorityUrl, authorityNote } }: { breach: Sited }) {
  return (
    <Text size="sm">
      {authorityUrl === '' ? null : (
        <>
          <Anchor href={authorityUrl} target="_blank" rel="noopener noreferrer" size="sm">
            {authorityUrl}
          </Anchor>{' '}
        </>
      )}
      {authorityNote}
    </Text>
  )
}
