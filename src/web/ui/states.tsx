// The states of anything that is asked for: loading, empty, failed (with its sentence and a retry).
import {
  Alert,
  Anchor,
  Button,
  Center,
  Group,
  List,
  Skeleton,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from '@mantine/core'
import { IconAlertCircle, IconInbox, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ApiProblem } from '../data/client.ts'
import { useLanguage, useWords } from '../data/language.tsx'
import { paths } from '../paths.ts'
import { notAllowed } from '../words/not-allowed.ts'
import { Page } from './page.tsx'

/** In the place of rows, so that nothing jumps when they come. */
export function Loading() {
  const words = useWords()
  return (
    <div role="status" aria-label={words.loading} className="accord-late">
      <RowsSkeleton />
    </div>
  )
}

/**
 * The places of a page's title, its sentence and its table, so that nothing jumps when they come.
 */
export function PageSkeleton() {
  const words = useWords()
  return (
    <Stack gap="lg" role="status" aria-label={words.loading} className="accord-late">
      <Stack gap={8}>
        <Skeleton h={28} w={240} maw="60%" />
        <Skeleton h={16} w={480} maw="90%" />
      </Stack>
      <RowsSkeleton />
    </Stack>
  )
}

/** A line over the screen that is left, while the next one is on its way. */
export function Coming() {
  const words = useWords()
  return <div role="status" aria-label={words.loading} className="accord-coming accord-late" />
}

/** As many rows of a table as fit on a first look, 40 pixels each. */
function RowsSkeleton() {
  return (
    <Stack gap={16} py={12}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
        <Skeleton key={row} h={24} />
      ))}
    </Stack>
  )
}

export function Empty(props: { title: string; text: ReactNode; action?: ReactNode }) {
  return (
    <Center py={48}>
      <Stack align="center" gap="xs" maw={480}>
        <ThemeIcon size={48} radius="xl" variant="light" color="gray" aria-hidden="true">
          <IconInbox size={24} stroke={1.5} />
        </ThemeIcon>
        <Title order={2} size="h4">
          {props.title}
        </Title>
        <Text c="dimmed" ta="center" textWrap="balance">
          {props.text}
        </Text>
        {props.action ? <Group mt="sm">{props.action}</Group> : null}
      </Stack>
    </Center>
  )
}

/** The sentence of a failure; the API's own where it gave one. */
export function useProblemText(): (error: unknown) => string {
  const { language, words } = useLanguage()
  return (error) => {
    if (!(error instanceof ApiProblem)) return words.problems.unknown
    if (error.code === 'offline') return words.problems.offline
    if (error.right !== null) return notAllowed(words, error.right)
    if (error.language !== language) return words.problems.otherLanguage
    return error.message || words.problems.unknown
  }
}

export function Failed(props: { error: unknown; retry?: () => void }) {
  const { language, words } = useLanguage()
  const textOf = useProblemText()
  const { error } = props
  const items = error instanceof ApiProblem && error.language === language ? error.items : []
  if (error instanceof ApiProblem && error.right !== null) {
    // To ask again would be answered the same: who can help is named instead.
    return (
      <Alert color="gray" role="alert" icon={<IconLock size={20} aria-hidden="true" />}>
        {textOf(error)}
      </Alert>
    )
  }
  const isGone = error instanceof ApiProblem && error.status === 404
  return (
    <Alert
      color="red"
      role="alert"
      title={words.problems.title}
      icon={<IconAlertCircle size={20} aria-hidden="true" />}
    >
      <Stack gap="xs">
        <Text size="sm">{textOf(error)}</Text>
        {items.length > 0 ? (
          <List size="sm">
            {items.map((item) => (
              <List.Item key={`${item.pointer ?? ''} ${item.detail}`}>{item.detail}</List.Item>
            ))}
          </List>
        ) : null}
        {error instanceof ApiProblem && error.requestId !== null ? (
          <Anchor component={Link} size="sm" to={paths.request(error.requestId)}>
            {words.problems.toRequest}
          </Anchor>
        ) : null}
        {props.retry && !isGone ? (
          <Group>
            <Button size="xs" variant="default" onClick={props.retry}>
              {words.retry}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Alert>
  )
}

/**
 * What a query holds, in the state that it is in. `title`: of a screen that is named by what it
 * shows, its name while there is nothing to show.
 */
export function Answer<T>(props: {
  title?: string
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }
  children: (data: T) => ReactNode
}) {
  const { query, title } = props
  if (query.data !== undefined) return <>{props.children(query.data)}</>
  if (query.isPending) return <Loading />
  const failed = <Failed error={query.error} retry={() => void query.refetch()} />
  return title === undefined ? failed : <Page title={title}>{failed}</Page>
}
