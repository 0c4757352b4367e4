import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { mayCommentAsRelated } from '../core/related-units.ts'
import { commentForm, formPart } from '../core/ruling-form.ts'
import { commentAsRelated } from '../store/commands-related.ts'
import { listReferences } from '../store/queries-references.ts'
import { getRelatedSheet, listRelatedComments } from '../store/queries-related.ts'
import { relatedAddress, sheetAddress, sheetsCrumb } from './parts/addresses.ts'
import { CommentForm, CommentList } from './parts/review-view.tsx'
import { SheetBadge } from './parts/sheet-state.tsx'
import { AnswerList } from './parts/sheet-view.tsx'

/**
 * 関係課として見るシート: the answers of another section, to be read and commented on. Whoever is of no section reads the sheet
 * itself.
 */
export const relatedSheetPage = page('/staff/sheets/:sheetId/related', {
  audience: 'staff',
  async show(context, { params: { sheetId } }) {
    if (!mayDo(context.actor, permissions, 'comment-as-related')) return { seeOther: sheetAddress(sheetId) }
    return screen(context, sheetId)
  },
  async submit(context, { params: { sheetId } }, form) {
    const read = readForm(commentForm.omit({ body: true }), formPart(form, 'comment-'))
    if (!read.problems) {
      await commentAsRelated(context, { sheetId, ...read.values })
      return { seeOther: `${relatedAddress(sheetId)}?notice=added` }
    }
    const problems = Object.fromEntries(
      Object.entries(read.problems).map(([name, problem]) => [`comment-${name}`, problem]),
    )
    return { ...(await screen(context, sheetId, enteredIn(form), problems)), status: 422 }
  },
})

async function screen(
  context: Context,
  sheetId: string,
  entered: Entered = {},
  problems: Problems = {},
): Promise<Screen> {
  const { sheet, round } = await getRelatedSheet(context, sheetId)
  const today = tokyoDay(context.now)
  return {
    title: `${sheet.subject}：${round.title}`,
    crumbs: [sheetsCrumb],
    facts: [
      { label: '依頼', value: round.title },
      { label: '主管課', value: unitNameOn(await listUnits(context), sheet.unitId, today) ?? '' },
      { label: '期限', value: eraDay(sheet.dueOn) },
    ],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>{sheet.subject}</h1>
          <p>
            <SheetBadge sheet={sheet} today={today} />
          </p>
        </div>
        <AnswerList sheet={sheet} round={round} references={await listReferences(context, round.fields)} />
        <CommentList round={round} comments={await listRelatedComments(context, sheetId)} />
        {mayCommentAsRelated(sheet) && (
          <CommentForm round={round} entered={entered} problems={problems} isOwnUnit />
        )}
        <AboutScreen>
          <p>
            自分の課が「関係課」に挙がっているシートです。読んで、項目ごとに意見を書けます。意見は、主管課と事務局にすぐに見えます。回答を直すのは主管課です。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
