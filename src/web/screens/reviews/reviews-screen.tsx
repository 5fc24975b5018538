// Reviews by counsel and decisions of the account.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { useReview, useReviewWords } from './queries.ts'
import { AddReview, NewReview, Review, ReviewList } from './review-parts.tsx'

function Own(props: { title: string; lead: string; actions?: ReactNode; children: ReactNode }) {
  const { may } = useSession()
  if (may('registers.manage')) return <Page {...props} />
  return (
    <Page title={props.title}>
      <NotAllowed right="registers.manage" />
    </Page>
  )
}

export function ReviewsScreen() {
  const w = useReviewWords()
  return (
    <Own title={w.title} lead={w.lead} actions={<AddReview whose="account" />}>
      <ReviewList whose="account" />
    </Own>
  )
}

export function NewReviewScreen() {
  const w = useReviewWords()
  return (
    <Own title={w.newTitle} lead={w.newLead}>
      <NewReview whose="account" />
    </Own>
  )
}

export function ReviewScreen() {
  const w = useReviewWords()
  const { id = '' } = useParams()
  const review = useReview('account', id)
  return (
    <Own title={review.data?.record.title ?? w.record} lead={w.lead}>
      <Review whose="account" id={id} />
    </Own>
  )
}
