import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { itemChoices } from '#src/features/voices/store/queries/plan-items.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Banner, Disclosure, Section } from '#src/ui/parts.tsx'
import { type CaseState, contactRuleWords, daysOf } from '../../core/case.ts'
import type { PublicCase } from '../../store/queries/cases.ts'
import type { Material } from '../../store/queries/materials.ts'
import { FactList, periodWords, StateBadge } from './comment-parts.tsx'
import { MaterialLinks } from './material-view.tsx'

type BodyProps = {
  one: PublicCase
  version: PublicPlan
  state: CaseState
  takesComments: boolean
  materials: readonly Material[]
}

export function CaseBody(props: BodyProps) {
  const { one, state, takesComments } = props
  const { id, sheet } = one
  return (
    <>
      <p class="l-cluster">
        <StateBadge state={state} />
        <span class="sb-sub">{periodWords(sheet)}</span>
      </p>
      <h1>{sheet.title}</h1>
      <p class="sb-lead l-measure sb-prewrap">{sheet.purpose}</p>
      {state === 'published' && (
        <Banner title="結果を公表しました。">
          <p>
            <a href={`/comments/${id}/result`}>ご意見と市の考え方を見る</a>
          </p>
        </Banner>
      )}
      {takesComments && (
        <p class="l-gap">
          <a class="dads-button dads-button--large" href={`/comments/${id}/write`}>
            意見を書く
          </a>
        </p>
      )}
      {state === 'announced' && (
        <p class="l-gap">{eraDay(sheet.opensOn)}から、このページで意見を書けます。</p>
      )}
      {state === 'closed' && (
        <p class="l-gap">
          募集は終わりました。いただいたご意見を読んで、市の考え方をまとめています。
          {sheet.resultDueOn && `${eraDay(sheet.resultDueOn)}ごろ、公表する予定です。`}
        </p>
      )}
      <Papers {...props} />
      <Section id="how" title="意見の出し方">
        <FactList
          rows={[
            ['提出できる人', sheet.whoMay],
            ['期間', periodWords(sheet)],
            ...(sheet.shortReason && daysOf(sheet) < 30
              ? ([['期間が短い理由', sheet.shortReason]] as const)
              : []),
            ['提出の方法', sheet.ways],
            [
              '氏名と住所',
              `${sheet.identity === 'required' ? '必要です。' : '書かなくてもかまいません。'}公表はしません。${contactRuleWords(sheet)}`,
            ],
            ['案を紙で見られる場所', sheet.places],
            [
              '結果の公表',
              sheet.resultDueOn ? `${eraDay(sheet.resultDueOn)}ごろ` : '決まったら、お知らせします',
            ],
            ...(sheet.office ? ([['担当課', sheet.office]] as const) : []),
            ['問合せ', sheet.contact],
          ]}
        />
      </Section>
      <Section id="after" title="ご意見は、こうなります">
        <ol class="sb-list l-measure">
          <li>受付番号をお渡しします。</li>
          <li>ご意見を1件ずつに分けて、担当の課に届けます。</li>
          <li>「反映」「反映しない」などの区分と理由を、市の考え方として公表します。</li>
          <li>
            <a href="/voice">受付番号で調べる</a>と、どうなったかがわかります。
          </li>
        </ol>
      </Section>
    </>
  )
}

function Papers({ one: { id, sheet }, version, takesComments, materials }: BodyProps) {
  const { plan } = version
  const address = `/plan/versions/${sheet.versionId}`
  return (
    <Section id="material" title="ご意見を募る案">
      <p>
        <a class="sb-arrow" href={address}>
          {plan.title} {plan.version.label}
        </a>
      </p>
      <p class="sb-sub">
        この版の文は、募集の間、変わりません。照合のための値（SHA-256）：
        <code class="sb-break">{version.hash.replace('sha256:', '')}</code>
      </p>
      <MaterialLinks caseId={id} materials={materials} />
      {sheet.papers && (
        <>
          <h3 class="l-gap">関係資料</h3>
          <p class="sb-prewrap">{sheet.papers}</p>
        </>
      )}
      <Disclosure label={`${plan.labels.measure}ごとに読む・意見を書く`}>
        <ul class="sb-list">
          {itemChoices(plan)
            .filter(({ isMeasure }) => isMeasure)
            .map(({ id: itemId, label }) => (
              <li key={itemId}>
                <span class="l-cluster l-cluster--wide">
                  <a href={`/comments/${id}/items/${itemId}`}>{label}</a>
                  {takesComments && (
                    <a href={`/comments/${id}/items/${itemId}`}>
                      段落ごとに意見を書く<span class="vh">：{label}</span>
                    </a>
                  )}
                </span>
              </li>
            ))}
        </ul>
      </Disclosure>
    </Section>
  )
}
