import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CaseSheet, deadlineRuleLabels } from './case.ts'
import type { ResultTable } from './result.ts'

/** 広報紙原稿案: the text, how long it is, and what had to be left out to keep the limit. */
export type NewsletterDraft = { text: string; length: number; leftOut: string[]; isWithin: boolean }

export const newsletterLimits = [200, 300, 400, 600, 800] as const
export type NewsletterLimit = (typeof newsletterLimits)[number]

/** As the editors count: every sign but blanks and line ends. */
export const lettersOf = (text: string): number => [...text.replaceAll(/\s/g, '')].length

type Line = { name: string; text: string; isNeeded?: boolean }

/** The announcement: what, until when and how first; the rest as far as the limit lets it, the purpose by whole sentences. */
export function announcementDraft(sheet: CaseSheet, limit: number): NewsletterDraft {
  const ways = sheet.ways.split('\n')
  const period = `${eraDay(sheet.opensOn)}から${eraDay(sheet.closesOn)}まで（郵送は${deadlineRuleLabels[sheet.deadlineRule]}）`
  return drafted(
    `■${sheet.title}`,
    [
      { name: '期間', text: `期間　${period}`, isNeeded: true },
      { name: '問合せ', text: `問合せ　${sheet.contact.split('\n').join('　')}`, isNeeded: true },
      { name: '提出方法', text: `提出方法　${ways.join('、')}` },
      { name: '閲覧場所', text: `閲覧場所　${sheet.places.split('\n').join('、')}` },
      { name: '対象', text: `対象　${sheet.whoMay.split('\n').join('、')}` },
    ],
    { limit, purpose: sheet.purpose },
  )
}

/** The result: the three counts, what was changed, and where the rest is read. */
export function resultDraft(sheet: CaseSheet, result: ResultTable, limit: number): NewsletterDraft {
  const counts = `${result.submitters}人から${result.submissions}件の提出があり、意見は${result.opinions}件でした。`
  const changed =
    result.changed > 0
      ? `このうち${result.changed}件をもとに、案を直しました。`
      : '案の修正はありませんでした。'
  const classes = result.byClass
    .filter(({ opinions }) => opinions > 0)
    .map(({ label, opinions }) => `${label} ${opinions}件`)
  return drafted(
    `■${sheet.title}の結果`,
    [
      { name: '数', text: `${counts}${changed}`, isNeeded: true },
      { name: '問合せ', text: `問合せ　${sheet.contact.split('\n').join('　')}`, isNeeded: true },
      { name: '対応区分', text: `対応区分　${classes.join('、')}` },
    ],
    { limit, purpose: 'ご意見と市の考え方の全文は、市のホームページで読めます。' },
  )
}

type Room = { limit: number; purpose: string }

function drafted(head: string, lines: readonly Line[], { limit, purpose }: Room): NewsletterDraft {
  const needed = lines.filter(({ isNeeded }) => isNeeded)
  let used = lettersOf([head, ...needed.map(({ text }) => text)].join(''))
  const fits = (text: string) => {
    if (used + lettersOf(text) > limit) return false
    used += lettersOf(text)
    return true
  }
  // The first sentence says what it is about; the others come when all lines have found room.
  const sentences = purpose.replaceAll('\n', '').match(/[^。！？]*[。！？]|[^。！？]+$/gu) ?? []
  const said = sentences.slice(0, 1).filter(fits)
  const kept = new Set([...needed, ...lines.filter((line) => !line.isNeeded && fits(line.text))])
  if (said.length > 0) sentences.slice(1).every((sentence) => fits(sentence) && said.push(sentence))
  const text = [
    head,
    ...(said.length > 0 ? [said.join('')] : []),
    ...lines.filter((line) => kept.has(line)).map((line) => line.text),
  ].join('\n')
  return {
    text,
    length: used,
    leftOut: [
      ...lines.filter((line) => !kept.has(line)).map(({ name }) => name),
      ...(said.length < sentences.length ? ['趣旨の一部'] : []),
    ],
    isWithin: used <= limit,
  }
}
