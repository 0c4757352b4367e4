import { homeworkOf } from '#src/features/request-sheets/core/homework.ts'
import { permissions } from '#src/features/request-sheets/core/permissions.ts'
import { findSheet } from '#src/features/request-sheets/store/queries.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Task } from '../../core/schedule.ts'

/** もとになったもの: what a task follows from, with the way there for those who may read it. */
export type TaskOrigin = { words: string; href?: string }

export async function originOf(context: Context, { homework }: Task): Promise<TaskOrigin | undefined> {
  if (!homework) return undefined
  const mayRead = mayDo(context.actor, permissions, 'read-sheets')
  const known = mayRead ? await findSheet(context, homework.sheetId) : undefined
  if (!known) return { words: 'ヒアリングの宿題' }
  const { round, sheet } = known
  const what = homeworkOf(round, sheet).find(({ row }) => row === homework.row)?.what
  const words = what ? `「${what}」` : '（記録のこの行は、いまは空か、確かめ直しているところです）'
  return { words: `${round.title}の宿題${words}`, href: `/staff/sheets/${sheet.id}#homework` }
}
