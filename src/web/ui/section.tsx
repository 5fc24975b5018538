// A part of a page that is about one thing, with its title and what it is for.
import { Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { placeOf } from './section-place.ts'

const lookMs = 50
const looksMax = 40

/** Whoever came for this section alone stands at its title. */
function useArrivalAt(title: string) {
  const { hash, key } = useLocation()
  const heading = useRef<HTMLHeadingElement>(null)
  const isSought = hash !== '' && hash === `#${placeOf(title)}`
  // Once for each time somebody comes: the same place can be sought again.
  const came = useRef('')
  useEffect(() => {
    const place = heading.current
    if (!isSought || place === null || came.current === key) return
    let timer: number | undefined
    let looks = 0
    const arrive = () => {
      looks += 1
      // The dialog of the search holds the focus until it has gone.
      if (looks < looksMax && document.querySelector('[role="dialog"]') !== null) {
        timer = window.setTimeout(arrive, lookMs)
        return
      }
      came.current = key
      place.tabIndex = -1
      place.scrollIntoView({ block: 'start' })
      place.focus({ preventScroll: true })
    }
    arrive()
    return () => window.clearTimeout(timer)
  }, [isSought, key])
  return heading
}

/** `narrow`: no wider than a line that is read at ease. */
export function Section(props: {
  title: string
  lead?: string
  narrow?: boolean
  children: ReactNode
}) {
  const heading = useArrivalAt(props.title)
  return (
    <Paper withBorder p="lg" component="section" aria-label={props.title}>
      <Stack {...(props.narrow === true ? { className: 'accord-measure' } : {})}>
        <Title ref={heading} order={2} size="h4" style={{ scrollMarginTop: '5rem' }}>
          {props.title}
        </Title>
        {props.lead === undefined ? null : <Text size="sm">{props.lead}</Text>}
        {props.children}
      </Stack>
    </Paper>
  )
}
