// The list of reviews, a new one, and one with its papers and its history.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import type { ReviewState, ReviewView } from '../../../accountability/contract.ts'
import { call } from '../../data/client.ts'
import { date, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { SealedPapers } from '../../ui/sealed-papers.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { useAllowed } from '../../ui/use-allowed.ts'
import {
  paperAddress,
  placesOf,
  reviewsKey,
  useAddPaper,
  useReview,
  useReviewWords,
  useWriteReview,
} from './queries.ts'
import { ReviewForm } from './review-form.tsx'

const meanings: Record<ReviewState, Meaning> = {
  asked: 'information',
  answered: 'waits',
  decided: 'good',
}

function StateBadge({ state }: { state: ReviewState }) {
  const w = useReviewWords()
  return <StatusBadge meaning={meanings[state]}>{w.states[state]}</StatusBadge>
}

export function AddReview({ whose }: { whose: Whose }) {
  const w = useReviewWords()
  return (
    <Button component={Link} to={placesOf(whose).add}>
      {w.add}
    </Button>
  )
}

export function ReviewList({ whose }: { whose: Whose }) {
  const { language } = useLanguage()
  const w = useReviewWords()
  const list = useGrowingList([...reviewsKey, whose, 'list'], (page) =>
    whose === 'account'
      ? call('GET /v1/reviews', { query: page })
      : call('GET /v1/operator/reviews', { query: page }),
  )
  return (
    <GrowingList list={list} empty={{ title: w.empty, text: <Text>{w.emptyText}</Text> }}>
      {(items) => (
        <StackedTable minWidth={640} columns={[w.what, w.counsel, w.askedOn, w.nextOn, w.state]}>
          {items.map(({ id, title, subject, counsel, askedOn, nextOn, state }) => (
            <StackedRow key={id}>
              <StackedCell leads>
                <Anchor component={Link} to={placesOf(whose).one(id)}>
                  {title}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {w.subjects[subject]}
                </Text>
              </StackedCell>
              <StackedCell label={w.counsel}>{counsel}</StackedCell>
              <StackedCell label={w.askedOn}>{date(language, askedOn)}</StackedCell>
              <StackedCell label={w.nextOn}>
                {nextOn === null ? '' : date(language, nextOn)}
              </StackedCell>
              <StackedCell leads>
                <StateBadge state={state} />
              </StackedCell>
            </StackedRow>
          ))}
        </StackedTable>
      )}
    </GrowingList>
  )
}

export function NewReview({ whose }: { whose: Whose }) {
  const w = useReviewWords()
  const navigate = useNavigate()
  const write = useWriteReview(whose, null)
  return (
    <ReviewForm
      whose={whose}
      label={w.newTitle}
      held={null}
      isPending={write.isPending}
      error={write.error}
      isDone={false}
      onRecord={(record) =>
        write.mutate(record, { onSuccess: ({ id }) => navigate(placesOf(whose).one(id)) })
      }
    />
  )
}

function Papers({ whose, review }: { whose: Whose; review: ReviewView }) {
  const w = useReviewWords()
  const add = useAddPaper(whose, review.id)
  return (
    <Section title={w.documents} lead={w.documentsLead} narrow>
      <SealedPapers
        words={w}
        papers={review.documents}
        addressOf={(id) => paperAddress(whose, review.id, id)}
        state={useAllowed(ofWhose[whose].needs, add.isPending)}
        error={add.error}
        onAdd={add.mutate}
      />
    </Section>
  )
}

function History({ review }: { review: ReviewView }) {
  const { language } = useLanguage()
  const w = useReviewWords()
  const names: Readonly<Record<string, string>> = w.form
  const first = review.history.length - 1
  return (
    <Section title={w.history}>
      <StackedTable minWidth={480} spacing="sm" columns={[w.when, w.who, w.changed]}>
        {review.history.map(({ at, by, changed }, index) => (
          <StackedRow key={at}>
            <StackedCell label={w.when}>{dateTime(language, at)}</StackedCell>
            <StackedCell label={w.who}>{by}</StackedCell>
            <StackedCell leads>
              {changed.length > 0
                ? changed.map((field) => names[field] ?? '').join(', ')
                : index === first
                  ? w.made
                  : w.paper}
            </StackedCell>
          </StackedRow>
        ))}
      </StackedTable>
    </Section>
  )
}

function Everything({ whose, review }: { whose: Whose; review: ReviewView }) {
  const w = useReviewWords()
  const write = useWriteReview(whose, review.id)
  return (
    <Stack gap="lg">
      <Group>
        <StateBadge state={review.state} />
        <Anchor component={Link} to={placesOf(whose).all} size="sm">
          {w.back}
        </Anchor>
      </Group>
      <Section title={w.record}>
        <ReviewForm
          whose={whose}
          label={w.record}
          held={review.record}
          isPending={write.isPending}
          error={write.error}
          isDone={write.isSuccess}
          onRecord={(record) => write.mutate(record)}
        />
      </Section>
      <Papers whose={whose} review={review} />
      <History review={review} />
    </Stack>
  )
}

export function Review({ whose, id }: { whose: Whose; id: string }) {
  return (
    <Answer query={useReview(whose, id)}>
      {(review) => <Everything whose={whose} review={review} />}
    </Answer>
  )
}
