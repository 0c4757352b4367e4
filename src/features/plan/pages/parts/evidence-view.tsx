import { wordsOfReference } from '#src/features/publication/core/thread-address.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { evidenceKindLabels, evidenceLevelLabels, stanceLabels } from '../../core/labels.ts'
import type { SourceChoice, SourcePlace } from './evidence-sources.ts'
import { FindingsAside } from './findings-aside.tsx'
import type { ItemFrame } from './item-frame.tsx'
import { ItemHead } from './item-tabs.tsx'

type ViewProps = {
  frame: ItemFrame
  problems: Problems
  entered: Entered
  sources: readonly SourceChoice[]
  /** Where each source is read, by evidence link. */
  places: ReadonlyMap<string, SourcePlace>
}

export function EvidenceView({ frame, problems, entered, sources, places }: ViewProps) {
  const { plan, findings, mayEdit } = frame
  const measure = frame.edited.item as Measure
  const subjects = subjectsOf(
    measure,
    plan.indicators.filter(({ itemId }) => itemId === measure.id),
  )
  const own = plan.evidence.filter(({ from }) => subjects.some(({ id }) => id === from))
  const labels = new Map(sources.map(({ value, label }) => [value, label]))
  return (
    <>
      <ItemHead frame={frame} tab="/evidence" />
      <div class="l-split l-gap">
        <div class="l-flow-l">
          {own.length === 0 && (
            <EmptyState title="まだ根拠がありません。">
              <p>
                課題ごとに、調査の集計、統計、市民の声などを結び付けます。公開ページから誰でもたどれるようになります。
              </p>
            </EmptyState>
          )}
          {subjects.map(({ id, label }) => (
            <Subject
              key={id}
              label={label}
              links={own.filter(({ from }) => from === id)}
              labels={labels}
              places={places}
              mayEdit={mayEdit}
            />
          ))}
          {mayEdit && subjects.length > 0 && (
            <AddForm subjects={subjects} sources={sources} problems={problems} entered={entered} />
          )}
        </div>
        <aside class="l-split__side l-flow-l">
          <FindingsAside
            planId={plan.planId}
            findings={findings.filter(({ ruleId }) => ruleId.startsWith('EV') || ruleId === 'ST012')}
          />
        </aside>
      </div>
      <AboutScreen>
        <p>
          根拠の強さは、方法の確かさを示す目安です。市の根拠の多くは1か2で、弱いから載せられないということはありません。一人の声を載せるときは、個人が分からない抜き書きにします。
        </p>
      </AboutScreen>
    </>
  )
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function subjectsOf({ issues, directions }: Measure, indicators: readonly Indicator[]) {
  return [
    ...issues.map(({ id, text }, index) => ({ id, label: `課題 ${index + 1}：${short(text)}` })),
    ...directions.map(({ id, heading }, index) => ({ id, label: `方向 ${index + 1}：${heading}` })),
    ...indicators.map(({ id, name }) => ({ id, label: `指標：${name}` })),
  ]
}

const asOfWords = (asOf: string) => (/^\d{4}-\d\d-\d\d$/.test(asOf) ? eraDay(asOf) : asOf)

/** A source as people name it: by its entry in the list, else by its words without the address behind them. */
const sourceWords = (labels: ReadonlyMap<string, string>, ref: string) =>
  labels.get(ref) ?? (wordsOfReference(ref) || ref)

function SourceName({ words, place }: { words: string; place: SourcePlace | undefined }) {
  return (
    <>
      {place?.href ? <a href={place.href}>{words}</a> : words}
      {place?.isGone && (
        <>
          {' '}
          <Badge tone="warn">見つかりません</Badge>
        </>
      )}
    </>
  )
}

type SubjectProps = {
  label: string
  links: readonly EvidenceLink[]
  labels: ReadonlyMap<string, string>
  places: ViewProps['places']
  mayEdit: boolean
}

function Subject({ label, links, labels, places, mayEdit }: SubjectProps) {
  return (
    <section class="l-flow">
      <h2>{label}</h2>
      {links.length === 0 && <p class="sb-sub">根拠はまだありません。</p>}
      <ul class="sb-rows sb-rows--2">
        {links.map((link) => (
          <li key={link.id}>
            <p class="sb-rows__when">
              {evidenceKindLabels[link.to.kind]}
              <br />
              <Badge tone="quiet">根拠の強さ {link.level}</Badge>
            </p>
            <div>
              <p class="sb-rows__title">
                <SourceName words={sourceWords(labels, link.to.ref)} place={places.get(link.id)} />
              </p>
              <p class="sb-sub">
                {stanceLabels[link.stance]}
                {link.to.row && `　${link.to.row}`}
                {link.to.column && `／${link.to.column}`}
                {link.to.n !== undefined && `（n＝${link.to.n.toLocaleString('ja-JP')}）`}
                {link.to.asOf && `　${asOfWords(link.to.asOf)}`}
              </p>
              {link.quote && <blockquote class="sb-quote">{link.quote}</blockquote>}
              {link.note && <p class="sb-sub">{link.note}</p>}
              {mayEdit && (
                <form method="post">
                  <input type="hidden" name="evidenceId" value={link.id} />
                  <button
                    class="dads-button dads-button--quiet dads-button--small"
                    name="act"
                    value="remove"
                    type="submit"
                  >
                    結び付けをやめる<span class="vh">：{sourceWords(labels, link.to.ref)}</span>
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type AddProps = {
  subjects: readonly { id: string; label: string }[]
  sources: readonly SourceChoice[]
  problems: Problems
  entered: Entered
}

function AddForm({ subjects, sources, problems, entered }: AddProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const choices = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <form method="post" class="l-flow-l l-section" aria-labelledby="add-evidence">
      <h2 id="add-evidence">根拠を加える</h2>
      <ProblemSummary problems={problems} />
      <SelectField
        {...field('from')}
        label="どの課題・方向・指標の根拠か"
        blank="（選ぶ）"
        required
        choices={subjects.map(({ id, label }) => ({ value: id, label }))}
      />
      <SelectField
        {...field('source')}
        label="登録されている根拠"
        support="公表した調査の問、政策課題、答えた意見、会議の決定、この施策の受理した依頼シートから選ぶと、公開ページからたどれます。"
        blank="（ここにはない）"
        choices={sources}
        optional
      />
      <div class="l-cols l-cols--3">
        <SelectField {...field('kind')} label="種類" choices={choices(evidenceKindLabels)} />
        <SelectField {...field('stance')} label="関係" choices={choices(stanceLabels)} />
        <SelectField
          {...field('level')}
          label="根拠の強さ"
          choices={evidenceLevelLabels.map((words, level) => ({
            value: String(level),
            label: `${level} ${words}`,
          }))}
        />
      </div>
      <TextField
        {...field('ref')}
        label="根拠の名前"
        support="一覧にないときに、調査と問、統計と表、文書の名前を書きます。"
      />
      <div class="l-cols l-cols--3">
        <TextField {...field('row')} label="行（項目）" />
        <TextField {...field('column')} label="列（答え）" />
        <TextField {...field('n')} label="回答者の数" inputMode="numeric" />
      </div>
      <TextArea {...field('quote')} label="抜き書き" support="個人が分かることは書きません。" rows={2} />
      <TextField {...field('note')} label="注" />
      <button class="dads-button" name="act" value="add" type="submit">
        根拠を加える
      </button>
    </form>
  )
}
