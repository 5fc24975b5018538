// What people ask on a screen, answered beside it.
import { CloseButton, Drawer, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../data/language.tsx'
import { Answer } from '../ui/states.tsx'
import type { HelpTexts, Topic } from './topics.ts'

/** Only the language that is read is loaded. */
const textsOf: Record<'en' | 'fr', () => Promise<{ texts: HelpTexts }>> = {
  en: () => import('./texts-en.ts'),
  fr: () => import('./texts-fr.ts'),
}

export function HelpDrawer(props: { topic: Topic; isOpened: boolean; close: () => void }) {
  const { words, language } = useLanguage()
  const help = useQuery({
    queryKey: ['help', language],
    queryFn: async () => (await textsOf[language]()).texts,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Drawer.Root
      opened={props.isOpened}
      onClose={props.close}
      returnFocus={false}
      position="right"
      size="sm"
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={words.frame.help}>
        <Drawer.Body p="lg">
          <Group justify="space-between" mb="lg">
            <Title order={2} size="h4">
              {words.frame.help}
            </Title>
            <CloseButton aria-label={words.close} onClick={props.close} />
          </Group>
          <Answer query={help}>
            {(texts) => (
              <Stack gap="lg">
                {texts[props.topic].map(([question, answer]) => (
                  <section key={question}>
                    <Title order={3} size="h5" mb={4}>
                      {question}
                    </Title>
                    <Text>{answer}</Text>
                  </section>
                ))}
              </Stack>
            )}
          </Answer>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
