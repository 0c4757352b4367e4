import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { countIn } from '../core/board.ts'
import { ownerlessSheets } from '../core/ownerless.ts'
import { permissions } from '../core/permissions.ts'
import { isOverdue, type RequestRound, type RequestSheet, sheetTypeLabels } from '../core/sheets.ts'
import { listRounds, listSheets } from '../store/queries.ts'
import { listRelatedSheets } from '../store/queries-related.ts'
import { countOpenComments } from '../store/queries-review.ts'
import {
  approvalAddress,
  roundAddress,
  sheetAddress,
  sheetsAddress,
  templatesAddress,
} from './parts/addresses.ts'
import { CoverageBoard } from './parts/coverage-board.tsx'
import { OwnerlessRounds } from './parts/ownerless-view.tsx'
import { RelatedSheets } from './parts/related-view.tsx'
import { SheetCell } from './parts/sheet-state.tsx'

/** 依頼シート: the rounds, and for a section its own sheets to fill. */
export const sheetsPage = page('/staff/sheets', {
  audience: 'staff',
  async show(context) {
    const sheets = await listSheets(context)
    const asked = new Set(sheets.map(({ roundId }) => roundId))
    const isOffice = mayDo(context.actor, permissions, 'make-round')
    // A round without a sheet one may read says nothing to who reads it.
    const rounds = (await listRounds(context)).filter(({ id }) => isOffice || asked.has(id))
    const today = tokyoDay(context.now)
    const units = await listUnits(context)
    const nameOf = (id: string) => unitNameOn(units, id, today) ?? '廃止された組織'
    const newest = rounds.slice(0, mostOnBoard)
    const onBoard = new Set(newest.map(({ id }) => id))
    const boardSheets = sheets.filter(({ roundId }) => onBoard.has(roundId))
    const sent = sheets.filter(({ state }) => state !== 'draft')
    const { unitIds } = await getOwner(context)
    const own = sheets.filter(
      ({ unitId, state }) => unitIds.has(unitId) && state !== 'draft' && state !== 'accepted',
    )
    return {
      title: '依頼シート',
      body: (
        <>
          <div class="sb-title">
            <h1>依頼シート</h1>
            {isOffice && (
              <div class="l-cluster">
                <a class="dads-button dads-button--secondary" href={`${sheetsAddress}/new`}>
                  依頼をつくる
                </a>
                <a class="dads-button dads-button--quiet" href={templatesAddress}>
                  ひな形
                </a>
              </div>
            )}
          </div>
          {mayDo(context.actor, permissions, 'hand-over-sheets') && (
            <OwnerlessRounds
              sheets={ownerlessSheets(sent, units, today)}
              titles={new Map(rounds.map(({ id, title }) => [id, title]))}
            />
          )}
          {own.length > 0 && <OwnSheets own={own} today={today} />}
          {mayDo(context.actor, permissions, 'approve-sheet') && own.length > 1 && (
            <p class="l-gap">
              <a href={approvalAddress}>いくつかのシートをまとめて承認する</a>
            </p>
          )}
          {mayDo(context.actor, permissions, 'comment-as-related') && (
            <RelatedSheets related={await listRelatedSheets(context)} today={today} nameOf={nameOf} />
          )}
          <div class="l-gap">
            {rounds.length === 0 ? (
              <EmptyState title="まだ依頼がありません。">
                <p>事務局が依頼を送ると、ここに並びます。</p>
              </EmptyState>
            ) : (
              <RoundTable rounds={rounds} sheets={sheets} today={today} />
            )}
          </div>
          {boardSheets.length > 0 && (
            <Section id="board" title="回収の状況">
              <CoverageBoard
                rounds={newest.toReversed()}
                sheets={boardSheets}
                openComments={await countOpenComments(context, boardSheets)}
                today={today}
                nameOf={nameOf}
              />
            </Section>
          )}
          <AboutScreen>
            <p>
              各課への照会です。画面でもExcelでも答えられます。課長が承認すると回答済になり、事務局が受理するか、項目を示して差し戻します。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

/** As many rounds as a screen has room for, the newest. */
const mostOnBoard = 4

function OwnSheets({ own, today }: { own: readonly RequestSheet[]; today: string }) {
  return (
    <section aria-labelledby="own">
      <h2 id="own">自分の課のシート（{own.length}）</h2>
      <ul class="sb-tasks l-gap">
        {own.map((sheet) => (
          <li key={sheet.id}>
            <a href={sheetAddress(sheet.id)}>{sheet.subject}</a>
            <div>
              <p class={isOverdue(sheet, today) ? 'sb-due sb-due--late' : 'sb-due'}>
                {eraDay(sheet.dueOn)}まで
              </p>
              <SheetCell sheet={sheet} today={today} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type TableProps = { rounds: readonly RequestRound[]; sheets: readonly RequestSheet[]; today: string }

function RoundTable({ rounds, sheets, today }: TableProps) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>依頼（{rounds.length}）</caption>
      <thead>
        <tr>
          <th scope="col">名前</th>
          <th scope="col">種類</th>
          <th scope="col">期限</th>
          <th scope="col">受理</th>
          <th scope="col">期限超過</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ id, title, sheetType, dueOn, sentAt }) => {
          const own = sheets.filter(({ roundId }) => roundId === id)
          return (
            <tr key={id}>
              <th scope="row">
                <a href={roundAddress(id)}>{title}</a>
                {!sentAt && <span class="sb-sub">　まだ送っていません</span>}
              </th>
              <td data-label="種類">{sheetTypeLabels[sheetType]}</td>
              <td data-label="期限">{eraDay(dueOn)}</td>
              <td data-label="受理">
                {countIn(own, 'accepted')}／{own.length}枚
              </td>
              <td data-label="期限超過">{own.filter((sheet) => isOverdue(sheet, today)).length}枚</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
