import { type Channel, channelLabels } from './labels.ts'

/** What was heard about one measure, by channel in their usual order, with a few released quotes. */
export type HeardSummary = {
  total: number
  byChannel: { channel: Channel; count: number }[]
  quotes: string[]
}

const channels = Object.keys(channelLabels) as Channel[]
const mostQuotes = 2
const longestQuote = 90

export function heardSummary(heard: readonly { channel: Channel; released: string }[]): HeardSummary {
  const counted = channels.map((channel) => ({
    channel,
    count: heard.filter((one) => one.channel === channel).length,
  }))
  return {
    total: heard.length,
    byChannel: counted.filter(({ count }) => count > 0),
    quotes: heard
      .map(({ released }) => released.trim())
      .filter((released) => released !== '' && [...released].length <= longestQuote)
      .slice(0, mostQuotes),
  }
}
