// Above every screen of an account that is to be deleted: until when, and where it is undone.
import { Alert, Anchor, Group, Text } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { deletionWords } from '../../words/compliance/deletion.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

export function DeletionBanner() {
  const { language, words } = useLanguage()
  const w = own(words, deletionWords)
  const { me } = useSession()
  const { pathname } = useLocation()
  const { deletionDueAt } = me.account
  if (deletionDueAt === null || pathname === paths.deletion) return null
  const isOver = Date.parse(deletionDueAt) <= Date.now()
  return (
    <Alert color="red" mb="lg" role="status">
      <Group justify="space-between">
        <Text size="sm">
          {isOver ? w.bannerNow : fill(w.banner, { date: dateTime(language, deletionDueAt) })}
        </Text>
        <Anchor component={Link} to={paths.deletion} size="sm">
          {w.toScreen}
        </Anchor>
      </Group>
    </Alert>
  )
}
