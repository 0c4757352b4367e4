import type { ComponentChildren } from 'preact'
import { evidenceKindLabels, evidenceLevelLabels, stanceLabels } from '#src/features/plan/core/labels.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { Badge, Disclosure } from '#src/ui/parts.tsx'
import type { ThreadEntry, ThreadSource } from '../../core/thread.ts'
import { wordsOfReference } from '../../core/thread-address.ts'
import { fromToText } from './indicator-values.tsx'
import type { MeasureProps } from './public-page.tsx'
import { asOfWords, sourceSigns } from './thread-view.tsx'
import { Line } from './words.tsx'

/** Whether anything of the measure has its evidence written down. */
export function hasThread({ evidence, indicators }: PublicPlan, measure: Measure): boolean {
  const own = indicators.get(measure.id) ?? []
  return [...measure.issues, ...measure.directions, ...own].some(({ id }) => evidence.has(id))
}

/** The evidence of a paragraph in a line, each leading to its place in the thread. */
export function EvidenceLine({ shown, from }: { shown: PublicPlan; from: string }) {
  const links = shown.evidence.get(from)
  if (!links) return null
  return (
    <p class="sb-sub">
      根拠{links.length}件：
      {links.map((link, position) => (
        <>
          {position > 0 && '、'}
          <a href={`#${link.id}`}>{sourceName(link)}</a>
        </>
      ))}
    </p>
  )
}

/** An address of the register (`surveys/sv_…#q8`) says nothing to a reader: without words the kind of the source is named. */
const sourceName = ({ to }: EvidenceLink) => wordsOfReference(to.ref) || evidenceKindLabels[to.kind]

type Sources = ReadonlyMap<string, ThreadSource>
type ThreadProps = MeasureProps & {
  /** Where the sources are read today; a page of an earlier version has none. */
  threads?: readonly ThreadEntry[] | undefined
}

/** 根拠 → 課題 → 計画の文 → 指標: one thread an issue, to be read from either end, and what all are measured by. */
export function EvidenceThreads({ shown, measure, threads: entries = [] }: ThreadProps) {
  const sources = new Map(entries.map(({ id, source }) => [id, source]))
  const { issues, directions } = measure
  const own = shown.indicators.get(measure.id) ?? []
  const threads = issues.flatMap(({ id, text }, position) => {
    const answers = directions.filter(({ addresses }) => addresses.includes(id))
    const links = shown.evidence.get(id) ?? []
    const beside = answers.flatMap((answer) => shown.evidence.get(answer.id) ?? [])
    return links.length + beside.length > 0 ? [{ id, text, position, links, answers }] : []
  })
  const answered = new Set(threads.flatMap(({ answers }) => answers.map(({ id }) => id)))
  const rest = directions.filter(({ id }) => shown.evidence.has(id) && !answered.has(id))
  return (
    <div class="l-flow-l">
      {threads.map(({ id, text, position, links, answers }) => (
        <div key={id}>
          <h3>課題{position + 1}から</h3>
          <ol class="sb-thread l-gap">
            {links.map((link) => (
              <EvidenceNode key={link.id} link={link} source={sources.get(link.id)} />
            ))}
            <Node sign="課" kind="課題">
              <p>
                <Line shown={shown} text={text} /> <a href={`#${id}`}>課題{position + 1}</a>
              </p>
            </Node>
            {answers.map((answer) => (
              <Answer key={answer.id} shown={shown} direction={answer} sources={sources} />
            ))}
          </ol>
        </div>
      ))}
      {rest.length > 0 && (
        <ol class="sb-thread">
          {rest.map((direction) => (
            <Answer key={direction.id} shown={shown} direction={direction} sources={sources} />
          ))}
        </ol>
      )}
      {own.length > 0 && <Measured shown={shown} measure={measure} sources={sources} />}
      <Levels />
    </div>
  )
}

type AnswerProps = { shown: PublicPlan; direction: Measure['directions'][number]; sources: Sources }

/** The sentence of the plan, after the evidence of its own. */
function Answer({ shown, direction: { id, heading, text }, sources }: AnswerProps) {
  return (
    <>
      {shown.evidence.get(id)?.map((link) => (
        <EvidenceNode key={link.id} link={link} source={sources.get(link.id)} />
      ))}
      <Node sign="文" kind="計画の文" isNow>
        <p>
          {heading || <Line shown={shown} text={text} />} <a href={`#${id}`}>この文を読む</a>
        </p>
      </Node>
    </>
  )
}

function EvidenceNode({ link, source }: { link: EvidenceLink; source: ThreadSource | undefined }) {
  const { id, to, stance, level, quote, note } = link
  const cell = [to.row, to.column].flatMap((words) => (words ? `「${words}」` : []))
  const facts = [
    cell.join(''),
    to.n !== undefined && `n＝${groupedNumber(to.n, 0)}`,
    asOfWords(to.asOf ?? ''),
  ]
  return (
    <li id={id}>
      <Sign sign={sourceSigns[to.kind]} />
      <div class="sb-thread__body">
        <p class="sb-thread__kind">
          <b>{evidenceKindLabels[to.kind]}</b>
          <span>
            {source?.state === 'found' ? (
              <a href={source.href || `/evidence/${source.key}`}>{source.words}</a>
            ) : (
              sourceName(link)
            )}
            {facts.some(Boolean) && `（${facts.filter(Boolean).join('、')}）`}
          </span>
          {stance !== 'supports' && <Badge tone="warn">{stanceLabels[stance]}</Badge>}
          <Badge tone="quiet">根拠の強さ {level}</Badge>
          {source?.state === 'gone' && <Badge tone="warn">いまは見つかりません</Badge>}
        </p>
        {quote && <blockquote class="sb-quote">{quote}</blockquote>}
        {note && <p>{note}</p>}
      </div>
    </li>
  )
}

/** What all directions of the measure are measured by, with the evidence of the indicators themselves. */
function Measured({ shown, measure, sources }: MeasureProps & { sources: Sources }) {
  const own = shown.indicators.get(measure.id) ?? []
  return (
    <div>
      <h3>確かめる指標</h3>
      <ol class="sb-thread l-gap">
        {own.map((indicator) => (
          <>
            {shown.evidence.get(indicator.id)?.map((link) => (
              <EvidenceNode key={link.id} link={link} source={sources.get(link.id)} />
            ))}
            <Node key={indicator.id} sign="指" kind="指標">
              <p>
                <a href={`/indicators/${indicator.id}`}>{indicator.name}</a>
                {'　'}
                {fromToText(indicator)}
              </p>
            </Node>
          </>
        ))}
      </ol>
    </div>
  )
}

type NodeProps = { sign: string; kind: string; isNow?: boolean; children: ComponentChildren }

const Node = ({ sign, kind, isNow, children }: NodeProps) => (
  <li class={isNow ? 'is-now' : undefined}>
    <Sign sign={sign} />
    <div class="sb-thread__body">
      <p class="sb-thread__kind">
        <b>{kind}</b>
      </p>
      {children}
    </div>
  </li>
)

const Sign = ({ sign }: { sign: string }) => (
  <span class="sb-thread__node" aria-hidden="true">
    {sign}
  </span>
)

const Levels = () => (
  <Disclosure label="根拠の強さとは">
    <ul class="sb-list">
      {evidenceLevelLabels
        .map((words, level) => (
          <li key={words}>
            {level}　{words}
          </li>
        ))
        .toReversed()}
    </ul>
    <p class="sb-sub">強さは読む人の目安です。弱いから使わない、という決まりはありません。</p>
  </Disclosure>
)
