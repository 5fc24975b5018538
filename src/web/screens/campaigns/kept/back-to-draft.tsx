// Beside what one leaves a half written campaign for: the way back to it.
import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useLanguage } from '../../../data/language.tsx'
import { useSession } from '../../../data/session.tsx'
import { paths } from '../../../paths.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { keptDraftWords } from '../../../words/sending/kept-draft.ts'
import { forgetKept, lastKept, useOwnPlace } from './kept-draft.ts'

/** Screens on which something is prepared that a campaign needs; on others it would only nag. */
const beside = [
  paths.campaigns,
  paths.templates,
  paths.wordings,
  paths.settings,
  paths.lists,
  paths.segments,
  paths.imports,
  paths.customFields,
  paths.contacts,
  paths.forms,
  paths.expiring,
  paths.legalBases,
]
const isBeside = (path: string) =>
  beside.some((one) => path === one || path.startsWith(`${one}/`)) &&
  path !== paths.newCampaign() &&
  !/^\/campaigns\/[^/]+/.test(path)

export function BackToDraft() {
  const { words } = useLanguage()
  const w = own(words, keptDraftWords)
  const { may } = useSession()
  const place = useOwnPlace()
  const { pathname } = useLocation()
  const [, setTimes] = useState(0)
  if (!may('campaigns.prepare') || !isBeside(pathname)) return null
  const found = lastKept(place)
  if (found === null) return null
  const { campaignId, kept } = found
  const name = kept.draft.name.trim()
  const discard = () => {
    forgetKept({ ...place, campaignId })
    setTimes((times) => times + 1)
  }
  return (
    <Text size="sm" mb="md" role="note" className="accord-kept accord-no-print">
      {name === '' ? w.waiting : fill(w.waitingNamed, { name })}{' '}
      <Anchor
        component={Link}
        size="sm"
        to={campaignId === null ? paths.newCampaign() : paths.editCampaign(campaignId)}
      >
        {w.backToIt}
      </Anchor>
      {' · '}
      <Anchor component="button" type="button" size="sm" c="dimmed" onClick={discard}>
        {w.discard}
      </Anchor>
    </Text>
  )
}
