import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { getVersion, listVersions } from '#src/features/plan/store/queries/versions.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Badge, EmptyState, NoValue, Section } from '#src/ui/parts.tsx'
import { layingForm } from '../core/forms.ts'
import { permissions } from '../core/permissions.ts'
import { layDraft } from '../store/commands-drafts.ts'
import { listBodies } from '../store/queries.ts'
import { countCommentsByDraft, listLaidDrafts } from '../store/queries-drafts.ts'
import { DeliberationTabs, meetingsCrumb } from './parts/deliberation-tabs.tsx'

const here = '/staff/drafts'

/** 案と意見: the versions laid before bodies, and how many comments wait for an answer. */
export const draftsPage = page(here, {
  audience: 'staff',
  show: (context) => screen(context, {}, {}),
  async submit(context, _visit, form) {
    const read = readForm(layingForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    await layDraft(context, read.values)
    return { seeOther: `${here}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'read-draft-comments')
  const [bodies, drafts] = [await listBodies(context), await listLaidDrafts(context)]
  const counts = await countCommentsByDraft(context)
  const plan = await findPrimaryPlan(context)
  const versions = plan ? await listVersions(context, plan.id) : []
  const labels = await labelsOf(
    context,
    versions,
    drafts.map(({ versionId }) => versionId),
  )
  const rows = drafts.map((draft) => ({
    draft,
    label: labels.get(draft.versionId) ?? '',
    body: bodies.find(({ id }) => id === draft.bodyId)?.name ?? '',
    ...(counts.get(draft.id) ?? { count: 0, open: 0 }),
  }))
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return {
    title: '案と意見',
    crumbs: [meetingsCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>案と意見</h1>
        </div>
        <DeliberationTabs current={here} />
        <div class="l-gap l-flow">
          {mayDo(context.actor, permissions, 'lay-drafts') && (
            <p>
              <a href="/staff/drafts/sheets">依頼シートの回答を会議体に示す</a>
            </p>
          )}
          {rows.length === 0 ? (
            <EmptyState title="まだ示した案はありません。">
              <p>計画の版を会議体に示すと、その委員が画面で読み、段落ごとに意見を書けます。</p>
            </EmptyState>
          ) : (
            <table class="dads-table dads-table--cards">
              <caption>示した案（{rows.length}件）</caption>
              <thead>
                <tr>
                  <th scope="col">案</th>
                  <th scope="col">会議体</th>
                  <th scope="col">示した日</th>
                  <th scope="col">意見の締切</th>
                  <th scope="col">意見</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ draft, label, body, count, open }) => (
                  <tr key={draft.id}>
                    <th scope="row">
                      <a href={`${here}/${draft.id}`}>
                        {label}
                        <span class="vh">（{body}）</span>
                      </a>
                    </th>
                    <td data-label="会議体">{body}</td>
                    <td data-label="示した日">{eraDay(draft.laidOn)}</td>
                    <td data-label="意見の締切">
                      {draft.commentUntil ? eraDay(draft.commentUntil) : <NoValue words="定めなし" />}
                    </td>
                    <td data-label="意見">
                      <span>
                        {count}件　{open > 0 && <Badge tone="warn">対応待ち{open}件</Badge>}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        {mayDo(context.actor, permissions, 'lay-drafts') && (
          <Section id="lay" title="案を示す">
            {versions.length === 0 ? (
              <p>
                先に、<a href="/staff/versions">計画の版をつくります</a>。
              </p>
            ) : (
              <form method="post" class="sb-form" aria-label="案を示す" action="#error-summary">
                <SelectField
                  {...field('bodyId')}
                  label="会議体"
                  choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                  width="mid"
                />
                <SelectField
                  {...field('versionId')}
                  label="計画の版"
                  choices={versions.map(({ id, label }) => ({ value: id, label }))}
                  width="mid"
                />
                <TextField {...field('commentUntil')} label="意見の締切" width="short" optional />
                <button class="dads-button" type="submit">
                  委員に示す
                </button>
              </form>
            )}
          </Section>
        )}
      </>
    ),
  }
}

type Labelled = { id: string; label: string }

/** What versions are called, also those of another plan: these few are asked for one by one. */
async function labelsOf(context: Context, known: readonly Labelled[], wanted: readonly string[]) {
  const labels = new Map(known.map(({ id, label }) => [id, label]))
  for (const id of wanted) if (!labels.has(id)) labels.set(id, (await getVersion(context, id)).label)
  return labels
}
