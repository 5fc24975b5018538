// What is seldom needed: folded under its title until it is asked for.
import { Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'

export function Folded(props: { title: string; isOpen?: boolean; children: ReactNode }) {
  // As it was at first: what is recorded inside neither opens nor shuts it.
  const [isOpen] = useState(props.isOpen)
  return (
    <details className="accord-folded" open={isOpen}>
      <summary>{props.title}</summary>
      <Stack gap="lg" mt="md">
        {props.children}
      </Stack>
    </details>
  )
}

/** The same breakpoint as `sm` of the theme, below which the navigation is a drawer. */
const phone = '(max-width: 47.99em)'

/** What would fill the screen of a telephone before what it narrows is seen. */
export function FoldedOnPhone(props: { title: string; isOpen?: boolean; children: ReactNode }) {
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false })
  return isPhone ? <Folded {...props} /> : props.children
}
