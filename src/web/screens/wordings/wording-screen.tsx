// One wording: its exact text, what stands against publishing it, its fingerprint.

import { Alert, Blockquote, Button, Code, Group, List, Paper, Stack, Text } from '@mantine/core'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { WordingView } from '../../../consent/contract.ts'
import { purposeWord } from '../../../words/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { wordingDraftWords } from '../../words/sending/wording-drafts.ts'
import { usePublishWording, useRemoveWording, useWording } from './queries.ts'
import { WordingBadge } from './wording-badge.tsx'

function Publishing(props: { wording: WordingView }) {
  const { words } = useLanguage()
  const w = words.wordings
  const { wording } = props
  const publish = usePublishWording(wording.id)
  const lacking = wording.defects.length > 0 ? w.defects : null
  const state = useAllowed('wordings.manage', publish.isPending, lacking)
  return (
    <Stack>
      {wording.defects.length > 0 ? (
        <Alert color="red" title={w.defects}>
          <List size="sm">
            {wording.defects.map((defect) => (
              <List.Item key={defect.refusal}>{defect.mend}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Text>{w.noDefects}</Text>
      )}
      <ActionButton label={w.publish} state={state} onPress={() => publish.mutate()} />
      {publish.error ? <Failed error={publish.error} /> : null}
    </Stack>
  )
}

function DraftActs(props: { wording: WordingView; importId: string | null }) {
  const w = own(useLanguage().words, wordingDraftWords)
  const { may } = useSession()
  const navigate = useNavigate()
  const { id } = props.wording
  const remove = useRemoveWording(id, () => navigate(paths.wordings))
  const removal = useAllowed('wordings.manage', remove.isPending)
  if (!may('wordings.manage')) return null
  const back = props.importId === null ? '' : `?import=${props.importId}`
  return (
    <Stack>
      <Button
        component={Link}
        variant="default"
        to={`${paths.editWording(id)}${back}`}
        style={{ alignSelf: 'start' }}
      >
        {w.edit}
      </Button>
      <AskTwice
        label={w.remove}
        what={w.removeWhat}
        sure={w.removeSure}
        keep={w.removeKeep}
        state={removal}
        onSure={() => remove.mutate()}
      />
      {remove.error ? <Failed error={remove.error} /> : null}
    </Stack>
  )
}

function NextVersion(props: { wording: WordingView }) {
  const w = own(useLanguage().words, wordingDraftWords)
  const { may } = useSession()
  if (!may('wordings.manage')) return null
  return (
    <Button
      component={Link}
      variant="default"
      to={paths.newVersionOf(props.wording.id)}
      style={{ alignSelf: 'start' }}
    >
      {w.newVersion}
    </Button>
  )
}

export function WordingScreen() {
  const { language, words } = useLanguage()
  const w = words.wordings
  const { id = '' } = useParams()
  const [asked] = useSearchParams()
  const importId = asked.get('import')
  const wording = useWording(id)
  return (
    <Answer query={wording} title={words.navigation.wordings}>
      {(data) => (
        <Page
          title={data.name}
          lead={fill(w.version, { version: data.version })}
          actions={<WordingBadge state={data.state} />}
        >
          <Paper withBorder p="lg">
            <Stack>
              <Blockquote className="accord-story accord-measure">{data.shownText}</Blockquote>
              <Text size="sm">
                {data.controllerName} ·{' '}
                {data.channels.map((channel) => w.channel[channel]).join(', ')} ·{' '}
                {data.purposes.map((one) => purposeWord(language, one)).join(', ')} ·{' '}
                {w.media[data.medium]}
              </Text>
              {data.publishedAt ? (
                <Text size="sm">
                  {fill(w.publishedAt, { date: dateTime(language, data.publishedAt) })}
                </Text>
              ) : null}
              <Group gap="xs">
                <Text size="sm" c="dimmed">
                  {w.fingerprint}
                </Text>
                <Code>{data.sha256}</Code>
              </Group>
              {data.state === 'draft' ? (
                <>
                  <Publishing wording={data} />
                  <DraftActs wording={data} importId={importId} />
                </>
              ) : (
                <NextVersion wording={data} />
              )}
              {importId !== null && data.state === 'published' ? (
                <Button component={Link} to={paths.import(importId)} style={{ alignSelf: 'start' }}>
                  {w.backToImport}
                </Button>
              ) : null}
            </Stack>
          </Paper>
        </Page>
      )}
    </Answer>
  )
}
