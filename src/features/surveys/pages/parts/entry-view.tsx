import type { Questionnaire } from '#src/formats/survey-question.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import { permissions } from '../../core/permissions.ts'
import { stratumName } from '../../core/sample/strata.ts'
import type { Survey } from '../../core/survey.ts'
import type { Entries } from '../../store/sheets.ts'
import { EntryQuality, EntryStages } from './entry-stages.tsx'
import { FormHead } from './form-head.tsx'
import { KeyFields } from './key-fields.tsx'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

export type PassName = 'first' | 'second'

type EntryProps = {
  survey: Survey
  questionnaire: Questionnaire
  actor: Context['actor']
  /** Versions people answered, the newest first. */
  versions: readonly number[]
  entries: Entries
  waiting: number
  pass: PassName
  entered: Entered
  problems: Problems
  done: string
}

export function EntryView(props: EntryProps) {
  const { survey, actor, problems, done, entries, waiting, pass } = props
  const isTwice = entries.way === 'double'
  return (
    <>
      <FormHead problems={problems} />
      <Outcome done={done} surveyId={survey.id} />
      <h1>紙の入力</h1>
      <SurveyTabs actor={actor} survey={survey} current="/entry" />
      {isTwice && <EntryStages surveyId={survey.id} current={pass} waiting={waiting} />}
      {survey.state === 'open' ? (
        <EntryForm {...props} />
      ) : (
        <EmptyState title="いまは入力できません。">
          <p>調査を始めてから、締切を確定するまでの間に入力します。</p>
        </EmptyState>
      )}
      {isTwice && <EntryQuality counts={entries.counts} waiting={waiting} />}
      {survey.state !== 'closed' && mayDo(actor, permissions, 'design-survey') && (
        <WayForm isTwice={isTwice} />
      )}
      <AboutScreen>
        <p>
          番号を入力すると、次の欄へ進みます（進まないときは EnterキーかTabキー）。いくつも選ぶ設問は「1 3
          5」か「135」、順位を付ける設問は、1位から順に書きます。
        </p>
        <p>
          「.」か空は無回答、「*」は無効です。1つだけの設問に2つ以上の印がある、印が選択肢の間にある、上限より多く選んであるときは、「*」にします。
        </p>
        <p>回答コードを読み取るのは、同じ人の回答を2つ数えないためです。回答とは一緒に保管しません。</p>
      </AboutScreen>
    </>
  )
}

function Outcome({ done, surveyId }: { done: string; surveyId: string }) {
  if (done === 'received') return <Banner title="1枚を入力しました。次の用紙を入力できます。" />
  if (done === 'first') return <Banner title="1回目を入力しました。次の用紙を入力できます。" />
  if (done === 'differs')
    return (
      <Banner tone="warn" title="1回目と違う欄があります。">
        <p>
          入力した2人とは別の人が、<a href={surveyAddress(surveyId, '/entry/sheets')}>違いを決める画面</a>
          で決めます。このまま、次の用紙を入力できます。
        </p>
      </Banner>
    )
  if (done !== 'done') return null
  return (
    <Banner tone="warn" title="この回答コードには、すでに回答があります。">
      <p>先に届いた回答を数え、この用紙は数に入れませんでした（「概要」の一覧に出ます）。</p>
    </Banner>
  )
}

function EntryForm({ survey, questionnaire, versions, entries, pass, entered, problems }: EntryProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const strata = survey.strata.cells.map(({ codes }) => stratumName(codes))
  const isTwice = entries.way === 'double'
  const isSecond = isTwice && pass === 'second'
  return (
    <key-in>
      {versions.length > 1 && (
        <VersionLinks surveyId={survey.id} {...{ versions, pass }} current={questionnaire.version} />
      )}
      <form
        method="post"
        class="l-flow-l l-gap"
        action="#error-summary"
        aria-label={isSecond ? '1枚の入力（2回目）' : '1枚の入力'}
      >
        <div class="l-cols l-cols--3">
          {isTwice && (
            <TextField
              {...field('number')}
              label="用紙の番号"
              support="用紙に押した通し番号"
              inputMode="numeric"
              autocomplete="off"
              required
            />
          )}
          <TextField {...field('code')} label="回答コード" autocomplete="off" optional />
          <TextField {...field('receivedOn')} label="届いた日" required />
          {strata.length > 0 && (
            <SelectField
              {...field('stratum')}
              label="層（コードが読めないとき）"
              blank="（分からない）"
              choices={strata.map((value) => ({ value, label: value }))}
            />
          )}
        </div>
        {problems['form'] && (
          <p class="dads-form__error" id="form">
            ＊{problems['form']}
          </p>
        )}
        <KeyFields {...{ questionnaire, entered, problems }} />
        <button class="dads-button" type="submit">
          この1枚を保存して、次へ
        </button>
      </form>
    </key-in>
  )
}

type VersionProps = { surveyId: string; versions: readonly number[]; pass: PassName; current: number }

/** The version stands at the foot of every page of the paper: an old form is keyed in as what it asked. */
function VersionLinks({ surveyId, versions, pass, current }: VersionProps) {
  return (
    <nav class="l-cluster l-gap sb-stages" aria-label="用紙の版">
      <span>用紙の版（左下に書いてあります）：</span>
      {versions.map((version) => (
        <a
          key={version}
          href={`${surveyAddress(surveyId, '/entry')}?pass=${pass}&version=${version}`}
          aria-current={version === current ? 'page' : undefined}
        >
          第{version}版
        </a>
      ))}
    </nav>
  )
}

function WayForm({ isTwice }: { isTwice: boolean }) {
  return (
    <Section id="way" title="入力のしかた">
      <form method="post" class="l-flow" aria-labelledby="way">
        <p>
          {isTwice
            ? 'いまは、1枚を2人が別々に入力しています。2人目には、1人目の入力を見せません。違う欄は、3人目が用紙を見て決めます。'
            : 'いまは、1枚を1人が1回だけ入力しています。2人が別々に入力すると、打ち間違いを見つけて、誤りの割合を測れます。'}
        </p>
        <input type="hidden" name="act" value="way" />
        <button
          class="dads-button dads-button--secondary"
          name="way"
          value={isTwice ? 'single' : 'double'}
          type="submit"
        >
          {isTwice ? '1回だけの入力に戻す' : '2人が別々に入力する'}
        </button>
      </form>
    </Section>
  )
}
