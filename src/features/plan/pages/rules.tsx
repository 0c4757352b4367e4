import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, Badge } from '#src/ui/parts.tsx'
import type { Rule } from '../core/lint/finding.ts'
import { needWords } from '../core/lint/need-words.ts'
import { ruleGroupLabels, rules } from '../core/lint/rules.ts'
import { severityOf } from './parts/findings-aside.tsx'

/** Every rule of the lint, by group. */
export const rulesPage = page('/staff/lint/rules', {
  audience: 'staff',
  show: async () => ({
    title: '点検の規則',
    crumbs: [{ label: '点検', href: '/staff/lint' }],
    body: <RuleList />,
  }),
})

/** One rule: what it looks for, why, and what to do. */
export const rulePage = page('/staff/lint/rules/:ruleId', {
  audience: 'staff',
  async show(_context, { params }) {
    const rule = found(
      rules.find(({ id }) => id === params.ruleId),
      '規則',
    )
    return {
      title: `${rule.id} ${rule.title}`,
      crumbs: [
        { label: '点検', href: '/staff/lint' },
        { label: '点検の規則', href: '/staff/lint/rules' },
      ],
      body: <RuleView rule={rule} />,
    }
  },
})

const gateWords = {
  G1: 'G1 骨子案',
  G2: 'G2 素案',
  G3: 'G3 パブリックコメント案',
  G4: 'G4 決定',
  G5: 'G5 年次公表',
} as const

function RuleView({ rule }: { rule: Rule }) {
  const { label, tone } = severityOf(rule.severity)
  const rows = [
    ['重さ', <Badge tone={tone}>{label}</Badge>],
    ['関門', rule.gate ? gateWords[rule.gate] : 'なし（止まりません）'],
    ['なぜ確かめるか', rule.rationale],
    ['要る情報', neededBy(rule)],
    [
      'いま',
      rule.check
        ? '点検しています（要る情報があるとき）'
        : 'まだ点検していません。要る情報を受け取るつながりが、まだないためです',
    ],
  ] as const
  return (
    <>
      <h1>
        {rule.id} {rule.title}
      </h1>
      <dl class="dads-description-list l-gap">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="l-gap">
        <a href="/staff/lint/rules">規則の一覧に戻る</a>
      </p>
    </>
  )
}

const neededBy = ({ needs }: Rule) =>
  needs.length === 0 ? '計画だけで確かめられます' : needs.map((need) => needWords[need]).join('、')

function RuleList() {
  return (
    <>
      <h1>点検の規則（{rules.length}）</h1>
      {Object.entries(ruleGroupLabels).map(([group, words]) => (
        <section key={group} class="l-section" aria-labelledby={group}>
          <h2 id={group}>{words}</h2>
          <table class="dads-table dads-table--dense">
            <caption>
              <span class="vh">{words}の規則</span>
            </caption>
            <thead>
              <tr>
                <th scope="col">規則</th>
                <th scope="col">重さ</th>
                <th scope="col">関門</th>
                <th scope="col">確かめること</th>
              </tr>
            </thead>
            <tbody>
              {rules
                .filter((rule) => rule.group === group)
                .map((rule) => (
                  <tr key={rule.id}>
                    <th scope="row" class="is-nowrap">
                      <a href={`/staff/lint/rules/${rule.id}`}>{rule.id}</a>
                    </th>
                    <td class="is-nowrap">{severityOf(rule.severity).label}</td>
                    <td>{rule.gate ?? '―'}</td>
                    <td>
                      {rule.title}
                      {!rule.check && (
                        <>
                          <br />
                          <span class="sb-sub">まだ点検していません。待っているもの：{neededBy(rule)}</span>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
      <AboutScreen>
        <p>要る情報がまだない規則は「まだ点検していない規則」として、点検の画面に出ます。</p>
      </AboutScreen>
    </>
  )
}
