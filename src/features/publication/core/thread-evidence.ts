import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import type { ThreadEntry, ThreadKind, ThreadPlace, ThreadSource } from './thread.ts'
import {
  addressIn,
  addressOfLink,
  addressOfPoint,
  partKey,
  type SourceAddress,
  wordsOfReference,
} from './thread-address.ts'
import { itemOf, ledToFrom, placeOf } from './thread-places.ts'

/** What a room says of one of its things: its name, and the public page where there is one. */
export type KnownSource = {
  words: string
  href: string
  /** Where the parts stand that the plan names, by their keys. Without it, parts are not looked for. */
  parts?: Readonly<Record<string, string>>
}

/** What the rooms say of their things, by id. */
export type SourceRegister = ReadonlyMap<string, KnownSource>

/** Whether an address leads somewhere: its thing is there, and the part that is named. */
export function isFound(address: SourceAddress, register: SourceRegister): boolean {
  const known = register.get(address.id)
  if (!known?.parts || address.part === '') return known !== undefined
  return partKey(address) in known.parts
}

/** What stands in the plan itself: its evidence links, where its indicators come from, and the figures its texts quote. */
export function planEntries(shown: PublicPlan, register: SourceRegister): ThreadEntry[] {
  const links = shown.plan.evidence.filter(({ supersededBy }) => supersededBy === undefined)
  const keys = new Map<string, string>()
  const sourceOf: SourceOf = ({ kind, ref, address }, id) => {
    const key = `${kind} ${ref}`
    if (!keys.has(key)) keys.set(key, id)
    return readSource({ ref, address }, keys.get(key) ?? id, register)
  }
  return [
    ...links.flatMap((link) => {
      const { kind, ref } = link.to
      return linkEntry(shown, link, sourceOf({ kind, ref, address: addressOfLink(link.to) }, link.id)) ?? []
    }),
    ...shown.plan.indicators.flatMap((indicator) => {
      const kind = indicatorKinds[indicator.source.kind]
      const { ref } = indicator.source
      if (ref === '') return []
      return figureEntry(shown, indicator, {
        kind,
        source: sourceOf({ kind, ref, address: addressIn(ref) }, indicator.id),
      })
    }),
    ...pointEntries(shown, sourceOf),
  ]
}

type Reference = { ref: string; address: SourceAddress | undefined }
type SourceOf = (named: Reference & { kind: ThreadKind }, id: string) => ThreadSource

/** The source a reference names: found in its room, gone from it, or words that lead nowhere. */
function readSource({ ref, address }: Reference, key: string, register: SourceRegister): ThreadSource {
  const words = wordsOfReference(ref)
  if (!address) return { key, words, href: '', state: 'words' }
  const { id, part } = address
  const known = register.get(id)
  if (!known || !isFound(address, register))
    return { key: id, words: words || known?.words || ref, href: '', state: 'gone', part }
  const own = [known.words, partWords(part)].filter(Boolean).join(' ')
  return {
    key: id,
    words: words || own,
    href: known.parts?.[partKey(address)] ?? known.href,
    state: 'found',
    part,
  }
}

/** `q8` is 問8, `no-3` the third row of a result. */
const partWords = (part: string) =>
  part
    .replace(/^q(\d+).*$/, '問$1')
    .replace(/^\d{5}@.*$/, '')
    .replace(/^no-(\d+)$/, '$1番')
    .replace(/^[a-z]{2}_.*$/, '')

function linkEntry(shown: PublicPlan, link: EvidenceLink, source: ThreadSource): ThreadEntry | undefined {
  const { to, from } = link
  const about = placeOf(shown, from)
  if (!about) return undefined
  return {
    id: link.id,
    kind: to.kind,
    source,
    cell: [to.row, to.column].flatMap((words) => (words ? `「${words}」` : [])).join(''),
    n: to.n,
    asOf: to.asOf ?? '',
    stance: link.stance,
    level: link.level,
    quotes: link.quote ? [link.quote] : [],
    note: link.note,
    outcome: '',
    itemId: itemOf(shown, from),
    indicatorId: about.kind === 'indicator' ? about.id : undefined,
    about,
    ledTo: ledToFrom(shown, about),
  }
}

const indicatorKinds: Readonly<Record<Indicator['source']['kind'], ThreadKind>> = {
  statistic: 'statistic',
  survey: 'survey-cell',
  ledger: 'document',
  report: 'document',
  other: 'document',
}

type Figure = { kind: ThreadKind; source: ThreadSource }

function figureEntry(shown: PublicPlan, indicator: Indicator, { kind, source }: Figure): ThreadEntry[] {
  const about = placeOf(shown, indicator.id)
  if (!about) return []
  const bare = {
    cell: '',
    n: undefined,
    asOf: '',
    stance: undefined,
    level: undefined,
    quotes: [],
    outcome: '',
  }
  return [
    {
      ...bare,
      id: `${indicator.id}-source`,
      kind,
      source,
      note: '指標の値の出典',
      itemId: indicator.itemId,
      indicatorId: indicator.id,
      about,
      ledTo: [],
    },
  ]
}

/** Where a figure stands in its source; an address says nothing to a reader. */
function cellWords(cell = '', address: SourceAddress | undefined): string {
  if (!address || !/^[a-z-]+\//.test(cell)) return cell
  return [address.row, address.column].flatMap((words) => (words ? `「${words}」` : [])).join('')
}

/** Figures that texts of measures quote: each paragraph rests on the data it names. */
function pointEntries(shown: PublicPlan, sourceOf: SourceOf): ThreadEntry[] {
  const points = new Map(shown.plan.dataPoints.map((point) => [point.id, point]))
  return shown.measures.flatMap((measure) =>
    [...measure.situation, ...measure.issues, ...measure.directions].flatMap(({ id, text }) => {
      const about = placeOf(shown, id)
      return [...new Set(text.match(/dp_[0-9a-z]{10}/g))].flatMap((pointId) => {
        const point = points.get(pointId)
        return point && about ? pointEntry(shown, { about, point, sourceOf }) : []
      })
    }),
  )
}

type Quoted = { about: ThreadPlace; point: PublicPlan['plan']['dataPoints'][number]; sourceOf: SourceOf }

function pointEntry(shown: PublicPlan, { about, point, sourceOf }: Quoted): ThreadEntry {
  const { source, label, asOf } = point
  const address = addressOfPoint(source)
  const kind = source.kind === 'survey' || source.kind === 'survey-cell' ? 'survey-cell' : 'statistic'
  return {
    id: `${point.id}-${about.id.replaceAll('/', '-')}`,
    kind,
    source: sourceOf({ kind, ref: source.ref, address }, point.id),
    cell: cellWords(source.cell, address),
    n: undefined,
    asOf,
    stance: undefined,
    level: undefined,
    quotes: [],
    note: `本文の数「${label}」`,
    outcome: '',
    itemId: itemOf(shown, about.id),
    indicatorId: undefined,
    about,
    ledTo: ledToFrom(shown, about),
  }
}
