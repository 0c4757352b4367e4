import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState } from '#src/ui/parts.tsx'
import {
  type ApprovalRow,
  approvalProblems,
  approvalRows,
  type TickedSheet,
  tickedIn,
  tickValue,
} from '../core/bulk-approval.ts'
import { permissions } from '../core/permissions.ts'
import { approveSheets } from '../store/commands.ts'
import { listRounds, listSheets } from '../store/queries.ts'
import { approvalAddress, sheetAddress, sheetsCrumb } from './parts/addresses.ts'
import { SheetBadge } from './parts/sheet-state.tsx'

/** まとめて承認する: the sheets of the head's unit, with what is missing in each; those ticked are approved together. */
export const approvePage = page(approvalAddress, {
  audience: 'staff',
  show: (context, { url }) =>
    screen(context, { approved: url.searchParams.get('approved')?.split(' ') ?? [] }),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'approve-sheet')
    const ticked = tickedIn(entriesOf(form, 'sheet'))
    const ownRows = await rowsOf(context)
    if (ticked.length === 0 || approvalProblems(ownRows, ticked).size > 0)
      return { ...(await screen(context, { ticked })), status: 422 }
    const isDone = await unlessMovedOn(approveSheets(context, { sheets: ticked }))
    if (!isDone) return { ...(await screen(context, { ticked })), status: 409 }
    const approved = ticked.map(({ sheetId }) => sheetId).join(' ')
    return { seeOther: `${approvalAddress}?${new URLSearchParams({ approved })}` }
  },
})

/** Between the look and the approval somebody may have saved: then nothing was approved, and the list is looked at anew. */
async function unlessMovedOn(approving: Promise<unknown>): Promise<boolean> {
  try {
    await approving
    return true
  } catch (error) {
    if (error instanceof Refusal && (error.kind === 'stale' || error.kind === 'conflict')) return false
    throw error
  }
}

async function rowsOf(context: Context): Promise<ApprovalRow[]> {
  return approvalRows(await ownSheets(context), await listRounds(context))
}

async function ownSheets(context: Context) {
  const { unitIds } = await getOwner(context)
  return (await listSheets(context)).filter(({ unitId }) => unitIds.has(unitId))
}

type State = { ticked?: readonly TickedSheet[]; approved?: readonly string[] }

async function screen(context: Context, { ticked, approved = [] }: State): Promise<Screen> {
  authorize(context, permissions, 'approve-sheet')
  const rows = await rowsOf(context)
  const problems = ticked ? approvalProblems(rows, ticked) : new Map<string, string>()
  const done = (await ownSheets(context)).filter(
    ({ id, state }) => approved.includes(id) && state !== 'sent' && state !== 'returned',
  )
  const summary = ticked && summaryOf(ticked, problems)
  return {
    title: 'まとめて承認する',
    crumbs: [sheetsCrumb],
    body: (
      <>
        <ProblemSummary problems={summary ? { sheets: summary } : {}} title="まだ承認していません" />
        {done.length > 0 && (
          <Banner title={`${done.length}枚を承認しました。`}>
            <ul class="sb-list">
              {done.map(({ id, subject }) => (
                <li key={id}>
                  <a href={sheetAddress(id)}>{subject}</a>：承認して、事務局に返しました
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <h1>まとめて承認する</h1>
        {rows.length === 0 ? (
          <EmptyState title="承認を待っているシートはありません。">
            <p>自分の課のシートが届くと、ここに並びます。</p>
          </EmptyState>
        ) : (
          <form method="post" class="l-flow l-gap" aria-label="まとめて承認する" action="#error-summary">
            <ApprovalTable
              rows={rows}
              ticked={new Set(ticked?.map(({ sheetId }) => sheetId))}
              problems={problems}
              today={tokyoDay(context.now)}
            />
            <button class="dads-button" type="submit">
              選んだシートを承認して回答する
            </button>
          </form>
        )}
        <AboutScreen>
          <p>
            選んだシートは、全部承認するか、まったく承認しないかです。足りない項目や、ほかの人が直したシートがあれば、どれかをここに示します。
            それを外せば、残りを承認できます。承認すると、差し戻されるまで直せません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function summaryOf(ticked: readonly TickedSheet[], problems: ReadonlyMap<string, string>): string {
  if (ticked.length === 0) return '承認するシートを選んでください'
  if (problems.size === 0) return '承認しているあいだに、ほかの人が保存しました。もう一度押してください'
  return `承認できないシートが${problems.size}枚あります。直すか、選ぶのをやめてください`
}

type TableProps = {
  rows: readonly ApprovalRow[]
  ticked: ReadonlySet<string>
  problems: ReadonlyMap<string, string>
  today: string
}

function ApprovalTable({ rows, ticked, problems, today }: TableProps) {
  return (
    <table class="dads-table dads-table--cards" id="sheets">
      <caption>承認を待っているシート（{rows.length}）</caption>
      <thead>
        <tr>
          <th scope="col">シート</th>
          <th scope="col">選ぶ</th>
          <th scope="col">依頼</th>
          <th scope="col">期限</th>
          <th scope="col">承認できるか</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sheet, round, problem }) => (
          <tr key={sheet.id}>
            <th scope="row" class="is-nowrap">
              <a href={sheetAddress(sheet.id)}>{sheet.subject}</a>
            </th>
            <td data-label="選ぶ">
              <label class="dads-choice">
                <input
                  type="checkbox"
                  name="sheet"
                  value={tickValue(sheet)}
                  checked={ticked.has(sheet.id) && !problems.has(sheet.id)}
                />
                <span class="vh">選ぶ：{sheet.subject}</span>
              </label>
            </td>
            <td data-label="依頼">{round.title}</td>
            <td data-label="期限">
              <span>
                {eraDay(sheet.dueOn)} <SheetBadge sheet={sheet} today={today} />
              </span>
            </td>
            <td data-label="承認できるか">
              <span>
                {problems.has(sheet.id) ? <b>＊{problems.get(sheet.id)}</b> : (problem ?? 'できます')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
