// Reviews by counsel and decisions on the installation.
import { useParams } from 'react-router'
import { StaffPage } from '../installation/staff-page.tsx'
import { useReview, useReviewWords } from './queries.ts'
import { AddReview, NewReview, Review, ReviewList } from './review-parts.tsx'

export function OperatorReviewsScreen() {
  const w = useReviewWords()
  return (
    <StaffPage
      title={w.operatorTitle}
      lead={w.operatorLead}
      actions={<AddReview whose="installation" />}
    >
      <ReviewList whose="installation" />
    </StaffPage>
  )
}

export function NewOperatorReviewScreen() {
  const w = useReviewWords()
  return (
    <StaffPage title={w.newTitle} lead={w.newLead}>
      <NewReview whose="installation" />
    </StaffPage>
  )
}

export function OperatorReviewScreen() {
  const w = useReviewWords()
  const { id = '' } = useParams()
  const review = useReview('installation', id)
  return (
    <StaffPage title={review.data?.record.title ?? w.record} lead={w.operatorLead}>
      <Review whose="installation" id={id} />
    </StaffPage>
  )
}
