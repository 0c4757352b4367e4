import type { ComponentChildren } from 'preact'
import { evidenceLevelLabels, stanceLabels } from '#src/features/plan/core/labels.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { Badge } from '#src/ui/parts.tsx'
import {
  bySource,
  placeLabels,
  type ThreadEntry,
  type ThreadPlace,
  type ThreadSource,
} from '../../core/thread.ts'

/** What stands in the round of a source. */
export const sourceSigns: Readonly<Record<ThreadEntry['kind'], string>> = {
  'survey-cell': '数',
  statistic: '数',
  voice: '声',
  comment: '声',
  evaluation: '評',
  'meeting-decision': '議',
  document: '書',
}
const placeSigns: Readonly<Record<ThreadPlace['kind'], string>> = {
  policy: '策',
  measure: '策',
  situation: '現',
  issue: '課',
  direction: '文',
  indicator: '指',
  change: '文',
}

/** Threads from each source over the places that rest on it to what they led to. */
export function Threads({ entries }: { entries: readonly ThreadEntry[] }) {
  return (
    <div class="l-flow-l">
      {bySource(entries).map((own) => {
        const [first] = own
        return first ? <SourceThread key={first.id} first={first} own={own} /> : null
      })}
    </div>
  )
}

function SourceThread({ first, own }: { first: ThreadEntry; own: readonly ThreadEntry[] }) {
  return (
    <ol class="sb-thread">
      <Node sign={sourceSigns[first.kind]}>
        <p class="sb-thread__title">
          <SourceName source={first.source} />
        </p>
      </Node>
      {own.map((entry) => (
        <Entry key={entry.id} entry={{ ...entry, ledTo: ownWay(entry) }} />
      ))}
    </ol>
  )
}

/** On the page of a measure, what all of the measure leads to stands once at its end, and not behind every line. */
const ownWay = ({ about, ledTo }: ThreadEntry) =>
  about.kind === 'measure' ? ledTo.filter(({ kind }) => kind === 'change') : ledTo

/** The name of a source: to its own page, and forward to everything it led to. */
function SourceName({ source }: { source: ThreadSource }) {
  return (
    <>
      {source.href ? <a href={source.href}>{source.words}</a> : source.words}
      {source.state === 'gone' && (
        <>
          {' '}
          <Badge tone="warn">いまは見つかりません</Badge>
        </>
      )}{' '}
      <a class="sb-sub" href={`/evidence/${source.key}`}>
        この先をたどる<span class="vh">：{source.words}</span>
      </a>
    </>
  )
}

/** When a source speaks of, as it was written or as a day. */
export const asOfWords = (asOf: string) => (/^\d{4}-\d\d-\d\d$/.test(asOf) ? eraDay(asOf) : asOf)

/** One place that rests on the source, how strongly, and what it led to. */
export function Entry({ entry }: { entry: ThreadEntry }) {
  const { cell, n, asOf, quotes, note, about, ledTo } = entry
  const counted = entry.kind === 'voice' && entry.level === undefined
  const isCount = counted || entry.kind === 'comment'
  const count = n !== undefined && (isCount ? `${groupedNumber(n, 0)}件` : `n＝${groupedNumber(n, 0)}`)
  const facts = [cell, count, asOfWords(asOf)].filter(Boolean)
  return (
    <>
      <Node sign={placeSigns[about.kind]} id={entry.id}>
        <p class="sb-thread__kind">
          <b>{placeLabels[about.kind]}</b>
          <Judged entry={entry} />
        </p>
        <p>
          <a href={about.href}>{about.words}</a>
        </p>
        {facts.length > 0 && <p class="sb-sub">{facts.join('、')}</p>}
        {quotes.map((quote) => (
          <blockquote key={quote} class="sb-quote sb-prewrap" dir="auto">
            {quote}
          </blockquote>
        ))}
        {note && <p class="sb-prewrap">{note}</p>}
      </Node>
      {ledTo.length > 0 && <LedTo places={ledTo} />}
    </>
  )
}

function Judged({ entry: { stance, level, outcome } }: { entry: ThreadEntry }) {
  return (
    <>
      {stance && <Badge tone={stance === 'supports' ? 'quiet' : 'warn'}>{stanceLabels[stance]}</Badge>}
      {level !== undefined && (
        <Badge tone="quiet">
          根拠の強さ {level}（{evidenceLevelLabels[level]}）
        </Badge>
      )}
      {outcome && <Badge tone="info">{outcome}</Badge>}
    </>
  )
}

const LedTo = ({ places }: { places: readonly ThreadPlace[] }) => (
  <Node sign="先" isNow>
    <p class="sb-thread__kind">
      <b>つながる先</b>
    </p>
    <ul class="sb-list">
      {places.map(({ kind, id, words, href }) => (
        <li key={`${kind} ${id}`}>
          {placeLabels[kind]}：<a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  </Node>
)

type NodeProps = { sign: string; id?: string; isNow?: boolean; children: ComponentChildren }

const Node = ({ sign, id, isNow, children }: NodeProps) => (
  <li id={id} class={isNow ? 'is-now' : undefined}>
    <span class="sb-thread__node" aria-hidden="true">
      {sign}
    </span>
    <div class="sb-thread__body">{children}</div>
  </li>
)
