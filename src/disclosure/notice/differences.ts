// What changed between two versions of a notice: sentences that came and sentences that went.
import type { NoticeChange, NoticeText } from '../contract.ts'

export function differencesOf(before: NoticeText, after: NoticeText): NoticeChange[] {
  const names = [...new Set([...after.sections, ...before.sections].map(({ name }) => name))]
  return names.flatMap((name) => {
    const [was, is] = [before, after].map(({ sections }) =>
      sections.find((one) => one.name === name),
    )
    const [old, now] = [was?.sentences ?? [], is?.sentences ?? []]
    const added = now.filter((sentence) => !old.includes(sentence))
    const removed = old.filter((sentence) => !now.includes(sentence))
    const section = is?.title ?? was?.title ?? ''
    return added.length + removed.length === 0 ? [] : [{ section, added, removed }]
  })
}
