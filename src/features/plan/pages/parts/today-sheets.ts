import { permissions } from '#src/features/request-sheets/core/permissions.ts'
import { isOverdue } from '#src/features/request-sheets/core/sheets.ts'
import { listWaitingSheets, type WaitingSheet } from '#src/features/request-sheets/store/queries-waiting.ts'
import { daysBetween } from '#src/lib/japanese/business-days.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import {
  type Asking,
  namesWords,
  nothingToday,
  type RoomToday,
  type TodayFigure,
  type TodayWork,
} from '../../core/today.ts'

/** Rounds of sheets: who is late and what was answered for the secretariat, what to answer for a section. */
export async function sheetsToday(context: Context, asking: Asking): Promise<RoomToday> {
  if (!mayDo(context.actor, permissions, 'fill-sheet')) return nothingToday
  const { today, isSecretariat, owner } = asking
  const waiting = (await listWaitingSheets(context)).filter(
    ({ unitId }) => isSecretariat || owner.unitIds.has(unitId),
  )
  const rounds = [...Map.groupBy(waiting, ({ roundId }) => roundId).values()]
  const open = waiting.filter(({ state }) => state !== 'answered')
  return {
    figures: [isSecretariat ? lateUnits(waiting, today) : ownSheets(open, today)],
    work: rounds.flatMap((sheets) => (isSecretariat ? officeWork(sheets, asking) : ownWork(sheets, today))),
    days: [...new Map(open.map((sheet) => [`${sheet.roundId} ${sheet.dueOn}`, sheet])).values()].map(
      ({ roundId, roundTitle, dueOn }) => ({
        id: `${roundId}-${dueOn}`,
        day: dueOn,
        title: `${roundTitle}の回答期限`,
        href: roundAddress(roundId),
      }),
    ),
  }
}

function lateUnits(waiting: readonly WaitingSheet[], today: string): TodayFigure {
  const late = waiting.filter((sheet) => isOverdue(sheet, today))
  const days = Math.max(0, ...late.map(({ dueOn }) => daysBetween(dueOn, today)))
  const answered = waiting.filter(({ state }) => state === 'answered').length
  return {
    label: '期限を過ぎた照会',
    href: '/staff/sheets',
    value: new Set(late.map(({ unitId }) => unitId)).size,
    unit: '課',
    note: late.length > 0 ? `いちばん長い課で${days}日` : `確認を待つ回答 ${answered}枚`,
  }
}

const ownSheets = (open: readonly WaitingSheet[], today: string): TodayFigure => ({
  label: '答える依頼シート',
  href: '/staff/sheets',
  value: open.length,
  unit: '枚',
  note: `期限を過ぎたもの ${open.filter((sheet) => isOverdue(sheet, today)).length}枚`,
})

/** For the secretariat: sections to remind, and answers to look at. */
function officeWork(sheets: readonly WaitingSheet[], { today, unitName }: Asking): TodayWork[] {
  const [first] = sheets
  if (!first) return []
  const { roundId, roundTitle } = first
  const late = sheets.filter((sheet) => isOverdue(sheet, today))
  const answered = sheets.filter(({ state }) => state === 'answered')
  const names = [...new Set(late.map(({ unitId }) => unitId))].map(unitName)
  const line = { href: roundAddress(roundId), note: roundTitle }
  return [
    ...(late.length > 0
      ? [
          {
            ...line,
            id: `${roundId}-late`,
            title: `依頼シートを催促する：${namesWords(names)}`,
            dueOn: late[0]?.dueOn,
            state: { words: '期限超過', tone: 'error' as const },
          },
        ]
      : []),
    ...(answered.length > 0
      ? [
          {
            ...line,
            id: `${roundId}-answered`,
            title: `回答 ${answered.length}枚を確かめる`,
            dueOn: undefined,
            state: { words: '確認待ち', tone: 'info' as const },
          },
        ]
      : []),
  ]
}

/** For a section: its sheets of a round, returned ones first. */
function ownWork(sheets: readonly WaitingSheet[], today: string): TodayWork[] {
  const open = sheets.filter(({ state }) => state !== 'answered')
  const [first] = open
  if (!first) return []
  const returned = open.filter(({ state }) => state === 'returned').length
  const isLate = open.some((sheet) => isOverdue(sheet, today))
  return [
    {
      id: first.roundId,
      title: `依頼シート ${open.length}枚に答える`,
      href: `${roundAddress(first.roundId)}/units/${first.unitId}`,
      note: returned > 0 ? `${first.roundTitle}　差し戻し ${returned}枚` : first.roundTitle,
      dueOn: first.dueOn,
      state: isLate
        ? { words: '期限超過', tone: 'error' }
        : returned > 0
          ? { words: '差戻し', tone: 'warn' }
          : { words: '依頼中', tone: 'info' },
    },
  ]
}

const roundAddress = (roundId: string) => `/staff/sheets/rounds/${roundId}`
