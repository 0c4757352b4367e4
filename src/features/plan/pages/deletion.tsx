import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { type Dependents, dependentsOf } from '../core/dependents.ts'
import { deleteIndicator, deleteItem, restoreIndicator, restoreItem } from '../store/commands/deletion.ts'
import { instantWords, planFacts } from '../store/queries/facts.ts'
import { type Deleted, getIndicator, getItem, listDeleted } from '../store/queries/items.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { planAddress } from './parts/addresses.ts'

const isIndicator = (id: string) => id.startsWith('in_')

/** Before something goes: what it is, what depends on it, and that it can come back. */
export const deletePage = page('/staff/plans/:planId/delete/:subjectId', {
  audience: 'staff',
  async show(context, { params }) {
    const { planId, subjectId } = params
    const title = await titleOf(context, planId, subjectId)
    const plan = await getPlanDocument(context, planId)
    return {
      title: `「${title}」を削除する`,
      crumbs: [{ label: '体系と施策', href: planAddress(planId) }],
      facts: await planFacts(context, planId),
      isInvented: plan.isInvented,
      body: <Confirmation title={title} planId={planId} dependents={dependentsOf(plan, subjectId)} />,
    }
  },
  async submit(context, { params }) {
    const { planId, subjectId } = params
    await titleOf(context, planId, subjectId)
    if (isIndicator(subjectId)) await deleteIndicator(context, { indicatorId: subjectId })
    else await deleteItem(context, { itemId: subjectId })
    return { seeOther: `${planAddress(planId)}?notice=deleted` }
  },
})

async function titleOf(context: Context, planId: string, id: string): Promise<string> {
  const subject = isIndicator(id) ? await getIndicator(context, id) : await getItem(context, id)
  if (subject.planId !== planId) throw new Refusal('not-found', '項目が見つかりません')
  return 'item' in subject ? subject.item.title : subject.indicator.name
}

type ConfirmationProps = { title: string; planId: string; dependents: Dependents }

function Confirmation({ title, planId, dependents }: ConfirmationProps) {
  const rows = [
    ['いっしょに削除される項目', dependents.below],
    ['いっしょに削除される指標', dependents.indicators],
    ['本文で値を引いている項目', dependents.quotedBy],
  ] as const
  return (
    <>
      <h1>「{title}」を削除する</h1>
      <p class="sb-warning l-gap">
        <span class="sb-warning__icon" aria-hidden="true">
          !
        </span>
        <span>
          <span class="vh">注意：</span>
          作業中の計画から外します。公開済みの版には残ります。「削除したもの」から、いつでも元に戻せます。
        </span>
      </p>
      <dl class="dads-description-list l-gap">
        {rows.map(([label, names]) => (
          <div key={label}>
            <dt>
              {label}（{names.length}）
            </dt>
            <dd>{names.length === 0 ? 'ありません' : names.join('、')}</dd>
          </div>
        ))}
        <div>
          <dt>結び付いている根拠</dt>
          <dd>{dependents.evidenceCount}件（戻すと、いっしょに戻ります）</dd>
        </div>
      </dl>
      <form method="post" class="l-cluster l-gap">
        <button class="dads-button" type="submit">
          削除する
        </button>
        <a href={planAddress(planId)}>やめる</a>
      </form>
    </>
  )
}

/** What was deleted and can come back. */
export const deletedPage = page('/staff/plans/:planId/deleted', {
  audience: 'staff',
  async show(context, { params }) {
    const { planId } = params
    const deleted = await listDeleted(context, planId)
    return {
      title: '削除したもの',
      crumbs: [{ label: '体系と施策', href: planAddress(planId) }],
      facts: await planFacts(context, planId),
      body: <DeletedList deleted={deleted} planId={planId} />,
    }
  },
  async submit(context, { params }, form) {
    const id = String(form.get('id') ?? '')
    if (isIndicator(id)) await restoreIndicator(context, { indicatorId: id })
    else await restoreItem(context, { itemId: id })
    return { seeOther: `${planAddress(params.planId)}?notice=restored#${id}` }
  },
})

const whatWords = { policy: '政策', measure: '施策', program: '基本事業', indicator: '指標' } as const

function DeletedList({ deleted, planId }: { deleted: readonly Deleted[]; planId: string }) {
  return (
    <>
      <h1>削除したもの</h1>
      {deleted.length === 0 && (
        <EmptyState title="削除したものはありません。">
          <p>
            <a href={planAddress(planId)}>体系と施策に戻る</a>
          </p>
        </EmptyState>
      )}
      <ul class="sb-rows l-gap">
        {deleted.map(({ id, what, title, deletedAt }) => (
          <li key={id}>
            <p class="sb-rows__when num">{instantWords(deletedAt)}</p>
            <p class="sb-rows__title">
              {whatWords[what]}「{title}」
            </p>
            <form method="post">
              <button
                class="dads-button dads-button--secondary dads-button--small"
                name="id"
                value={id}
                type="submit"
              >
                元に戻す<span class="vh">：{title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
