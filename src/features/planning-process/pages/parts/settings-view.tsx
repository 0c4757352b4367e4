import { eraDay, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import type { Move } from '../../core/move.ts'
import type { Schedule } from '../../core/schedule.ts'
import { MoveTable } from './task-forms.tsx'

type SettingsProps = {
  schedule: Schedule
  entered: Entered
  problems: Problems
  moves: readonly Move[] | undefined
  mayChange: boolean
  mayOpen: boolean
}

export function SettingsView(props: SettingsProps) {
  return (
    <>
      <Opening {...props} />
      <Section id="words" title="名前と説明、お知らせ">
        {props.mayChange ? <WordsForm {...props} /> : <p>{props.schedule.process.lead || '説明なし'}</p>}
      </Section>
      <Phases {...props} />
      {props.mayChange && (
        <Section id="start" title="開始の日を動かす">
          <StartForm {...props} />
        </Section>
      )}
      {props.mayChange && (
        <Section id="another" title="別の工程をつくる">
          <p>
            <a href="/staff/process/new">新しい工程をつくる</a>
            （次の計画のときや、ひな形からやり直すとき）
          </p>
        </Section>
      )}
    </>
  )
}

function Opening({ schedule: { process }, mayOpen }: SettingsProps) {
  const { openedAt } = process
  return (
    <div class="sb-box l-gap l-flow">
      <p>
        <b>{openedAt ? '市民に公開しています。' : '市民にはまだ公開していません。'}</b>
      </p>
      {openedAt && (
        <p>
          <a href="/process">公開しているページを見る</a>
        </p>
      )}
      {mayOpen ? (
        <form method="post">
          <button
            class={openedAt ? 'dads-button dads-button--secondary' : 'dads-button'}
            type="submit"
            name="act"
            value={openedAt ? 'close' : 'open'}
          >
            {openedAt ? '公開をやめる' : '工程を公開する'}
          </button>
        </form>
      ) : (
        <p class="sb-sub">公開を決めるのは、公開責任者です。</p>
      )}
    </div>
  )
}

function WordsForm({ schedule: { process }, entered, problems }: SettingsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form method="post" class="sb-form" aria-label="名前と説明" action="#error-summary">
      <input type="hidden" name="revision" value={process.revision} />
      <TextField {...field('title')} label="工程の名前" required />
      <TextArea {...field('lead')} label="説明" rows={3} support="公開するページのはじめに載ります。" />
      <TextField
        {...field('reminderDays')}
        label="お知らせの日"
        support="期限の何日前に、担当課へメールで知らせるか。期限の後は「-1」のように書きます。空にすると、知らせません。"
        width="mid"
        optional
      />
      <button class="dads-button" type="submit" name="act" value="words">
        保存する
      </button>
    </form>
  )
}

function Phases({ schedule: { phases, tasks }, entered, problems, mayChange }: SettingsProps) {
  return (
    <Section id="phases" title={`段階（${phases.length}）`}>
      <ol class="sb-list">
        {phases.map(({ id, title, fiscalYear }) => (
          <li key={id}>
            {fiscalYearLabel(fiscalYear)} {title}（{tasks.filter(({ phaseId }) => phaseId === id).length}件）
          </li>
        ))}
      </ol>
      {mayChange && (
        <form method="post" class="sb-form l-gap" aria-label="段階を加える" action="#error-summary">
          <TextField
            name="phaseTitle"
            label="段階の名前"
            value={entered['phaseTitle']}
            problem={problems['phaseTitle']}
            width="mid"
          />
          <TextField
            name="fiscalYear"
            label="年度（西暦）"
            value={entered['fiscalYear']}
            problem={problems['fiscalYear']}
            inputMode="numeric"
            width="short"
          />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="phase">
            段階を加える
          </button>
        </form>
      )}
    </Section>
  )
}

function StartForm({ schedule: { process }, entered, problems, moves }: SettingsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form method="post" class="sb-form" aria-label="開始の日を動かす" action="#error-summary">
      <input type="hidden" name="revision" value={process.revision} />
      <p>
        いまの開始の日は{eraDay(process.startsOn)}
        です。まだ始まっていない作業が、開庁日で数えて同じだけ動きます。終わった作業は動きません。
      </p>
      <TextField {...field('startsOn')} label="新しい開始の日" width="short" required />
      <TextArea {...field('reason')} label="日を動かす理由" rows={2} required />
      {moves && <MoveTable moves={moves} />}
      <div class="l-cluster">
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="preview-start">
          何が動くかを確かめる
        </button>
        {moves && (
          <button class="dads-button" type="submit" name="act" value="move-start">
            {moves.length}件の予定を動かす
          </button>
        )}
      </div>
    </form>
  )
}
