import type { AgendaItem, Decision, Meeting } from './meetings.ts'
import type { Paper } from './papers.ts'
import type { PresenceChange, WrittenAnswer } from './presence.ts'

/** The agenda with one item at another place, counted from 1; a place beyond the end is the end. */
export function movedTo<Item extends { id: string }>(
  agenda: readonly Item[],
  itemId: string,
  position: number,
): Item[] {
  const others = agenda.filter(({ id }) => id !== itemId)
  const item = agenda.filter(({ id }) => id === itemId)
  const at = Math.max(0, position - 1)
  return [...others.slice(0, at), ...item, ...others.slice(at)]
}

/** What was said behind closed doors stays there: a closed item is not opened any more once the meeting was held. */
export const opensClosedItem = (
  { state }: Pick<Meeting, 'state'>,
  item: Pick<AgendaItem, 'isOpen'>,
  isOpen: boolean,
) => state === 'held' && !item.isOpen && isOpen

type Held = {
  meeting: Pick<Meeting, 'state'>
  agenda: readonly Pick<AgendaItem, 'id'>[]
  papers: readonly Pick<Paper, 'agendaItemId'>[]
  decisions: readonly Pick<Decision, 'agendaItemId'>[]
  changes: readonly Pick<PresenceChange, 'agendaItemId'>[]
  answers: readonly Pick<WrittenAnswer, 'agendaItemId'>[]
}

/** Why an item cannot be taken off the agenda; undefined where it can. */
export function removalProblem(
  { meeting, agenda, papers, decisions, changes, answers }: Held,
  item: Pick<AgendaItem, 'id' | 'minutes'>,
): string | undefined {
  const hangsOn = [...papers, ...decisions, ...changes, ...answers].some(
    ({ agendaItemId }) => agendaItemId === item.id,
  )
  if (hangsOn || item.minutes !== '') return '資料、決定、回答や会議録がある議題は、消せません'
  if (meeting.state !== 'draft' && agenda.length === 1)
    return '招集した会議の、ただ1つの議題は消せません。先に別の議題を加えてください'
  return undefined
}
