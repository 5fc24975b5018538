// Above every screen of whoever manages the installation, while something is held since a restore.
import { Alert, Anchor, Group, Text } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { useWords } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { useRestoration } from './restored-queries.ts'

export function RestoredBanner() {
  const w = useWords().restored
  const { data } = useRestoration()
  const { pathname } = useLocation()
  if (data === undefined || pathname === paths.restored) return null
  const isHeld = data.state === 'held'
  if (!isHeld && !data.isMarketingKept) return null
  return (
    <Alert color={isHeld ? 'red' : 'yellow'} mb="lg" role="status">
      <Group justify="space-between">
        <Text size="sm">{isHeld ? w.banner : w.bannerMarketing}</Text>
        <Anchor component={Link} to={paths.restored} size="sm">
          {w.toScreen}
        </Anchor>
      </Group>
    </Alert>
  )
}
