import { ChangedWords } from '#src/features/plan/views/change-list.tsx'
import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { AboutScreen, Badge, Banner, EmptyState } from '#src/ui/parts.tsx'
import { judgementLabels } from '../../core/labels.ts'
import {
  type AskedItem,
  askedItems,
  earlierItem,
  isRewordedFrom,
  lineageOf,
  type Wave,
  wordingOf,
} from '../../core/questionnaire/lineage.ts'
import type { Survey } from '../../core/survey.ts'
import { FormHead } from './form-head.tsx'
import { surveyAddress } from './staff-frame.tsx'

type ViewProps = {
  survey: Survey
  questionnaire: Questionnaire
  revision: number
  waves: readonly Wave[]
  /** The earlier survey whose items are offered. */
  wave: Wave | undefined
  mayEdit: boolean
  entered?: Entered
  problems?: Problems
  isStale?: boolean
}

export function LineageView(props: ViewProps) {
  const { wave, waves, problems = {}, isStale, survey } = props
  return (
    <>
      <FormHead problems={problems}>
        {isStale && (
          <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
            <p>下の欄を確かめて、もう一度保存してください。</p>
          </Banner>
        )}
      </FormHead>
      <h1>前の調査との対応</h1>
      {wave ? (
        <>
          <nav class="l-cluster sb-stages l-gap" aria-label="前の調査">
            {waves.map(({ surveyId, title }) => (
              <a
                key={surveyId}
                href={`${surveyAddress(survey.id, '/lineage')}?wave=${surveyId}`}
                aria-current={surveyId === wave.surveyId ? 'page' : undefined}
              >
                {title}
              </a>
            ))}
          </nav>
          <LineageForm {...props} wave={wave} />
        </>
      ) : (
        <EmptyState title="前の調査がありません。">
          <p>この調査より前に始めた調査があると、設問ごとに対応を付けられます。</p>
        </EmptyState>
      )}
      <AboutScreen>
        <p>
          対応を付けた設問だけを、経年で比べます。文も選択肢も同じなら、そのまま比べられます。変わったところがあれば、比べてよいかを人が決め、理由を書きます。決めていないものは比べません。
        </p>
      </AboutScreen>
    </>
  )
}

function LineageForm(props: ViewProps & { wave: Wave }) {
  const { questionnaire, revision, mayEdit } = props
  return (
    <form method="post" class="l-gap" action="#error-summary" aria-label="設問の対応">
      <input type="hidden" name="revision" value={revision} />
      {mayEdit && (
        <p>
          <button class="dads-button dads-button--secondary" name="act" value="same" type="submit">
            文も選択肢も同じ設問を、まとめて対応させる
          </button>
        </p>
      )}
      {askedItems(questionnaire).map((asked) => (
        <ItemRow key={asked.item.column} asked={asked} {...props} />
      ))}
      {mayEdit ? (
        <p class="l-gap">
          <button class="dads-button" name="act" value="save" type="submit">
            保存する
          </button>
        </p>
      ) : (
        <p class="l-gap">この調査票は使われているので、直せません。</p>
      )}
    </form>
  )
}

const nameOf = ({ question, item }: AskedItem) =>
  `${question.number} ${item.label || question.text}`.slice(0, 70)

function ItemRow({ asked, ...props }: ViewProps & { wave: Wave; asked: AskedItem }) {
  const { wave, waves, entered, mayEdit } = props
  const { column, lineageId } = asked.item
  const chosen = entered?.[`lineage-${column}`] ?? lineageId
  const before = chosen === '' ? undefined : earlierItem(waves, chosen)
  const isElsewhere = before !== undefined && before.wave.surveyId !== wave.surveyId
  return (
    <div class="sb-translate">
      <div class="l-flow">
        <p>{nameOf(asked)}</p>
        {before && <Wording before={before} after={asked} />}
      </div>
      <div class="l-flow">
        <select
          class="dads-input"
          name={`lineage-${column}`}
          aria-label={`${asked.question.number}に対応する前の設問`}
          disabled={!mayEdit}
        >
          <option value="">（対応なし）</option>
          {isElsewhere && (
            <option value={chosen} selected>
              {before.wave.title}：{nameOf(before)}
            </option>
          )}
          {askedItems(wave.questionnaire).map((one) => {
            const value = lineageOf(wave.surveyId, one.item)
            return (
              <option key={one.item.column} value={value} selected={value === chosen}>
                {nameOf(one)}
              </option>
            )
          })}
        </select>
        {before && isRewordedFrom(before, asked) && <JudgementFields asked={asked} {...props} />}
      </div>
    </div>
  )
}

function Wording({ before, after }: { before: AskedItem; after: AskedItem }) {
  if (!isRewordedFrom(before, after)) return <Badge tone="ok">文も選択肢も同じ</Badge>
  const [a, b] = [wordingOf(before), wordingOf(after)]
  return (
    <>
      {a.text !== b.text && (
        <p class="sb-box sb-prewrap">
          <ChangedWords before={a.text} after={b.text} />
        </p>
      )}
      {a.options !== b.options && (
        <p class="sb-box sb-prewrap">
          <ChangedWords before={a.options} after={b.options} />
        </p>
      )}
    </>
  )
}

type JudgementProps = ViewProps & { asked: AskedItem }

function JudgementFields({ asked, entered, problems = {}, mayEdit }: JudgementProps) {
  const { column, comparison } = asked.item
  const judgement = entered?.[`judgement-${column}`] ?? comparison?.judgement
  const reason = entered?.[`reason-${column}`] ?? comparison?.reason ?? ''
  const reasonName = `reason-${column}`
  const problem = problems[reasonName]
  return (
    <>
      <fieldset class="dads-form">
        <legend class="dads-form__label">比べてよいか</legend>
        {Object.entries(judgementLabels).map(([value, label]) => (
          <label key={value} class="dads-choice">
            <input
              type="radio"
              name={`judgement-${column}`}
              value={value}
              checked={value === judgement}
              disabled={!mayEdit}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <label for={reasonName}>
        <span class="sb-sub">理由（報告書に載ります）</span>
        <input
          class="dads-input"
          type="text"
          id={reasonName}
          name={reasonName}
          value={reason}
          maxLength={200}
          readOnly={!mayEdit}
          aria-invalid={problem ? 'true' : undefined}
        />
      </label>
      {problem && <p class="dads-form__error">＊{problem}</p>}
    </>
  )
}
