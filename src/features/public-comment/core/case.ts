import { z } from 'zod'
import { dayField, optionalDayField } from '#src/features/organization/core/read-day.ts'
import { retentionDay } from '#src/features/voices/core/retention.ts'
import { daysBetween, holidayName, isBusinessDay } from '#src/lib/japanese/business-days.ts'
import { weekdayWord } from '#src/lib/japanese/day-words.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'

const words = (label: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${label}は${most.toLocaleString('ja')}字以内で書いてください`)
const needed = (label: string, most: number) => words(label, most).min(1, `${label}を書いてください`)

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** 案件: everything announcement, page and form are made from. */
export const caseSheet = z.object({
  title: needed('案件名', 100),
  office: needed('担当課', 60),
  purpose: needed('趣旨', 2000),
  /** The same in plain Japanese (やさしい日本語), for the page of that name. */
  easyPurpose: words('やさしい日本語の説明', 2000).default(''),
  /** 関係資料 besides those made of the version: their names, and where they are. */
  papers: words('関係資料', 1000).default(''),
  versionId: z.string().regex(/^ve_[0-9a-z]{10}$/, '意見を募る版を選んでください'),
  opensOn: dayField('始まりの日'),
  closesOn: dayField('終わりの日'),
  /** 要綱 of the city: how many days at least. */
  minimumDays: z
    .string()
    .regex(/^\d{1,3}$/, '最低の日数は、1〜999の整数で書いてください')
    .default('30'),
  shortReason: words('短くする理由', 300).default(''),
  deadlineRule: z.enum(['arrival', 'postmark'], '郵送の期限の決め方を選んでください'),
  whoMay: needed('提出できる人', 500),
  identity: z.enum(['required', 'optional'], '氏名と住所を求めるかを選んでください'),
  places: needed('閲覧場所', 1000),
  ways: needed('提出の方法', 1000),
  contact: needed('問合せ', 300),
  resultDueOn: optionalDayField('結果を公表する予定の日'),
  /** For how many years names and addresses are kept. */
  contactYears: z
    .string()
    .regex(/^([1-9]|10)$/, '連絡先を残す年数は、1〜10の整数で書いてください')
    .default('1'),
  /** 承認の順: who approves an answer after the secretariat's check, one a line. Empty: one approval. */
  approvalSteps: words('承認の順', 200)
    .refine(
      (typed) => approvalStepsOf({ approvalSteps: typed }).length <= 5,
      '承認の順は、5行までで書いてください',
    )
    .refine(
      (typed) => new Set(linesOf(typed)).size === linesOf(typed).length,
      '承認の順に、同じ名前が2つあります',
    )
    .default(''),
  classSet: z.string().regex(/^[a-z0-9_]{1,20}$/, '対応区分を選んでください'),
})
export type CaseSheet = z.infer<typeof caseSheet>

/** The approvals an answer of a case needs, in their order. */
export function approvalStepsOf({ approvalSteps }: { approvalSteps: string }): string[] {
  const steps = linesOf(approvalSteps)
  return steps.length > 0 ? steps : ['承認']
}

/** As it is kept: days are read already. */
export const keptSheet = caseSheet.extend({
  office: z.string().default(''),
  opensOn: z.string(),
  closesOn: z.string(),
  resultDueOn: z.string().optional(),
})

export const deadlineRuleLabels = { arrival: '必着', postmark: '当日消印有効' } as const
export const identityLabels = { required: '必要（公表しない）', optional: '任意' } as const

/** Days of a period, both ends counted. */
export const daysOf = ({ opensOn, closesOn }: Pick<CaseSheet, 'opensOn' | 'closesOn'>): number =>
  daysBetween(opensOn, closesOn) + 1

/**
 * Below this a period is warned of, whatever the city's rule (行政手続法39条 binds the nation, 46条 asks cities to
 * strive).
 */
export const usualDays = 30

/** What is wrong with a sheet as a whole, by field. */
export function sheetProblems(sheet: CaseSheet): Record<string, string> {
  const days = daysOf(sheet)
  if (days < 1) return { closesOn: '終わりの日が、始まりの日より前になっています' }
  const minimum = Number(sheet.minimumDays)
  const problems: Record<string, string> = {}
  if (days < minimum && sheet.shortReason === '') {
    problems['shortReason'] = `期間は${days}日で、決まりの${minimum}日より短くなります。理由を書いてください`
  }
  if (sheet.resultDueOn !== undefined && sheet.resultDueOn <= sheet.closesOn) {
    problems['resultDueOn'] = '結果を公表する予定の日が、終わりの日より前になっています'
  }
  return problems
}

/** What does not stop a case, but should be seen before it is announced. */
export function sheetWarnings(sheet: CaseSheet): string[] {
  const days = daysOf(sheet)
  const ends = [
    [sheet.opensOn, '始まり'],
    [sheet.closesOn, '終わり'],
  ] as const
  return [
    ...(days < usualDays ? [`期間は${days}日です。${usualDays}日より短いので、理由を公表します。`] : []),
    ...ends.flatMap(([day, label]) => {
      const closed = closedWords(day)
      return closed ? [`${label}の日が${closed}です。窓口が閉まっていないか、確かめてください。`] : []
    }),
    ...(sheet.resultDueOn ? [] : ['結果を公表する予定の日がありません。']),
  ]
}

/** 土曜日, 元日, 年末年始: why an office is closed on a day; undefined where it is open. */
export function closedWords(day: string): string | undefined {
  if (isBusinessDay(day)) return undefined
  const name = holidayName(day)
  if (name !== undefined) return `祝日（${name}）`
  return /[土日]/.test(weekdayWord(day)) ? `${weekdayWord(day)}曜日` : '年末年始の休みの日'
}

/** 令和8年12月1日（火）, with the holiday where it is one. */
export const dayWithWeekday = (day: string): string =>
  `${eraDay(day)}（${[weekdayWord(day), holidayName(day)].filter(Boolean).join('・')}）`

export type CaseState = 'draft' | 'announced' | 'open' | 'closed' | 'published'
export const caseStateLabels: Readonly<Record<CaseState, string>> = {
  draft: '準備中',
  announced: '予告',
  open: '募集中',
  closed: '検討中',
  published: '結果を公表',
}

type Standing = {
  sheet: Pick<CaseSheet, 'opensOn' | 'closesOn'>
  openedAt: string | undefined
  publishedAt: string | undefined
}

/** Where a case stands on a day (of Asia/Tokyo). */
export function caseStateOn({ sheet, openedAt, publishedAt }: Standing, day: string): CaseState {
  if (!openedAt) return 'draft'
  if (publishedAt) return 'published'
  if (day < sheet.opensOn) return 'announced'
  return day <= sheet.closesOn ? 'open' : 'closed'
}

/** Whoever was writing when the last day ended may still send for an hour. */
const graceMilliseconds = 60 * 60 * 1000

export function takesWebComments(standing: Standing, now: Date, dayOf: (instant: Date) => string): boolean {
  const states = [now, new Date(now.getTime() - graceMilliseconds)].map((instant) =>
    caseStateOn(standing, dayOf(instant)),
  )
  return states[0] === 'open' || (states[0] === 'closed' && states[1] === 'open')
}

/** Why a comment on paper is out of the period (期間外); empty when it is not. */
export function lateReasonOf(
  sheet: CaseSheet,
  { receivedOn, postmarkOn }: { receivedOn: string; postmarkOn?: string | undefined },
): string {
  const counted = sheet.deadlineRule === 'postmark' ? (postmarkOn ?? receivedOn) : receivedOn
  if (counted < sheet.opensOn) return '始まりの日より前に届きました'
  return counted > sheet.closesOn
    ? `終わりの日（${deadlineRuleLabels[sheet.deadlineRule]}）を過ぎて届きました`
    : ''
}

type Keeping = { sheet: Pick<CaseSheet, 'closesOn' | 'contactYears'>; publishedOn: string | undefined }

/**
 * The last day on which contact data are kept: so many years from the publication of the result, and from the end of the
 * period while there is none. What was past its day before the result came stays so.
 */
export function contactsKeptUntil({ sheet, publishedOn }: Keeping): string {
  const unpublished = retentionDay(sheet.closesOn, Number(sheet.contactYears))
  if (publishedOn === undefined || publishedOn > unpublished) return unpublished
  return retentionDay(publishedOn, Number(sheet.contactYears))
}

/** The same in words, for residents and for who writes the case. */
export const contactRuleWords = ({ contactYears }: Pick<CaseSheet, 'contactYears'>): string =>
  `結果の公表から${contactYears}年たつと廃棄します。結果を公表しないときは、募集の終わりの日から${contactYears}年です。`
