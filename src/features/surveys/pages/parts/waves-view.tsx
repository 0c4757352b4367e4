import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Badge, Section } from '#src/ui/parts.tsx'
import { choiceField, reasonField } from '../../core/results/read-judgements.ts'
import { comparabilityLabels, comparabilityOf, type WaveItem } from '../../core/results/wave-items.ts'
import { waveTables } from '../../core/results/wave-words.ts'
import type { Survey } from '../../core/survey.ts'
import type { SurveyComparison } from '../../store/wave-results.ts'
import { StampLine } from './stamp-view.tsx'
import { WaveTable, WordingDiff } from './wave-table.tsx'

type WavesProps = {
  comparison: SurveyComparison | undefined
  others: readonly Survey[]
  revision: number
  mayJudge: boolean
  entered: Entered
  problems: Problems
}

export function WavesView(props: WavesProps) {
  const { comparison, others, revision, mayJudge, entered, problems } = props
  return (
    <>
      {mayJudge && (
        <form method="post" class="sb-form l-gap" aria-label="前回の調査を選ぶ">
          <input type="hidden" name="revision" value={revision} />
          <SelectField
            name="earlierId"
            label="前回の調査"
            blank="（選ぶ）"
            value={entered['earlierId'] ?? comparison?.earlierId ?? ''}
            problem={problems['earlierId']}
            choices={others.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <button class="dads-button dads-button--secondary" type="submit">
            この調査と比べる
          </button>
        </form>
      )}
      {!comparison && (
        <p class="l-gap">
          {others.length === 0
            ? '比べられる調査がありません。前の調査の回答も、「取り込み」で入れて締め切ると、比べられます。'
            : '前回の調査を選ぶと、同じ項目の変化と検定が出ます。'}
        </p>
      )}
      {comparison && <Comparison {...props} comparison={comparison} />}
    </>
  )
}

function Comparison({
  comparison,
  revision,
  mayJudge,
  entered,
  problems,
}: WavesProps & { comparison: SurveyComparison }) {
  const { lines, notes, items, stamp, earlier } = comparison
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="l-gap">
          {note}。
        </p>
      ))}
      {items.length === 0 && <p class="l-gap">「{earlier.title}」と同じ項目がありません。</p>}
      {waveTables(lines).map((table) => (
        <WaveTable key={table.id} {...table} />
      ))}
      {items.length > 0 && <StampLine stamp={stamp} />}
      {items.length > 0 && (
        <Section id="judge" title="比べられるかどうか">
          <p>
            文と選択肢が同じものは比べます。違うものは、比べられると人が決めるまで、検定しません。取り消し線は前回だけ、下線は今回だけの言葉です。
          </p>
          <form method="post" class="l-flow-l l-gap" aria-label="比べられるかどうか">
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="earlierId" value={comparison.earlierId} />
            {items.map((item) => (
              <Judgement
                key={item.key}
                item={item}
                kept={comparison.judgements}
                {...{ mayJudge, entered, problems }}
              />
            ))}
            {mayJudge && (
              <button class="dads-button" type="submit">
                判断を保存する
              </button>
            )}
          </form>
        </Section>
      )}
    </>
  )
}

type JudgementProps = Pick<WavesProps, 'mayJudge' | 'entered' | 'problems'> & {
  item: WaveItem
  kept: SurveyComparison['judgements']
}

function Judgement({ item, kept, mayJudge, entered, problems }: JudgementProps) {
  const { key, number, label, wording, isSame } = item
  const comparability = comparabilityOf(item, kept)
  return (
    <fieldset class="dads-fieldset">
      <legend>
        {number} {label} {isSame ? <Badge tone="ok">同じ文</Badge> : <Badge tone="warn">文が違う</Badge>}
      </legend>
      {!isSame && <WordingDiff wording={wording} />}
      {mayJudge ? (
        <div class="l-cols l-cols--2">
          <SelectField
            name={choiceField(key)}
            label="判断"
            value={entered[choiceField(key)] ?? comparability}
            choices={Object.entries(comparabilityLabels).map(([value, words]) => ({ value, label: words }))}
          />
          <TextField
            name={reasonField(key)}
            label="理由"
            value={entered[reasonField(key)] ?? kept[key]?.reason ?? ''}
            problem={problems[reasonField(key)]}
          />
        </div>
      ) : (
        <p>
          {comparabilityLabels[comparability]}
          {kept[key]?.reason && `（${kept[key].reason}）`}
        </p>
      )}
    </fieldset>
  )
}
