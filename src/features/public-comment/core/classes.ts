import type { dispositions } from '#src/formats/voice.ts'

export type Disposition = (typeof dispositions)[number]

/** A class of answers (対応区分) as a city prints it; each maps to one of the seven dispositions. */
export type CommentClass = { key: string; label: string; disposition: Disposition }

/** 対応区分の一覧 of a city. `revision` is 0 while it is one of those to begin with, untouched. */
export type ClassList = { key: string; label: string; classes: readonly CommentClass[]; revision: number }

/** The classes of a list; the standard ones where there is no such list. */
export const classesIn = (lists: readonly ClassList[], key: string): readonly CommentClass[] =>
  (lists.find((list) => list.key === key) ?? lists[0])?.classes ?? []

/** Whether a class says that the text was changed: then the place and both texts are needed. */
export const needsChange = ({ disposition }: CommentClass) =>
  disposition === 'adopted' || disposition === 'partly-adopted' || disposition === 'corrected'

/** Whether a class must be explained. */
export const needsReason = ({ disposition }: CommentClass) =>
  disposition === 'not-adopted' || disposition === 'partly-adopted' || disposition === 'out-of-scope'

export type ReplyContent = {
  classKey: string
  text: string
  reason: string
  planRef: string
  before: string
  after: string
  /** 関係するところ: items of the plan, and other plans of the city that an opinion speaks of too. */
  links?: readonly string[]
}

/** What an answer of its class still lacks, by field (市の考え方). It can be neither kept nor approved without. */
export function replyProblems(reply: ReplyContent, classes: readonly CommentClass[]): Record<string, string> {
  const own = classes.find(({ key }) => key === reply.classKey)
  const problems: Record<string, string> = {}
  if (!own) return { classKey: '対応区分を選んでください' }
  if (reply.text === '') problems['text'] = '市の考え方を書いてください'
  if (needsReason(own) && reply.reason === '') problems['reason'] = `「${own.label}」には、理由が要ります`
  if (needsChange(own)) {
    if (reply.planRef === '') problems['planRef'] = `「${own.label}」には、直したところが要ります`
    if (reply.before === '')
      problems['before'] = `「${own.label}」には、修正前の文が要ります（加えただけなら「（なし）」）`
    if (reply.after === '') problems['after'] = `「${own.label}」には、修正後の文が要ります`
    if (reply.before !== '' && reply.before === reply.after) problems['after'] = '修正前と修正後が同じです'
  }
  return problems
}
