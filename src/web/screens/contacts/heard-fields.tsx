// How somebody said something, and what: asked wherever staff record it for them.

import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type HeardBy, heardBys } from '../../../consent/contract.ts'
import { reasonMin } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'

export type Heard = ReturnType<typeof useHeard>

/** `told` is null until both are there. */
export function useHeard() {
  const [heardBy, setHeardBy] = useState<HeardBy | null>(null)
  const [reason, setReason] = useState('')
  const isTold = heardBy !== null && reason.trim().length >= reasonMin
  return { heardBy, setHeardBy, reason, setReason, told: isTold ? { heardBy, reason } : null }
}

export function HeardFields({ heard }: { heard: Heard }) {
  const w = useLanguage().words.desk
  return (
    <>
      <Select
        label={w.heardBy}
        value={heard.heardBy}
        data={heardBys.map((value) => ({ value, label: w.heardBys[value] }))}
        onChange={(value) => heard.setHeardBy(value as HeardBy | null)}
      />
      <Textarea
        label={w.said}
        value={heard.reason}
        maxLength={300}
        onChange={(event) => heard.setReason(event.currentTarget.value)}
      />
    </>
  )
}
