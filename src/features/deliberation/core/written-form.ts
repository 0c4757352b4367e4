import { z } from 'zod'
import type { AgendaItem } from './meetings.ts'
import { presenceKinds, type VoteChoice, voteChoices } from './presence.ts'

const vote = z.enum(voteChoices)
const longestWords = 1000

type Typed = Readonly<Record<string, string>>
type Answers = { agendaItemId: string; vote: VoteChoice; words: string }[]
type Read =
  | { answers: Answers; problems?: undefined; entered: Record<string, string> }
  | { problems: Record<string, string>; entered: Record<string, string> }

/** The answers of a form to the items of a written meeting: `vote-<item>` and `words-<item>`; every item is answered. */
export function answersIn(agenda: readonly Pick<AgendaItem, 'id' | 'title'>[], entered: Typed): Read {
  const problems: Record<string, string> = {}
  const answers = agenda.flatMap(({ id, title }) => {
    const read = vote.safeParse(entered[`vote-${id}`])
    const words = (entered[`words-${id}`] ?? '').trim()
    if (words.length > longestWords) problems[`words-${id}`] = `意見は${longestWords}字以内で書いてください`
    if (read.success) return [{ agendaItemId: id, vote: read.data, words }]
    problems[`vote-${id}`] = `「${title}」の回答を選んでください`
    return []
  })
  return Object.keys(problems).length > 0
    ? { problems, entered: { ...entered } }
    : { answers, entered: { ...entered } }
}

export const presenceForm = z.object({
  presenceOf: z.string().min(1, '委員を選んでください'),
  presenceKind: z.enum(presenceKinds, '記録の種類を選んでください'),
  presenceItem: z.string().min(1, '議題を選んでください'),
  presenceNote: z.string().default('').pipe(z.string().max(200, '備考は200字以内で書いてください')),
})
