import { ageBands, consentLabels } from '#src/features/voices/core/labels.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure, NoValue } from '#src/ui/parts.tsx'
import type { CaseSheet } from '../../core/case.ts'
import { type PlanPlace, paragraphAt, placeLabel } from '../../core/plan-places.ts'
import { Caution } from './comment-parts.tsx'
import { Carried, Head, Paragraph, personFields, wordFields } from './write-parts.tsx'

export type StepProps = {
  sheet: CaseSheet
  caseId: string
  entered: Entered
  problems: Problems
  districts: readonly string[]
  places: readonly PlanPlace[]
}
type Titled = StepProps & { title: string }

const addressOf = (caseId: string) => `/comments/${caseId}/write`

/** 1: what is said, and about what. */
export function WordsStep(props: Titled) {
  const { sheet, caseId, entered, problems, districts, places } = props
  const paragraph = paragraphAt(places, entered['about'] ?? '')
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <div class="sb-form">
      <Head {...props} at={1} />
      <form method="post" action={addressOf(caseId)} class="sb-form" noValidate>
        <Carried entered={entered} names={personFields} />
        <SelectField
          {...field('about')}
          label="どの部分へのご意見ですか"
          blank="計画全体"
          choices={places
            .filter(({ id, kind }) => kind === 'item' || id === entered['about'])
            .map(({ id, label }) => ({ value: id, label }))}
        />
        {paragraph ? (
          <Paragraph words={paragraph.words} field={field('quote')} />
        ) : (
          <p>
            <a href={`/comments/${caseId}#material`}>案を読みながら、段落を選んで書く</a>
          </p>
        )}
        <TextArea
          {...field('text')}
          label="ご意見"
          support="一度にいくつ書いてもかまいません。名前や電話番号など、人がわかることは、ここには書かないでください。"
          rows={8}
          required
        />
        <SelectField
          {...field('district')}
          label="お住まいの地区"
          support="地区ごとの意見の数を出すために使います。"
          blank="選ばない"
          choices={districts.map((value) => ({ value, label: value }))}
          width="mid"
          optional
        />
        <SelectField
          {...field('ageBand')}
          label="年代"
          blank="選ばない"
          choices={ageBands.map((value) => ({ value, label: value }))}
          width="mid"
          optional
        />
        <SelectField
          {...field('consent')}
          label="ご意見の公表について"
          support="お名前とご住所は、どれを選んでも公表しません。"
          blank="選んでください"
          choices={[
            { value: 'public', label: '文をそのまま公表してよい' },
            { value: 'internal', label: '文は公表しないでほしい（数と市の考え方は公表します）' },
          ]}
          required
        />
        <div class="vh" aria-hidden="true">
          <label for="website">この欄は空のままにしてください</label>
          <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" value="" />
        </div>
        <div class="l-cluster">
          <button class="dads-button dads-button--large" type="submit" name="go" value="person">
            次へ進む
          </button>
          <a href={`/comments/${caseId}`}>やめる</a>
        </div>
      </form>
      <Disclosure label="このほかの出し方">
        <p class="sb-prewrap">{sheet.ways}</p>
      </Disclosure>
    </div>
  )
}

/** 2: who says it; the purpose stands before the first field. */
export function PersonStep(props: Titled) {
  const { caseId, entered, problems, sheet } = props
  const isNeeded = sheet.identity === 'required'
  const field = (name: string) => ({
    name,
    value: entered[name],
    problem: problems[name],
    ...(isNeeded ? { required: true } : { optional: true }),
  })
  return (
    <div class="sb-form">
      <Head {...props} at={2} />
      <Caution>
        お名前・ご住所・連絡先は、提出できる方かどうかを確かめ、内容をお尋ねするためだけに使います。公表しません。結果の公表から1年で消します。
      </Caution>
      <form method="post" action={addressOf(caseId)} class="sb-form" noValidate>
        <Carried entered={entered} names={wordFields} />
        <TextField
          {...field('name')}
          label="お名前"
          autocomplete="name"
          support="団体のときは、団体の名前と代表者の名前"
          width="mid"
        />
        <TextField
          {...field('address')}
          label="ご住所"
          autocomplete="street-address"
          support="市外の方は、市内の勤め先・学校も書いてください"
        />
        <TextField
          {...field('reach')}
          label="連絡先"
          autocomplete="email"
          support="メールアドレスか電話番号"
          width="mid"
          required={false}
          optional
        />
        <div class="l-cluster">
          <button class="dads-button dads-button--large" type="submit" name="go" value="check">
            確認へ進む
          </button>
          <button
            class="dads-button dads-button--secondary dads-button--large"
            type="submit"
            name="go"
            value="words"
            formNoValidate
          >
            戻る
          </button>
        </div>
      </form>
    </div>
  )
}

/** 3: all answers once more; one button sends them. */
export function CheckStep(props: Titled) {
  const { caseId, entered, places } = props
  const about = placeLabel(places, entered['about'] ?? '')
  const rows = [
    ['部分', about, 'words'],
    ...(entered['quote'] ? ([['引用する言葉', entered['quote'], 'words']] as const) : []),
    ['ご意見', entered['text'], 'words'],
    ['地区', entered['district'], 'words'],
    ['年代', entered['ageBand'], 'words'],
    ['公表', consentLabels[entered['consent'] as keyof typeof consentLabels] ?? '', 'words'],
    ['お名前', entered['name'], 'person'],
    ['ご住所', entered['address'], 'person'],
    ['連絡先', entered['reach'], 'person'],
  ] as const
  return (
    <div class="sb-form">
      <Head {...props} at={3} />
      <form method="post" action={addressOf(caseId)} class="sb-form">
        <Carried entered={entered} names={[...wordFields, ...personFields, 'ticket']} />
        <dl class="dads-description-list dads-description-list--action">
          {rows.map(([label, value, step]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="sb-prewrap" dir="auto">
                {value || <NoValue words="書いていません" />}
              </dd>
              <dd>
                <button class="dads-button dads-button--quiet" type="submit" name="go" value={step}>
                  変更<span class="vh">：{label}</span>
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <Caution>送ったあとで直したいときは、受付番号を添えて、問合せ先にご連絡ください。</Caution>
        <button class="dads-button dads-button--large" type="submit" name="go" value="send" id="send">
          この内容で送る
        </button>
      </form>
    </div>
  )
}

export function ClosedView({ caseId }: { caseId: string }) {
  return (
    <div class="l-flow">
      <h1>いまは、意見を受け付けていません</h1>
      <p>期間の前か、終わったあとです。</p>
      <p>
        <a href={`/comments/${caseId}`}>意見募集のページに戻る</a>
      </p>
    </div>
  )
}
