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

/** 直したところ: one place of the plan, and its words before and after (修正前・修正後). */
export type TextChange = { planRef: string; before: string; after: string }

/** How many places one answer may change. */
export const mostChanges = 20

export type ReplyContent = {
  classKey: string
  text: string
  reason: string
  changes: readonly TextChange[]
  /** 関係するところ: items of the plan, and other plans of the city that an opinion speaks of too. */
  links?: readonly string[]
}

/**
 * What an answer of its class still lacks, by field (市の考え方). It can be neither kept nor approved without. A field of a
 * change carries its place in the list: `before-0`.
 */
export function replyProblems(reply: ReplyContent, classes: readonly CommentClass[]): Record<string, string> {
  const own = classes.find(({ key }) => key === reply.classKey)
  const problems: Record<string, string> = {}
  if (!own) return { classKey: '対応区分を選んでください' }
  if (reply.text === '') problems['text'] = '市の考え方を書いてください'
  if (needsReason(own) && reply.reason === '') problems['reason'] = `「${own.label}」には、理由が要ります`
  if (needsChange(own) && reply.changes.length === 0)
    problems['planRef-0'] = `「${own.label}」には、直したところと、修正前・修正後の文が要ります`
  return { ...problems, ...changeProblems(reply.changes) }
}

/** A change is whole: a place that stands once, and two texts that differ. */
function changeProblems(changes: readonly TextChange[]): Record<string, string> {
  const problems: Record<string, string> = {}
  const seen = new Set<string>()
  for (const [at, { planRef, before, after }] of changes.entries()) {
    if (planRef === '') problems[`planRef-${at}`] = '直したところを選んでください'
    else if (seen.has(planRef)) problems[`planRef-${at}`] = 'この箇所は、上ですでに選んでいます'
    seen.add(planRef)
    if (before === '') problems[`before-${at}`] = '修正前の文を書いてください（加えただけなら「（なし）」）'
    if (after === '') problems[`after-${at}`] = '修正後の文を書いてください（なくしただけなら「（なし）」）'
    if (before !== '' && before === after) problems[`after-${at}`] = '修正前と修正後が同じです'
  }
  return problems
}
