import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import { type CaseSheet, caseSheet, caseStateOn, sheetProblems } from '../core/case.ts'
import { permissions } from '../core/permissions.ts'
import { addCase, changeCase } from '../store/commands/cases.ts'
import { type CommentCase, getCase, listCases } from '../store/queries/cases.ts'
import { listClassLists } from '../store/queries/classes.ts'
import { CaseForm } from './parts/case-form.tsx'
import { casesCrumb } from './parts/case-tabs.tsx'
import { periodWords, StateBadge } from './parts/comment-parts.tsx'

/** パブリックコメント: every case, also those in preparation. */
export const staffCasesPage = page('/staff/comments', {
  audience: 'staff',
  async show(context) {
    const cases = await listCases(context)
    return {
      title: 'パブリックコメント',
      body: (
        <>
          <div class="sb-title l-gap">
            <h1>パブリックコメント</h1>
            {mayDo(context.actor, permissions, 'edit-case') && (
              <span class="l-cluster">
                <a href="/staff/comments/classes">対応区分の一覧</a>
                <a class="dads-button dads-button--secondary" href="/staff/comments/new">
                  案件を加える
                </a>
              </span>
            )}
          </div>
          <CaseTable cases={cases} today={tokyoDay(context.now)} />
          <AboutScreen>
            <p>
              案件は、公開した版について書きます。公表は、書いた人とは別の人がします。公表したあとは、案件の中身を変えられません。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

function CaseTable({ cases, today }: { cases: readonly CommentCase[]; today: string }) {
  if (cases.length === 0) {
    return (
      <EmptyState title="まだ案件がありません。">
        <p>
          先に、意見を募る版を「版と公開」で公開します。それから、
          <a href="/staff/comments/new">案件を加えます</a>。
        </p>
      </EmptyState>
    )
  }
  return (
    <ScrollFrame label="案件の一覧">
      <table class="dads-table dads-table--wide">
        <caption>案件</caption>
        <thead>
          <tr>
            <th scope="col">案件名</th>
            <th scope="col">状態</th>
            <th scope="col">期間</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a href={`/staff/comments/${one.id}`}>{one.sheet.title}</a>
              </th>
              <td>
                <StateBadge state={caseStateOn(one, today)} />
              </td>
              <td>{periodWords(one.sheet)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

export const newCasePage = page('/staff/comments/new', {
  audience: 'staff',
  show: async (context) => formScreen(context, { entered: await startOf(context), problems: {} }),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-case')
    const read = readCase(form)
    if ('problems' in read) return { ...(await formScreen(context, read)), status: 422 }
    return { seeOther: `/staff/comments/${await addCase(context, { sheet: read.sheet })}?notice=added` }
  },
})

export const editCasePage = page('/staff/comments/:caseId/edit', {
  audience: 'staff',
  async show(context, { params }) {
    const current = await getCase(context, params.caseId)
    return formScreen(context, { current, entered: enteredOf(current.sheet), problems: {} })
  },
  async submit(context, { params: { caseId } }, form) {
    const current = await getCase(context, caseId)
    const read = readCase(form)
    if ('problems' in read) return { ...(await formScreen(context, { ...read, current })), status: 422 }
    const revision = Number(enteredIn(form)['revision'])
    const outcome = await unlessStale(changeCase(context, { caseId, revision, sheet: read.sheet }))
    if (!outcome.isStale) return { seeOther: `/staff/comments/${caseId}?notice=saved` }
    return {
      ...(await formScreen(context, { current, entered: enteredIn(form), problems: {}, isStale: true })),
      status: 409,
    }
  },
})

function readCase(form: FormData): { sheet: CaseSheet } | { problems: Problems; entered: Entered } {
  const read = readForm(caseSheet, form)
  if (read.problems) return read
  const problems = sheetProblems(read.values)
  return Object.keys(problems).length > 0 ? { problems, entered: read.entered } : { sheet: read.values }
}

const enteredOf = (sheet: CaseSheet): Entered =>
  Object.fromEntries(Object.entries(sheet).map(([name, value]) => [name, value ?? '']))

async function startOf(context: Context): Promise<Entered> {
  const { contactOffice, contactLines } = await getMunicipality(context)
  return {
    office: contactOffice,
    minimumDays: '30',
    contactYears: '1',
    deadlineRule: 'arrival',
    identity: 'required',
    classSet: 'standard',
    versionId: (await listPublicVersions(context))[0]?.id ?? '',
    whoMay: '市内に住む人、市内で働く人・学ぶ人、市内に事務所がある人・団体',
    contact: [contactOffice, ...contactLines].join('\n'),
  }
}

type FormState = { current?: CommentCase; entered: Entered; problems: Problems; isStale?: boolean }

async function formScreen(context: Context, { current, ...state }: FormState): Promise<Screen> {
  authorize(context, permissions, 'edit-case')
  const title = current ? '案件を直す' : '案件を加える'
  return {
    title,
    crumbs: [
      casesCrumb,
      ...(current ? [{ label: current.sheet.title, href: `/staff/comments/${current.id}` }] : []),
    ],
    body: (
      <CaseForm
        {...state}
        title={title}
        revision={current?.revision}
        versions={await listPublicVersions(context)}
        classLists={await listClassLists(context)}
      />
    ),
  }
}
