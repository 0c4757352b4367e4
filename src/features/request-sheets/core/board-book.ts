import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteColumn, WriteSheet } from '#src/lib/table/table.ts'
import { boardOf, countIn, daysLate, isSilent } from './board.ts'
import { isOverdue, type RequestRound, type RequestSheet, sheetStateLabels } from './sheets.ts'

type Given = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  openComments: ReadonlyMap<string, number>
  today: string
  nameOf: (unitId: string) => string
}

const text = (header: string, width: number): WriteColumn => ({ header, width, format: 'text' })
const whole = (header: string, width = 12): WriteColumn => ({ header, width, format: 'whole' })

/** 回収の状況 as a paper for the committee: one page by section, those that never answered named; one by sheet. */
export function boardBook(given: Given): WriteSheet[] {
  return [bySection(given), bySheet(given)]
}

function bySection({ round, sheets, openComments, today, nameOf }: Given): WriteSheet {
  const rows = boardOf(sheets, today, openComments)
  const silent = rows.filter(isSilent)
  return {
    name: '課ごと',
    title: `${round.title}　回収の状況（${eraDay(today)}）`,
    guidance:
      silent.length > 0
        ? `一度も回答していない課（${silent.length}）：${silent.map(({ unitId }) => nameOf(unitId)).join('、')}`
        : 'すべての課が、一度は回答しています。',
    columns: [
      text('課', 24),
      ...['シート', '受理', '回答済', '差戻し', '依頼中', '期限超過'].map((header) => whole(header)),
      whole('最も長い超過（日）', 18),
      whole('未対応の意見', 14),
      text('いまの担当', 12),
      text('回答', 20),
    ],
    rows: rows.map((row) => [
      nameOf(row.unitId),
      row.sheets.length,
      row.acceptedCount,
      ...(['answered', 'returned', 'sent'] as const).map((state) => countIn(row.sheets, state)),
      row.sheets.filter((sheet) => isOverdue(sheet, today)).length,
      Math.max(0, ...row.sheets.map((sheet) => daysLate(sheet, today))),
      row.openComments,
      row.holder,
      isSilent(row) ? '一度もない' : 'あり',
    ]),
  }
}

function bySheet({ round, sheets, openComments, today, nameOf }: Given): WriteSheet {
  return {
    name: 'シートごと',
    title: `${round.title}　シートごとの状況（${eraDay(today)}）`,
    guidance: `回答の使いみち：${round.usedFor}`,
    columns: [
      text('課', 24),
      text('シート', 36),
      text('状態', 12),
      text('期限', 18),
      whole('超過（日）'),
      whole('未対応の意見', 14),
    ],
    rows: sheets.map((sheet) => [
      nameOf(sheet.unitId),
      sheet.subject,
      isOverdue(sheet, today) ? '期限超過' : sheetStateLabels[sheet.state],
      eraDay(sheet.dueOn),
      daysLate(sheet, today),
      openComments.get(sheet.id) ?? 0,
    ]),
  }
}
