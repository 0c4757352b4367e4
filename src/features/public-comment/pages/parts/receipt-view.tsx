import { eraDay, eraDayDual, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { CaseSheet } from '../../core/case.ts'
import { Caution, FactList } from './comment-parts.tsx'

type ReceiptProps = {
  sheet: CaseSheet
  receiptNumber: string
  secret: string
  receivedAt: Date
  text: string
  /** The label of the place it is about. */
  about: string
  district: string
}

/**
 * 受け付けました: the number and the word that open the way of the comment. The word stands in no address and in
 * no row.
 */
export function ReceiptView({ sheet, receiptNumber, secret, receivedAt, ...sent }: ReceiptProps) {
  const { text, about, district } = sent
  const letters = [...text]
  return (
    <div class="sb-form">
      <div class="sb-panel">
        <h1>受け付けました</h1>
        <p class="l-gap">受付番号</p>
        <p class="sb-panel__no">{receiptNumber}</p>
        <p>
          合い言葉 <b class="num">{secret}</b>
        </p>
        <p class="sb-sub">
          {eraDayDual(tokyoDay(receivedAt))} {tokyoTime(receivedAt)}
        </p>
      </div>
      <section class="l-flow" aria-labelledby="what">
        <h2 id="what">この番号で、ご意見のゆくえがわかります</h2>
        <p>
          どう考えたか、計画のどの文が変わったかを、決まりしだい載せます。合い言葉を入れると、あなたの書いた文も見られます。
        </p>
        <Caution>番号と合い言葉は、この画面にしか出ません。書きとめるか、印刷してください。</Caution>
        <p>
          <a class="dads-button" href={`/voice/${receiptNumber}`}>
            ご意見のゆくえを見る
          </a>
        </p>
      </section>
      <section aria-labelledby="next">
        <h2 id="next">これからの流れ</h2>
        <ol class="sb-thread l-gap">
          <Step number={1} day={eraDay(tokyoDay(receivedAt))} title="受け付けました" state="now" />
          <Step number={2} day={`${eraDay(sheet.closesOn)}まで`} title="ご意見を募ります" />
          <Step number={3} title="1件ずつに分けて、担当の課に届けます" />
          <Step
            number={4}
            day={sheet.resultDueOn && `${eraDay(sheet.resultDueOn)}ごろ`}
            title="市の考え方を公表します"
          >
            <p class="sb-sub">「反映」「反映しない」のどれでも、お答えします。</p>
          </Step>
        </ol>
      </section>
      <section aria-labelledby="sent">
        <h2 id="sent">お送りいただいた内容</h2>
        <FactList
          rows={[
            ['部分', about],
            [
              'ご意見',
              `${letters.slice(0, 200).join('')}${letters.length > 200 ? `…（全文 ${letters.length}字）` : ''}`,
            ],
            ...(district ? ([['地区', district]] as const) : []),
          ]}
        />
        <p class="sb-sub l-gap">
          直したいとき、取り下げたいときは、受付番号を添えてご連絡ください。{sheet.contact}
        </p>
      </section>
    </div>
  )
}

type StepProps = {
  number: number
  title: string
  day?: string | undefined
  state?: 'now' | 'next'
  children?: preact.ComponentChildren
}

const Step = ({ number, title, day = '', state = 'next', children }: StepProps) => (
  <li class={`is-${state}`}>
    <span class="sb-thread__node" aria-hidden="true">
      {number}
    </span>
    <div class="sb-thread__body">
      <p class="sb-thread__kind">
        <b>{title}</b>
        {day}
      </p>
      {children}
    </div>
  </li>
)
