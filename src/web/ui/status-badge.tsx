// A state: its word, with the sign and the colour of what it means for the reader.
import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Meaning, meanings } from './tokens.ts'

const signs: Record<Meaning, typeof IconCircleX> = {
  good: IconCircleCheck,
  waits: IconAlertTriangle,
  refused: IconCircleX,
  information: IconInfoCircle,
  neutral: IconCircleDot,
}

/**
 * `meaning`: done or possible, waits or needs you, refused or failed, under way, nothing of these.
 */
export function StatusBadge(props: { meaning: Meaning; children: ReactNode }) {
  const Sign = signs[props.meaning]
  return (
    <Badge
      color={meanings[props.meaning]}
      leftSection={<Sign size={14} stroke={2} aria-hidden="true" />}
    >
      {props.children}
    </Badge>
  )
}
