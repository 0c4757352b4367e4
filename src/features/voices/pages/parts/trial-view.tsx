import type { CoderAgreement } from '#src/lib/text/agreement/code-agreement.ts'
import { Disclosure, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { kappaWords, type TrialState } from '../../core/trial.ts'
import type { Code } from '../../store/queries/sorting.ts'
import type { Trial } from '../../store/queries/trials.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'

type ProgressProps = { state: TrialState; trial: Trial; total: number; me: string }

export function TrialProgress({ state, trial: { coderCount, endedAt }, total, me }: ProgressProps) {
  return (
    <ul class="sb-list l-gap">
      {Array.from({ length: coderCount }, (_, place) => {
        const coder = state.coders[place]
        const who = coder
          ? coder.coder === me
            ? 'あなた'
            : `分類する人${place + 1}`
          : `分類する人${place + 1}（まだいません）`
        return (
          <li key={place}>
            {who}：{total}件のうち{coder?.coded ?? 0}件
          </li>
        )
      })}
      {endedAt && <li>全員が終わる前に、終わりにしました。2人以上が分類した意見だけを比べています。</li>}
    </ul>
  )
}

/** For when somebody cannot go on. */
export const EndTrial = () => (
  <Section id="end" title="終わりにする">
    <p>
      分類を続けられない人がいるときは、ここで終わりにできます。2人以上が分類した意見だけを比べます。元には戻せません。
    </p>
    <form method="post" class="l-gap">
      <button class="dads-button dads-button--secondary" name="act" value="end" type="submit">
        ここまでで比べる
      </button>
    </form>
  </Section>
)

type FormProps = { opinion: HeardLine; codes: readonly Code[]; place: { at: number; of: number } }

/** One opinion, and the codes to tick. The other coder's are not here, nor those given already. */
export function CodingForm({ opinion, codes, place }: FormProps) {
  return (
    <Section id="next" title={`${place.at}件目（${place.of}件のうち）`}>
      <p class="sb-box sb-prewrap" dir="auto">
        {opinion.verbatim}
      </p>
      <form method="post" class="sb-form l-gap">
        <input type="hidden" name="opinionId" value={opinion.id} />
        <fieldset>
          <legend>この意見の分類（いくつでも。当てはまるものがなければ、選ばずに次へ）</legend>
          {codes.map(({ id, label }) => (
            <label key={id} class="dads-choice">
              <input type="checkbox" name="code" value={id} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <button class="dads-button" type="submit">
          次へ
        </button>
      </form>
    </Section>
  )
}

type AgreementProps = {
  agreement: CoderAgreement
  codes: readonly Code[]
  heard: ReadonlyMap<string, HeardLine>
  units: number
}

const share = (value: number | undefined) =>
  value === undefined ? <NoValue words="求められない" /> : `${Math.round(value * 100)}％`

export function AgreementView({ agreement, codes, heard, units }: AgreementProps) {
  const { pooledKappa } = agreement
  const names = new Map(codes.map(({ id, label }) => [id, label]))
  return (
    <>
      <Section id="agreement" title="どれだけ一致したか">
        <p class="l-gap-after">
          意見 n＝{units}件。全体のκ {pooledKappa === undefined ? '―' : pooledKappa.toFixed(2)}（
          {kappaWords(pooledKappa)}）。κは、偶然の一致を除いた一致の度合いで、1が完全な一致です。
        </p>
        <ScrollFrame label="分類ごとの一致">
          <table class="dads-table dads-table--wide">
            <caption>
              分類ごとの一致<small>n＝{units}件。かっこは95％信頼区間</small>
            </caption>
            <thead>
              <tr>
                <th scope="col">分類</th>
                <th scope="col" class="is-num">
                  κ
                </th>
                <th scope="col" class="is-nowrap">
                  めやす
                </th>
                <th scope="col" class="is-num">
                  一致した割合
                </th>
                <th scope="col" class="is-num">
                  付けることの一致
                </th>
                <th scope="col" class="is-num">
                  付けないことの一致
                </th>
                <th scope="col" class="is-num">
                  分かれた（件）
                </th>
              </tr>
            </thead>
            <tbody>
              {agreement.codes.map((one) => (
                <tr key={one.code}>
                  <th scope="row">{names.get(one.code) ?? one.code}</th>
                  <td class="is-num">
                    {one.kappa === undefined ? <NoValue words="求められない" /> : one.kappa.toFixed(2)}
                    {one.interval && `（${one.interval.map((edge) => edge.toFixed(2)).join('〜')}）`}
                  </td>
                  <td class="is-nowrap">{kappaWords(one.kappa)}</td>
                  <td class="is-num">{share(one.agreement)}</td>
                  <td class="is-num">{share(one.positive)}</td>
                  <td class="is-num">{share(one.negative)}</td>
                  <td class="is-num">{one.onlyFirst.length + one.onlySecond.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Section>
      <Section id="apart" title="分かれた意見">
        <div class="l-flow">
          {agreement.codes
            .filter(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length > 0)
            .map(({ code, onlyFirst, onlySecond }) => (
              <Disclosure
                key={code}
                label={`${names.get(code) ?? code}（${onlyFirst.length + onlySecond.length}件）`}
              >
                <ul class="sb-list">
                  {[...onlyFirst, ...onlySecond]
                    .flatMap((id) => heard.get(id) ?? [])
                    .map((one) => (
                      <li key={one.id} dir="auto">
                        <a href={`/staff/voices/${one.submissionId}/opinions/${one.id}`}>
                          {short(one.verbatim)}
                        </a>
                      </li>
                    ))}
                </ul>
              </Disclosure>
            ))}
        </div>
      </Section>
    </>
  )
}
