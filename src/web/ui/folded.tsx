// What is seldom needed: folded under its title until it is asked for.
import { Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect, useState } from 'react'

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

/**
 * What would fill the screen of a telephone before what it narrows is seen. `isInUse` opens it, and
 * it never shuts by itself; a screen that is turned or made wider keeps what stands in it.
 */
export function FoldedOnPhone(props: { title: string; isInUse: boolean; children: ReactNode }) {
  const { isInUse } = props
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false })
  const [isOpen, setIsOpen] = useState(isInUse)
  useEffect(() => {
    if (isInUse) setIsOpen(true)
  }, [isInUse])
  return (
    <details
      className="accord-folded"
      data-plain={!isPhone || undefined}
      open={!isPhone || isOpen}
      onToggle={({ currentTarget }) => {
        if (isPhone) setIsOpen(currentTarget.open)
      }}
      // Where somebody writes as the screen is turned stays in sight.
      onFocus={() => {
        if (!isPhone) setIsOpen(true)
      }}
    >
      <summary>{props.title}</summary>
      <Stack gap="lg" mt={isPhone ? 'md' : 0}>
        {props.children}
      </Stack>
    </details>
  )
}
