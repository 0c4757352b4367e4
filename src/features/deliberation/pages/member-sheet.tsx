import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { attachmentsOf } from '#src/features/request-sheets/core/fields.ts'
import { listReferences } from '#src/features/request-sheets/store/queries-references.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { getFile, readBytes } from '#src/platform/files.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import type { Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { mayStillComment } from '../core/draft-comments.ts'
import { sheetCommentForm } from '../core/laid-sheet-forms.ts'
import { commentOnLaidSheet, withdrawLaidComment } from '../store/commands-laid-sheets.ts'
import { listMembers } from '../store/queries.ts'
import { getOwnSheet } from '../store/queries-laid-sheets.ts'
import { ownSeat } from '../store/queries-members.ts'
import { Fact } from './parts/deliberation-tabs.tsx'
import { memberPage } from './parts/member-page.ts'
import { LaidAnswers, LaidCommentForm } from './parts/member-sheet-view.tsx'

/** One sheet as the member's body was given it: the answers by field, what the body said of them, and what became of that. */
export const memberSheet = memberPage('/members/sheets/:sheetId', {
  show: (context, { params, url }) =>
    screen(context, params.sheetId, {
      wasSaved: url.searchParams.get('notice') === 'saved',
      entered: { fieldId: url.searchParams.get('field') ?? '' },
    }),
  async submit(context, { params: { sheetId } }, form) {
    const entered = enteredIn(form)
    const here = `/members/sheets/${sheetId}`
    if (entered['act'] === 'withdraw') {
      await withdrawLaidComment(context, { sheetId, commentId: entered['commentId'] ?? '' })
      return { seeOther: here }
    }
    const read = readForm(sheetCommentForm, form)
    if (read.problems) return { ...(await screen(context, sheetId, read)), status: 422 }
    await commentOnLaidSheet(context, { sheetId, ...read.values })
    return { seeOther: `${here}?notice=saved#${read.values.fieldId}` }
  },
})

type State = { entered?: Entered; problems?: Problems; wasSaved?: boolean }

async function screen(context: Context, sheetId: string, state: State): Promise<Screen> {
  const { laid, sheet, round, comments } = await getOwnSheet(context, sheetId)
  const { member, body } = await ownSeat(context)
  const today = tokyoDay(context.now)
  const mayComment = mayStillComment(laid, today) && sheet.state !== 'accepted'
  const members = await listMembers(context, body.id)
  const given = { laid, fields: round.fields, comments, mayComment, ownId: member.id }
  return {
    title: sheet.subject,
    crumbs: [{ label: '委員の画面', href: '/members' }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        {state.wasSaved && <Banner title="意見を受け取りました。" />}
        <h1>{sheet.subject}</h1>
        <dl class="dads-description-list l-gap">
          <Fact label="依頼">{round.title}</Fact>
          <Fact label="課">{unitNameOn(await listUnits(context), sheet.unitId, today) ?? ''}</Fact>
          <Fact label="示した日">{eraDay(tokyoDay(new Date(laid.laidAt)))}</Fact>
          <Fact label="意見">{untilWords(laid, mayComment)}</Fact>
        </dl>
        <LaidAnswers
          {...given}
          references={await listReferences(reading(context), round.fields)}
          nameOf={(id) => members.find((one) => one.id === id)?.name ?? '庁内で記入'}
        />
        {mayComment && (
          <LaidCommentForm
            fields={round.fields}
            entered={state.entered ?? {}}
            problems={state.problems ?? {}}
          />
        )}
        <p class="sb-sub l-gap">
          まだ公開されていない資料です。ほかの人に見せないでください。意見は、同じ会議の委員と事務局が読みます。
        </p>
      </>
    ),
  }
}

function untilWords({ commentUntil }: { commentUntil: string | undefined }, mayComment: boolean): string {
  if (!mayComment) return 'いまは書けません'
  return commentUntil ? `${eraDay(commentUntil)}まで書けます` : '書けます'
}

/** The names of what answers point to are read in the place of those who gave the sheet. */
const reading = (context: Context): Context => ({ ...context, actor: { id: 'laid', roles: ['secretariat'] } })

/** A file of a sheet that was given: found only among the answers as they were given. */
export const memberSheetFile = memberPage('/members/sheets/:sheetId/files/:fileId', {
  async show(context, { params: { sheetId, fileId }, folder }) {
    const { laid, round } = await getOwnSheet(context, sheetId)
    const files = round.fields
      .filter(({ kind }) => kind === 'attachment')
      .flatMap(({ id }) => attachmentsOf(laid.answers[id] ?? ''))
    const known = found(
      files.find((one) => one.fileId === fileId),
      'ファイル',
    )
    const file = await getFile(context, known.fileId)
    return { file: await readBytes(folder, file), contentType: file.contentType, fileName: file.name }
  },
})
