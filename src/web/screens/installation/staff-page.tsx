// A page for whoever manages the installation; others read that they may not, and whom to ask.
import type { ReactNode } from 'react'
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'

export function StaffPage(props: {
  title: string
  lead: string
  actions?: ReactNode
  children: ReactNode
}) {
  const { may } = useSession()
  if (may('installation.manage')) return <Page {...props} />
  return (
    <Page title={props.title}>
      <NotAllowed right="installation.manage" />
    </Page>
  )
}
