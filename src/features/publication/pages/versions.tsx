import { listPublicPlaces } from '#src/features/deliberation/store/queries-places.ts'
import { stageLabels } from '#src/features/plan/core/labels.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { listPublicVersions, type PublicVersion } from '#src/features/plan/store/queries/public.ts'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { Badge } from '#src/ui/parts.tsx'
import { DecidedBy, type PublicPlaces } from './parts/decided-by.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'
import { Line } from './parts/words.tsx'

/** これまでの版: where the plan stands, and what changed from each version to the next. */
export const versionsPage = page('/plan/versions', {
  audience: 'public',
  async show(context) {
    const versions = await listPublicVersions(context)
    const places = await listPublicPlaces(
      context,
      versions.flatMap(({ decision }) => decision?.ref ?? []),
    )
    return withPublicPlan(context, (shown) =>
      publicScreen(shown, {
        title: 'これまでの版と変更',
        crumbs: [homeCrumb, planCrumb],
        body: <Versions shown={shown} versions={versions} places={places} />,
      }),
    )
  },
})

/** The way from outline to adopted plan, in order. */
const way = ['outline-draft', 'preliminary-draft', 'draft', 'adopted'] as const

type Props = { shown: PublicPlan; versions: readonly PublicVersion[]; places: PublicPlaces }

function Versions({ shown, versions, places }: Props) {
  const { stage, label } = shown.plan.version
  const reached = stage === 'revised' ? way.length : way.indexOf(stage as (typeof way)[number]) + 1
  return (
    <>
      <h1>これまでの版と変更</h1>
      <p class="sb-lead l-measure">
        いまは「{label}
        」の段階です。計画は、骨子案、素案、案、決定の順に進みます。どの版も消さずに残し、何が変わったかを示します。
      </p>
      <section class="l-section" aria-labelledby="way">
        <h2 id="way">いまの段階</h2>
        <ol class="sb-rows sb-rows--2">
          {way.map((one, position) => (
            <li key={one} aria-current={position + 1 === reached ? 'step' : undefined}>
              <p>
                <Badge tone={position < reached ? 'ok' : 'quiet'}>
                  {position + 1 === reached ? 'いまここ' : position < reached ? '済み' : 'これから'}
                </Badge>
              </p>
              <p>{stageLabels[one]}</p>
            </li>
          ))}
        </ol>
      </section>
      <section class="l-section" aria-labelledby="versions">
        <h2 id="versions">公開した版（{versions.length}）</h2>
        <ol class="sb-rows sb-rows--2" reversed>
          {versions.map((version, position) => (
            <VersionRow
              key={version.id}
              shown={shown}
              version={version}
              places={places}
              before={versions[position + 1]}
              isCurrent={version.id === shown.plan.version.id}
            />
          ))}
        </ol>
      </section>
      <p class="l-gap">
        <a class="sb-arrow" href="/plan/ledger">
          引き下げた目標、やめた指標の記録（変更台帳）
        </a>
      </p>
    </>
  )
}

type RowProps = {
  shown: PublicPlan
  version: PublicVersion
  places: PublicPlaces
  before: PublicVersion | undefined
  isCurrent: boolean
}

function VersionRow({ shown, version, places, before, isCurrent }: RowProps) {
  return (
    <li>
      <p class="sb-rows__when">
        <b>{version.label}</b> <span class="sb-sub">{eraDayDual(version.publishedOn)}公表</span>
      </p>
      <div class="l-flow">
        {version.publicNote && (
          <p>
            <Line shown={shown} text={version.publicNote} />
          </p>
        )}
        {version.decision && <DecidedBy decision={version.decision} places={places} />}
        <p class="l-cluster">
          {isCurrent ? (
            <>
              <Badge tone="solid">いまの版</Badge>
              <a href="/plan">計画を読む</a>
            </>
          ) : (
            <a href={`/plan/versions/${version.id}`}>
              この版を読む<span class="vh">：{version.label}</span>
            </a>
          )}
          {before && (
            <a href={`/plan/diff/${before.id}...${version.id}`}>
              前の版（{before.label}）からの変更<span class="vh">：{version.label}</span>
            </a>
          )}
        </p>
      </div>
    </li>
  )
}
