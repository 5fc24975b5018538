// A dialog over the page: its title names it, and so does its way out for whoever sees no cross.
import { Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../data/language.tsx'

export function Dialog(props: {
  title: string
  opened: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { words } = useLanguage()
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose}>
      <Modal.Overlay />
      <Modal.Content>
        {/* The library's own head is a second banner of the page for a screen reader. */}
        <Group justify="space-between" wrap="nowrap" p="md">
          <Modal.Title>{props.title}</Modal.Title>
          <Modal.CloseButton aria-label={words.close} />
        </Group>
        <Modal.Body>{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
