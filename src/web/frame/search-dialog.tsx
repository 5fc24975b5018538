// The dialog of the search: it comes when it is first opened, and is made anew each time.
import { Loader, Modal, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { count } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { fill } from '../words/fill.ts'
import { commandWords } from '../words/finding/commands.ts'
import { foundWords } from '../words/finding/kinds.ts'
import { own } from '../words/own.ts'
import { type Found, type FoundKind, useFind } from './find.ts'

const kindsInOrder: readonly FoundKind[] = [
  'people',
  'campaigns',
  'messages',
  'wordings',
  'named',
  'accounts',
  'commands',
  'screens',
  'sections',
  'help',
  'inContacts',
]

function Options(props: {
  listId: string
  found: readonly Found[]
  chosen: number
  choose: (index: number) => void
  go: (one: Found) => void
}) {
  const { words } = useLanguage()
  const { found, listId } = props
  const titles = { ...words.overview.kinds, ...own(words, foundWords) }
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current
      ?.querySelector(`#${CSS.escape(`${listId}-${props.chosen}`)}`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [props.chosen, listId])
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={words.overview.search}
      className="accord-found"
    >
      {kindsInOrder.map((kind) => {
        const ofKind = found.flatMap((one, index) => (one.kind === kind ? [{ one, index }] : []))
        if (ofKind.length === 0) return null
        const title = titles[kind]
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no set of fields.
          <div key={kind} role="group" aria-label={title}>
            <Text size="xs" fw={600} c="dimmed" px="sm" pt="xs" aria-hidden>
              {title}
            </Text>
            {ofKind.map(({ one, index }) => (
              // The field above has the focus, and its keys choose among these.
              <div
                key={one.key}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === props.chosen}
                className="accord-option"
                onMouseMove={({ movementX, movementY }) => {
                  // A list that comes up under a pointer at rest chooses nothing by that.
                  if (movementX !== 0 || movementY !== 0) props.choose(index)
                }}
                onClick={() => props.go(one)}
                onKeyDown={(event) => event.key === 'Enter' && props.go(one)}
              >
                <span>{one.label}</span>
                {one.hint === null ? null : (
                  <Text span size="xs" c="dimmed">
                    {one.hint}
                  </Text>
                )}
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}

/** Made anew at each opening: what was looked for before is forgotten. */
function SearchField(props: { leave: () => void }) {
  const { language, words } = useLanguage()
  const w = words.overview
  const navigate = useNavigate()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { found: all, isSearching } = useFind(text)
  const found = [...all].sort((a, b) => kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind))
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  const go = (one: Found) => {
    // The field goes a moment later; the screen that comes may take the focus from now on.
    field.current?.blur()
    props.leave()
    one.first?.()
    if (one.to !== null) navigate(one.to)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setChosen((at + step + found.length) % found.length)
    }
    const one = found[at]
    if (event.key === 'Enter' && one !== undefined) {
      event.preventDefault()
      go(one)
    }
  }
  const told =
    found.length === 1 ? w.found.one : fill(w.found.many, { count: count(language, found.length) })
  return (
    <>
      <TextInput
        ref={field}
        data-autofocus
        size="md"
        variant="unstyled"
        px="sm"
        role="combobox"
        aria-label={w.searchLong}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${at}`}
        placeholder={own(words, commandWords).help}
        autoComplete="off"
        maxLength={80}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={isSearching ? <Loader size={16} aria-hidden /> : null}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      <Options listId={listId} found={found} chosen={at} choose={setChosen} go={go} />
      {found.every(({ kind }) => kind === 'inContacts') ? (
        <Text size="sm" c="dimmed" p="md">
          {isSearching ? w.searching : fill(w.nothingFound, { text: text.trim() })}
        </Text>
      ) : null}
      <VisuallyHidden role="status">{isSearching ? w.searching : told}</VisuallyHidden>
    </>
  )
}

export function SearchDialog(props: {
  isOpened: boolean
  /** Which opening this is: one may come while the dialog of the last still goes. */
  opening: number
  comesBack: boolean
  close: () => void
  leave: () => void
}) {
  const { words } = useLanguage()
  return (
    <Modal.Root
      returnFocus={props.comesBack}
      opened={props.isOpened}
      onClose={props.close}
      size="lg"
      yOffset="10vh"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={words.overview.searchLong}>
        <Modal.Body p={0}>
          <SearchField key={props.opening} leave={props.leave} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
