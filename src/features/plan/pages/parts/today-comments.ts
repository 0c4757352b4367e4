import { caseStateOn } from '#src/features/public-comment/core/case.ts'
import { permissions } from '#src/features/public-comment/core/permissions.ts'
import { type CommentCase, listCases } from '#src/features/public-comment/store/queries/cases.ts'
import { countRoutedWork, type RoutedWork } from '#src/features/public-comment/store/queries/routed.ts'
import { permissions as voicePermissions } from '#src/features/voices/core/permissions.ts'
import { countHeardLines } from '#src/features/voices/store/queries/voices.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Asking, nothingToday, type RoomToday, type TodayWork } from '../../core/today.ts'

/** Voices to sort, and calls for comments: their ends, what to sort and route, and what a section has to answer. */
export async function commentsToday(context: Context, asking: Asking): Promise<RoomToday> {
  if (!mayDo(context.actor, voicePermissions, 'sort-voices')) return nothingToday
  if (!mayDo(context.actor, permissions, 'read-replies')) return nothingToday
  const { today, isSecretariat, owner } = asking
  const cases = (await listCases(context)).filter((one) =>
    ['open', 'closed'].includes(caseStateOn(one, today)),
  )
  const unsorted = new Map<string, number>()
  for (const { id } of cases)
    unsorted.set(id, await countHeardLines(context, { sessionRef: id, state: 'unsorted' }))
  const routed = (await countRoutedWork(context)).filter(
    ({ unitId }) => !isSecretariat && owner.unitIds.has(unitId),
  )
  return {
    figures: isSecretariat ? [await voicesToSort(context, unsorted)] : [],
    work: cases.flatMap((one) => [
      ...(isSecretariat ? sortingWork(one, unsorted.get(one.id) ?? 0) : []),
      ...routed.filter(({ caseId }) => caseId === one.id).map((work) => answeringWork(one, work, today)),
    ]),
    days: cases.map(({ id, sheet }) => ({
      id,
      day: sheet.closesOn,
      title: `${sheet.title}の終わり`,
      href: caseAddress(id),
    })),
  }
}

async function voicesToSort(context: Context, unsorted: ReadonlyMap<string, number>) {
  const ofCases = [...unsorted.values()].reduce((sum, count) => sum + count, 0)
  return {
    label: '分類を待つ声',
    href: '/staff/voices?state=unsorted',
    value: await countHeardLines(context, { state: 'unsorted' }),
    unit: '件',
    note: `うち意見募集 ${ofCases}件`,
  }
}

const sortingWork = ({ id, sheet }: CommentCase, count: number): TodayWork[] =>
  count === 0
    ? []
    : [
        {
          id: `${id}-unsorted`,
          title: `意見 ${count}件を分けて、担当課に割り当てる`,
          href: `${caseAddress(id)}/routes`,
          note: sheet.title,
          dueOn: undefined,
          state: { words: '分類待ち', tone: 'info' },
        },
      ]

const answeringWork = (
  { id, sheet }: CommentCase,
  { unitId, opinions, dueOn }: RoutedWork,
  today: string,
) => ({
  id: `${id}-${unitId}`,
  title: `意見 ${opinions}件に、市の考え方を書く`,
  href: `${caseAddress(id)}/replies`,
  note: sheet.title,
  dueOn: dueOn || undefined,
  state:
    dueOn !== '' && dueOn < today
      ? { words: '期限超過', tone: 'error' as const }
      : { words: '未回答', tone: 'info' as const },
})

const caseAddress = (caseId: string) => `/staff/comments/${caseId}`
