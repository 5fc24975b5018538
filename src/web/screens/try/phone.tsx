// A drawn telephone: what it received, and what was answered on it.
import { Text } from '@mantine/core'
import { useWords } from '../../data/language.tsx'

export type Bubble = { key: string; text: string; isMine: boolean; note?: string | null }

export function Phone(props: { sender: string; bubbles: readonly Bubble[]; empty: string }) {
  const w = useWords().tryOne
  return (
    <section className="accord-handset" aria-label={w.phone}>
      <div className="accord-handset-head">{props.sender}</div>
      <div className="accord-handset-body" role="log">
        {props.bubbles.length === 0 ? (
          <Text size="sm" ta="center" className="accord-handset-empty">
            {props.empty}
          </Text>
        ) : null}
        {props.bubbles.map(({ key, text, isMine, note }) => (
          <div key={key} className="accord-handset-text" data-mine={isMine || undefined}>
            <div>{text}</div>
            {note ? <small>{note}</small> : null}
          </div>
        ))}
      </div>
    </section>
  )
}
