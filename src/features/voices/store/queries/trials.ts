import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

const ids = z.array(z.string())

/** 分類の一致: the opinions that were drawn for it, by how many they are coded, and whether it was ended before. */
export type Trial = {
  id: string
  title: string
  drawn: string[]
  startedAt: string
  coderCount: number
  endedAt: string | undefined
}

export async function listTrials(context: Context): Promise<Trial[]> {
  authorize(context, permissions, 'sort-voices')
  const rows = await tables(context)
    .selectFrom('voiceTrials')
    .selectAll()
    .orderBy('startedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    drawn: ids.parse(JSON.parse(row.drawn)),
    endedAt: row.endedAt ?? undefined,
  }))
}

export async function getTrial(context: Context, trialId: string): Promise<Trial> {
  return found(
    (await listTrials(context)).find(({ id }) => id === trialId),
    '分類の一致',
  )
}

export type TrialCoding = { opinionId: string; coder: string; codeIds: string[] }

/** Who coded what. Pages show a coder the own codes only, until both are done. */
export async function listTrialCodings(context: Context, trialId: string): Promise<TrialCoding[]> {
  authorize(context, permissions, 'sort-voices')
  const rows = await tables(context)
    .selectFrom('voiceTrialCodings')
    .selectAll()
    .where('trialId', '=', trialId)
    .orderBy('coder')
    .orderBy('opinionId')
    .execute()
  return rows.map(({ opinionId, coder, codes }) => ({
    opinionId,
    coder,
    codeIds: ids.parse(JSON.parse(codes)),
  }))
}
