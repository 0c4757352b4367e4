import type { Flag, Problem } from '#src/lib/demography/projection-error.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Screen } from '#src/platform/page.ts'
import { Badge, Banner, Disclosure } from '#src/ui/parts.tsx'
import { originLabels, type Scenario } from '../../core/scenario.ts'
import { frameCrumb, scenarioAddress } from './addresses.ts'

const tabs = [
  ['', '結果'],
  ['/assumptions', '仮定'],
  ['/households', '世帯と就業者'],
  ['/districts', '地区'],
  ['/target', '目標から逆算'],
  ['/back-test', '検証'],
  ['/adoption', '採用'],
] as const
export type ScenarioTab = (typeof tabs)[number][0]

type HeadProps = { scenario: Scenario; tab: ScenarioTab; isAdopted: boolean }

/** Name, origin and state of a scenario, and its parts as links. */
export function ScenarioHead({ scenario, tab, isAdopted }: HeadProps) {
  const { id, name, origin, note } = scenario
  return (
    <>
      <div class="sb-title">
        <h1>{name}</h1>
        <div class="l-cluster">
          {isAdopted && <Badge tone="solid">採用</Badge>}
          <Badge tone={origin === 'invented' ? 'warn' : 'quiet'}>{originLabels[origin]}</Badge>
        </div>
      </div>
      {note && <p class="l-measure sb-sub l-gap-after">{note}</p>}
      <nav class="dads-tab" aria-label="推計ケースの画面">
        {tabs.map(([path, label]) => (
          <a
            key={path}
            href={`${scenarioAddress(id)}${path}`}
            aria-current={path === tab ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
    </>
  )
}

const tabLabels = Object.fromEntries(tabs)

/** What every screen of a scenario has besides its body. */
export function scenarioScreen(
  scenario: Scenario,
  tab: ScenarioTab,
): Pick<Screen, 'title' | 'crumbs'> & Partial<Screen> {
  const { area, baseDate, basis } = scenario.inputs
  return {
    title: `${scenario.name}：${tabLabels[tab]}`,
    crumbs:
      tab === '' ? [frameCrumb] : [frameCrumb, { label: scenario.name, href: scenarioAddress(scenario.id) }],
    facts: [
      { label: '地域', value: area.name },
      { label: '基準', value: `${baseDate.slice(0, 4)}年・${basisLabels[basis]}` },
      { label: '直した日', value: eraDay(tokyoDay(new Date(scenario.updatedAt))) },
    ],
    ...(scenario.origin === 'invented' ? { isInvented: true } : {}),
  }
}

export const basisLabels = {
  census: '国勢調査',
  'census-adjusted': '国勢調査（年齢不詳を按分）',
  register: '住民基本台帳',
  estimate: '常住人口',
  other: 'その他',
} as const

/** What the engine remarks about a result, in words; nothing is corrected in silence. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return <p class="sb-sub">計算で気付いたことはありません。</p>
  return (
    <Disclosure label={`計算で気付いたこと（${flags.length}件）`} open={flags.length <= 5}>
      <ul class="sb-list">
        {flags.slice(0, 100).map(({ code, path, message }) => (
          <li key={`${code}${path}`}>
            {message} <span class="sb-sub">{code}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** A scenario that could be projected when it was kept, but not by the engine of today. */
export function Unprojectable({ problems }: { problems: readonly Problem[] }) {
  return (
    <Banner tone="error" title="このケースは、いまは推計できません。">
      <ul class="sb-list">
        {problems.map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** Where the figures come from, beside every result. */
export function Sources({ inputs }: Pick<Scenario, 'inputs'>) {
  const { source = [] } = inputs
  if (source.length === 0) return <p class="sb-sub">出典が入力に書かれていません。</p>
  return (
    <ul class="sb-list sb-sub">
      {source.map(({ file, table, edition, licence, note }, at) => (
        <li key={`${table ?? file ?? at}`}>
          {[table ?? file, edition, licence].filter(Boolean).join('、')}
          {note && `。${note}`}
        </li>
      ))}
    </ul>
  )
}
