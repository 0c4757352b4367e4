import type { ReplyContent } from './classes.ts'

type Said = { id: string; verbatim: string; wordingId: string | undefined }
type Answer = Pick<ReplyContent, 'classKey' | 'text'> & { id: string; opinionIds: readonly string[] }

/** 食い違い: alike opinions that are answered differently, for a person to look at. */
export type Contradiction = { opinionIds: string[]; replyIds: string[]; quote: string; classDiffers: boolean }

/**
 * Looks through groups of alike opinions: those a person confirmed, and those whose wording is found to be the same. Two
 * replies of the same class and text contradict nothing.
 */
export function contradictionsIn(
  comments: readonly Said[],
  replies: readonly Answer[],
  alike: readonly (readonly string[])[],
): Contradiction[] {
  const answerOf = new Map(replies.flatMap((reply) => reply.opinionIds.map((id) => [id, reply] as const)))
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const confirmed = Map.groupBy(
    comments.filter(({ wordingId }) => wordingId !== undefined),
    ({ wordingId }) => wordingId,
  )
  const groups = [...[...confirmed.values()].map((own) => own.map(({ id }) => id)), ...alike]
  const seen = new Set<string>()
  return groups.flatMap((group) => {
    const answered = group.flatMap((id) => {
      const answer = answerOf.get(id)
      return answer ? [{ id, answer }] : []
    })
    const contents = new Set(answered.map(({ answer }) => `${answer.classKey}\n${answer.text}`))
    const opinionIds = [...new Set(answered.map(({ id }) => id))].sort()
    const key = opinionIds.join(' ')
    if (contents.size < 2 || seen.has(key)) return []
    seen.add(key)
    return {
      opinionIds,
      replyIds: [...new Set(answered.map(({ answer }) => answer.id))].sort(),
      quote: byId.get(opinionIds[0] ?? '')?.verbatim ?? '',
      classDiffers: new Set(answered.map(({ answer }) => answer.classKey)).size > 1,
    }
  })
}

/** A contradiction as a sentence. */
export const contradictionWords = ({ opinionIds, quote, classDiffers }: Contradiction): string =>
  `同じ文面の意見${opinionIds.length}件に、違う${classDiffers ? '対応区分' : '考え方'}で答えています：「${[...quote].slice(0, 30).join('')}…」`
