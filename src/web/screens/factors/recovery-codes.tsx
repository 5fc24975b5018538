// Ten recovery codes, shown once: to be copied, saved or printed before they are gone.
import { Alert, Anchor, Button, Code, CopyButton, Group, SimpleGrid, Stack } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'

export function RecoveryCodes(props: { codes: readonly string[]; done: string; onDone(): void }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = own(words, factorWords).recovery
  const head = fill(w.fileHead, { email: me.user?.email ?? '' })
  const text = [head, '', ...props.codes, ''].join('\n')
  const url = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'text/plain' })), [text])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <Alert color="yellow" title={w.title} role="status">
      <Stack>
        {w.once}
        <SimpleGrid component="ol" cols={{ base: 1, xs: 2 }} p={0} m={0} spacing="xs">
          {props.codes.map((code) => (
            <li key={code} style={{ listStyle: 'none' }}>
              <Code fz="md">{code}</Code>
            </li>
          ))}
        </SimpleGrid>
        <Group>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {copied ? w.copied : w.copy}
              </Button>
            )}
          </CopyButton>
          <Anchor href={url} download={w.fileName} size="sm">
            {w.save}
          </Anchor>
        </Group>
        <Group>
          <Button onClick={props.onDone}>{props.done}</Button>
        </Group>
      </Stack>
    </Alert>
  )
}
