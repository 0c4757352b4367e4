import type { ManyCodeAgreement } from '#src/lib/text/agreement/many-code-agreement.ts'
import { Disclosure, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { kappaWords } from '../../core/trial.ts'
import type { Code } from '../../store/queries/sorting.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'

type ViewProps = {
  agreements: readonly ManyCodeAgreement[]
  codes: readonly Code[]
  heard: ReadonlyMap<string, HeardLine>
  units: number
}

/** More than two coders: α and the κ of Fleiss for each code, and what they did not agree on. */
export function ManyCodersView({ agreements, codes, heard, units }: ViewProps) {
  const names = new Map(codes.map(({ id, label }) => [id, label]))
  const apart = agreements.filter((one) => one.apart.length > 0)
  return (
    <>
      <Section id="agreement" title="どれだけ一致したか">
        <p class="l-gap-after">
          意見 n＝{units}
          件。α（クリッペンドルフ）とκ（フライス）は、偶然の一致を除いた一致の度合いで、1が完全な一致です。
          αは2人以上が分類した意見、κは全員が分類した意見で求めます。
        </p>
        <ScrollFrame label="分類ごとの一致">
          <table class="dads-table dads-table--wide">
            <caption>
              分類ごとの一致<small>n＝{units}件</small>
            </caption>
            <thead>
              <tr>
                <th scope="col">分類</th>
                <th scope="col" class="is-num">
                  α
                </th>
                <th scope="col" class="is-nowrap">
                  めやす
                </th>
                <th scope="col" class="is-num">
                  κ
                </th>
                <th scope="col" class="is-num">
                  一致した組の割合
                </th>
                <th scope="col" class="is-num">
                  分かれた（件）
                </th>
              </tr>
            </thead>
            <tbody>
              {agreements.map((one) => (
                <tr key={one.code}>
                  <th scope="row">{names.get(one.code) ?? one.code}</th>
                  <td class="is-num">
                    <Coefficient value={one.alpha} />
                  </td>
                  <td class="is-nowrap">{kappaWords(one.alpha)}</td>
                  <td class="is-num">
                    <Coefficient value={one.fleiss} />
                  </td>
                  <td class="is-num">{Math.round(one.agreement * 100)}％</td>
                  <td class="is-num">{one.apart.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Section>
      <Section id="apart" title="分かれた意見">
        <div class="l-flow">
          {apart.length === 0 && <p>ありません。</p>}
          {apart.map(({ code, apart: lines }) => (
            <Disclosure key={code} label={`${names.get(code) ?? code}（${lines.length}件）`}>
              <ul class="sb-list">
                {lines.map(({ id, gave, of }) => (
                  <Apart key={id} opinion={heard.get(id)} words={`${of}人のうち${gave}人`} />
                ))}
              </ul>
            </Disclosure>
          ))}
        </div>
      </Section>
    </>
  )
}

const Coefficient = ({ value }: { value: number | undefined }) =>
  value === undefined ? <NoValue words="求められない" /> : <span>{value.toFixed(2)}</span>

const Apart = ({ opinion, words }: { opinion: HeardLine | undefined; words: string }) =>
  opinion ? (
    <li dir="auto">
      {words}：
      <a href={`/staff/voices/${opinion.submissionId}/opinions/${opinion.id}`}>{short(opinion.verbatim)}</a>
    </li>
  ) : null
