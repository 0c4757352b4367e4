import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { caseStateOn, takesWebComments } from '../core/case.ts'
import { getPublicCase, listPublicCases, type PublicCase } from '../store/queries/cases.ts'
import { listMaterials } from '../store/queries/materials.ts'
import { CaseBody } from './parts/case-body.tsx'
import { commentsCrumb, homeCrumb, periodWords, StateBadge } from './parts/comment-parts.tsx'

/** 参加する: every call for comments, and the way to one's own. */
export const commentsPage = page('/comments', {
  audience: 'public',
  async show(context) {
    const cases = await listPublicCases(context)
    const today = tokyoDay(context.now)
    const isCurrent = (one: PublicCase) => ['announced', 'open', 'closed'].includes(caseStateOn(one, today))
    return {
      title: '参加する',
      crumbs: [homeCrumb],
      body: (
        <>
          <h1>参加する</h1>
          <p class="sb-lead l-measure">
            計画の案に、ご意見を出せます。いただいたご意見には、どう考えたかを1件ずつお答えします。
          </p>
          <Cases id="now" title="いまの意見募集" cases={cases.filter(isCurrent)} today={today} />
          <Cases
            id="past"
            title="これまでの意見募集"
            cases={cases.filter((one) => !isCurrent(one))}
            today={today}
          />
          <Section id="trace" title="ご意見のゆくえ">
            <p>
              受付番号があれば、あなたのご意見がどうなったかがわかります。
              <a href="/voice">受付番号で調べる</a>
            </p>
          </Section>
        </>
      ),
    }
  },
})

type CasesProps = { id: string; title: string; cases: readonly PublicCase[]; today: string }

function Cases({ id, title, cases, today }: CasesProps) {
  return (
    <Section id={id} title={title}>
      {cases.length === 0 && (
        <EmptyState title="ありません。">
          <p>
            {id === 'now' ? '募集が始まると、ここに載ります。' : '終わった募集と結果が、ここに残ります。'}
          </p>
        </EmptyState>
      )}
      <ul class="sb-rows sb-rows--2">
        {cases.map((one) => (
          <li key={one.id}>
            <p class="sb-rows__when">
              <StateBadge state={caseStateOn(one, today)} />
            </p>
            <div>
              <p>
                <a href={`/comments/${one.id}`}>{one.sheet.title}</a>
              </p>
              <p class="sb-sub">{periodWords(one.sheet)}</p>
              {one.publishedAt && (
                <p>
                  <a href={`/comments/${one.id}/result`}>
                    結果を見る<span class="vh">：{one.sheet.title}</span>
                  </a>
                  （{eraDay(tokyoDay(new Date(one.publishedAt)))}公表）
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 1つの意見募集: what it is about, the material, the ways to take part. */
export const commentCasePage = page('/comments/:caseId', {
  audience: 'public',
  async show(context, { params }) {
    const one = await getPublicCase(context, params.caseId)
    const version = await getPublicVersion(context, one.sheet.versionId)
    return {
      title: one.sheet.title,
      crumbs: [homeCrumb, commentsCrumb],
      isInvented: version.plan.isInvented,
      body: (
        <CaseBody
          one={one}
          version={version}
          state={caseStateOn(one, tokyoDay(context.now))}
          takesComments={takesWebComments(one, context.now, tokyoDay)}
          materials={await listMaterials(context, one.id)}
        />
      ),
    }
  },
})
