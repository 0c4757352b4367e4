import { type Guest, mostGuests } from './guest.ts'
import { ageBands } from './labels.ts'

type Read = { guests: Guest[]; problem?: undefined } | { problem: string }

/**
 * Reads who takes part, a line each: district, age band and whom they came with, in any order, e.g. 「谷和原 30代 A」.
 * 「×4」 stands for four such people; a line 「―」 is somebody of whom nothing is known. A longer word could be a name,
 * which is not written down.
 */
export function readGuests(text: string, districts: readonly string[]): Read {
  const guests: Guest[] = []
  for (const [at, line] of text.normalize('NFKC').split('\n').entries()) {
    const words = line.split(/[\s,、]+/).filter(Boolean)
    if (words.length === 0) continue
    const read = readLine(words, districts)
    if ('problem' in read) return { problem: `${at + 1}行目：${read.problem}` }
    for (let count = 0; count < read.times; count += 1)
      guests.push({ ...read.guest, number: guests.length + 1 })
    if (guests.length > mostGuests) return { problem: `${mostGuests}人までです` }
  }
  return guests.length === 0 ? { problem: '参加する人を、1行に1人、書いてください' } : { guests }
}

const unknown = /^[-―ー－]$/
const several = /^(?:[x×]\s*(\d{1,3})|(\d{1,3})人)$/i
const partyName = /^[0-9A-Za-zぁ-んァ-ヶ]{1,3}組?$/

function readLine(words: readonly string[], districts: readonly string[]) {
  const guest = { district: '', ageBand: '', party: '' }
  let times = 1
  for (const word of words) {
    const count = several.exec(word)
    if (count) times = Number(count[1] ?? count[2])
    else if (districts.includes(word)) guest.district = word
    else if ((ageBands as readonly string[]).includes(word)) guest.ageBand = word
    else if (partyName.test(word)) guest.party = word
    else if (!unknown.test(word))
      return { problem: `「${word}」は、地区・年代・組の記号（3字まで）のどれでもありません` }
  }
  return times < 1 ? { problem: '人数は1人からです' } : { guest, times }
}

/** The guests as they are typed again. */
export const guestLines = (guests: readonly Guest[]): string =>
  guests
    .map(({ district, ageBand, party }) => [district, ageBand, party].filter(Boolean).join(' ') || '―')
    .join('\n')
