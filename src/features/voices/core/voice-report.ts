import { z } from 'zod'
import type { Voice } from '#src/formats/voice.ts'
import { channels } from '#src/formats/voice.ts'
import { countHeard, type Heard } from './counts.ts'
import { ageBands, type Channel, channelLabels, frameLabels } from './labels.ts'
import { type ChannelParticipants, channelParticipantWords } from './participants.ts'
import {
  type CountGrid,
  type CountRow,
  coarsened,
  type DimensionName,
  dimensions,
  inOrder,
  publicGrid,
} from './voice-tables.ts'

const grid = z.object({
  row: z.enum(dimensions),
  column: z.enum(dimensions),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  cells: z.array(z.array(z.number().nullable())),
  hidden: z.number(),
})

/** 声のまとめ, as it was published: it never changes, so that nobody can subtract one day's counts from the next. */
export const voiceReport = z.object({
  schema: z.literal('shirube-voice-report/1'),
  title: z.string(),
  text: z.string(),
  madeOn: z.string(),
  opinions: z.number(),
  submissions: z.number(),
  /** How the voices of each channel were collected. */
  frames: z.array(
    z.object({
      channel: z.string(),
      frames: z.array(z.string()),
      /** 「2回、のべ55人」, where the voices came from sessions of five people and more. */
      participants: z.string().optional(),
    }),
  ),
  grids: z.array(grid),
  /** Tables that would be too fine to go out. */
  left: z.array(z.string()),
  issues: z.array(
    z.object({
      title: z.string(),
      text: z.string(),
      planItemId: z.string(),
      /** Null where fewer than five spoke of it: then neither channels nor districts are told. */
      opinions: z.number().nullable(),
      submissions: z.number().nullable(),
      frames: z.array(z.string()),
      channels: z.array(z.string()),
      districts: z.array(z.string()),
      quotes: z.array(z.string()),
      /** How the quotes were chosen; absent where they were the first that came. */
      quotesShow: z.literal('middle-and-edges').optional(),
    }),
  ),
})
export type VoiceReport = z.infer<typeof voiceReport>

/** An opinion with the fields of the plan its codes lead to. */
export type CountedVoice = Pick<
  Heard,
  'id' | 'submissionId' | 'channel' | 'district' | 'ageBand' | 'frame' | 'personId'
> & {
  fields: string[]
}

/** Rows for counting: an opinion of no field is one row, of two fields two. */
export const countRows = (voices: readonly CountedVoice[]): CountRow[] =>
  voices.flatMap(({ channel, district, ageBand, fields, personId, submissionId }) =>
    (fields.length > 0 ? fields : ['分類していない']).map((field) => ({
      values: {
        経路: channelLabels[channel],
        ...(district ? { 地区: district } : {}),
        ...(ageBand ? { 年代: ageBand } : {}),
        分野: field,
      },
      person: personId ?? submissionId,
    })),
  )

/** Without fields every opinion is one row, so that sums are counts of opinions. */
const onceEach = (voices: readonly CountedVoice[]) =>
  countRows(voices.map((voice) => ({ ...voice, fields: [] })))

export type Orders = Readonly<Record<DimensionName, readonly string[]>>
export const ordersOf = (districts: readonly string[], fields: readonly string[]): Orders => ({
  経路: channels.map((channel) => channelLabels[channel]),
  地区: [...districts, '市外'],
  年代: ageBands,
  分野: fields,
})

const pairs: readonly (readonly [DimensionName, DimensionName])[] = [
  ['経路', '地区'],
  ['経路', '年代'],
  ['分野', '地区'],
  ['分野', '年代'],
  ['分野', '経路'],
]

export type ReportedIssue = Pick<
  VoiceReport['issues'][number],
  'title' | 'text' | 'planItemId' | 'quotes'
> & {
  heard: readonly Pick<Heard, 'submissionId' | 'channel' | 'district' | 'frame'>[]
}

type Material = {
  title: string
  text: string
  madeOn: string
  voices: readonly CountedVoice[]
  issues: readonly ReportedIssue[]
  orders: Orders
  participants: ReadonlyMap<Channel, ChannelParticipants>
}

/** What may be published of all voices on a day: counts with small ones hidden, issues with n and how it was collected. */
export function makeVoiceReport({
  title,
  text,
  madeOn,
  voices,
  issues,
  orders,
  participants,
}: Material): VoiceReport {
  const grids: CountGrid[] = []
  const left: string[] = []
  for (const [row, column] of pairs) {
    const isOnce = row !== '分野'
    const rows = coarsened(coarsened(isOnce ? onceEach(voices) : countRows(voices), row), column)
    const made = publicGrid(rows, row, column)
    if (made) grids.push(inOrder(made, orders))
    else left.push(`${row}×${column}`)
  }
  const used = channels.filter((channel) => voices.some((voice) => voice.channel === channel))
  return {
    schema: 'shirube-voice-report/1',
    title,
    text,
    madeOn,
    ...countHeard(voices),
    frames: used.map((channel) => ({
      channel: channelLabels[channel],
      frames: framesIn(voices.filter((voice) => voice.channel === channel)),
      ...participantsOf(participants.get(channel)),
    })),
    grids,
    left,
    issues: issues.map(({ heard, ...issue }) => ({
      ...issue,
      ...issueCounts(heard, orders),
      ...(issue.quotes.length > 1 ? { quotesShow: 'middle-and-edges' as const } : {}),
    })),
  }
}

function issueCounts(heard: ReportedIssue['heard'], orders: Orders) {
  const counts = countHeard(heard)
  const frames = framesIn(heard)
  if (counts.submissions < 5)
    return { opinions: null, submissions: null, frames, channels: [], districts: [] }
  return {
    ...counts,
    frames,
    channels: channels
      .filter((one) => heard.some(({ channel }) => channel === one))
      .map((one) => channelLabels[one]),
    districts: orders.地区.filter((one) => heard.some(({ district }) => district === one)),
  }
}

const participantsOf = (one: ChannelParticipants | undefined) =>
  one && one.people >= 5 ? { participants: channelParticipantWords(one) } : {}

const framesIn = (heard: readonly { frame: Voice['frame'] }[]) =>
  [...new Set(heard.map(({ frame }) => frameLabels[frame]))].sort()
