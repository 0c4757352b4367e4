import type { Voice } from '#src/formats/voice.ts'
import { type Channel, channelLabels } from './labels.ts'

/** How an opinion came to an item of the plan: its writer chose the place, a code is bound to it, or an issue. */
export type ItemLink = { opinionId: string; itemId: string; by: 'about' | 'code' | 'issue' }

/** A linked opinion as everybody may know it. `text` and `summary` are shown only when it is released. */
export type LinkedVoice = {
  opinionId: string
  submissionId: string
  channel: Channel
  frame: Voice['frame']
  /** `cc_…` of a public comment, `ho_…` of a session, or empty. */
  sessionRef: string
  sessionLabel: string
  receivedOn: string
  isReleased: boolean
  text: string
  summary: string
}

export type PublishedVoice = Omit<LinkedVoice, 'isReleased' | 'submissionId'> & { by: ItemLink['by'][] }

export type VoicesOnItem = {
  itemId: string
  opinions: number
  submissions: number
  /** Never a count alone: by channel, with how the voices were collected. */
  channels: { channel: Channel; frames: Voice['frame'][]; opinions: number; submissions: number }[]
  published: PublishedVoice[]
}

/** What was heard about each item; an opinion linked in several ways counts once. Items nobody spoke of are empty. */
export function linkedVoices(
  itemIds: readonly string[],
  links: readonly ItemLink[],
  heard: readonly LinkedVoice[],
): Map<string, VoicesOnItem> {
  const known = new Map(heard.map((voice) => [voice.opinionId, voice]))
  const byItem = Map.groupBy(links, ({ itemId }) => itemId)
  return new Map(itemIds.map((itemId) => [itemId, onItem(itemId, byItem.get(itemId) ?? [], known)]))
}

function onItem(
  itemId: string,
  links: readonly ItemLink[],
  known: ReadonlyMap<string, LinkedVoice>,
): VoicesOnItem {
  const ways = Map.groupBy(links, ({ opinionId }) => opinionId)
  const voices = [...ways.keys()].flatMap((id) => known.get(id) ?? [])
  voices.sort(
    (a, b) => order(a) - order(b) || (a.receivedOn + a.opinionId < b.receivedOn + b.opinionId ? -1 : 1),
  )
  const byChannel = Map.groupBy(voices, ({ channel }) => channel)
  return {
    itemId,
    opinions: voices.length,
    submissions: countSubmissions(voices),
    channels: [...byChannel].map(([channel, own]) => ({
      channel,
      frames: [...new Set(own.map(({ frame }) => frame))].sort(),
      opinions: own.length,
      submissions: countSubmissions(own),
    })),
    published: voices
      .filter(({ isReleased }) => isReleased)
      .map(({ isReleased: _, submissionId: __, ...voice }) => ({
        ...voice,
        by: [...new Set((ways.get(voice.opinionId) ?? []).map(({ by }) => by))].sort(),
      })),
  }
}

const channelOrder = Object.keys(channelLabels)
const order = ({ channel }: LinkedVoice) => channelOrder.indexOf(channel)
const countSubmissions = (voices: readonly LinkedVoice[]) =>
  new Set(voices.map(({ submissionId }) => submissionId)).size
