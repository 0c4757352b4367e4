import { getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { draftParts } from '../core/draft-text.ts'
import { commentOnDraft, layDraft, resolveComment } from '../store/commands-drafts.ts'
import { listMembers } from '../store/queries.ts'

const remarks = [
  '路線ごとの数があると、読む人に伝わります（架空の意見です）。',
  'この書き方では、だれが行うのかが分かりません（架空の意見です）。',
]

/** The draft laid before the council, with two comments of its members, one of them answered. */
export async function layTheDraft(context: Context, bodyId: string, versionId: string) {
  const today = tokyoDay(context.now)
  const draftId = await layDraft(context, { bodyId, versionId, commentUntil: addDays(today, 21) })
  const parts = draftParts(await getVersionDocument(context, versionId))
  const part = parts.find(({ title, paragraphs }) => title.includes('公共交通') && paragraphs.length > 3)
  const seats = (await listMembers(context, bodyId)).filter(({ office }) => office === '')
  const ids: string[] = []
  for (const [position, words] of remarks.entries()) {
    const paragraph = part?.paragraphs[position + 1]
    const seat = seats[position]
    if (!paragraph || !seat) continue
    const member = { ...context, actor: { id: seat.id, roles: ['member' as const] } }
    const quote = paragraph.words.slice(0, 14)
    ids.push(await commentOnDraft(member, { draftId, paragraphId: paragraph.id, quote, words }))
  }
  const [answered] = ids
  if (!answered) return
  const note = '現状に、路線ごとの利用者の数を書き加えます（架空）。'
  await resolveComment(context, { bodyId, commentId: answered, revision: 1, resolution: 'reflected', note })
}
