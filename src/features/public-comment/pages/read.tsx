import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { takesWebComments } from '../core/case.ts'
import type { PlanPlace } from '../core/plan-places.ts'
import { getPublicCase } from '../store/queries/cases.ts'
import { listPlaces } from '../store/queries/places.ts'
import { commentsCrumb, homeCrumb, periodWords } from './parts/comment-parts.tsx'

/** 読んで書く: one measure of the draft, paragraph by paragraph, each with its own way to the form. */
export const readPage = page('/comments/:caseId/items/:itemId', {
  audience: 'public',
  async show(context, { params: { caseId, itemId } }) {
    const one = await getPublicCase(context, caseId)
    const { plan } = await getPublicVersion(context, one.sheet.versionId)
    const places = (await listPlaces(context, one.sheet.versionId)).filter((place) => place.itemId === itemId)
    const item = found(
      places.find(({ id }) => id === itemId),
      '施策',
    )
    const mayWrite = takesWebComments(one, context.now, tokyoDay)
    const whole = `/plan/versions/${one.sheet.versionId}/items/${itemId}`
    return {
      title: `${item.label}（${plan.version.label}）`,
      crumbs: [homeCrumb, commentsCrumb, { label: one.sheet.title, href: `/comments/${caseId}` }],
      isInvented: plan.isInvented,
      body: (
        <>
          <p class="sb-kicker">{plan.version.label}</p>
          <h1>{item.label}</h1>
          <p class="sb-sub">{periodWords(one.sheet)}</p>
          <p class="l-cluster">
            <a href={whole}>指標や役割も含めて読む</a>
            {mayWrite && <Write caseId={caseId} place={item} words="この施策の全体に意見を書く" />}
          </p>
          {groups.map(({ field, title }) => {
            const own = places.filter(({ id }) => id.split('/')[1] === field)
            return (
              own.length > 0 && (
                <Section key={field} id={field} title={title}>
                  <div class="l-flow">
                    {own.map((place) => (
                      <div key={place.id} id={place.id} class="sb-para l-measure">
                        <p>{place.words}</p>
                        <p class="l-cluster">
                          {place.label.replace(`${item.label} `, '')}
                          {mayWrite && <Write caseId={caseId} place={place} words="ここに意見を書く" />}
                        </p>
                      </div>
                    ))}
                  </div>
                </Section>
              )
            )
          })}
        </>
      ),
    }
  },
})

const groups = [
  { field: 'situation', title: '現状' },
  { field: 'issues', title: '課題' },
  { field: 'directions', title: '施策の方向' },
] as const

const Write = ({ caseId, place, words }: { caseId: string; place: PlanPlace; words: string }) => (
  <a href={`/comments/${caseId}/write?about=${encodeURIComponent(place.id)}`}>
    {words}
    <span class="vh">：{place.label}</span>
  </a>
)
