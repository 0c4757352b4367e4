import type { Meeting } from './meetings.ts'
import { currentPapers, type Paper, predecessorsOf } from './papers.ts'

/**
 * 資料の番号 as it is kept: 資料2-1, in half width, without blanks, with one kind of hyphen between its digits. So the same
 * number is the same text, however it was typed.
 */
export const paperNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/(?<=\d)[‐‑‒–—―−ーの](?=\d)/g, '-')

const inName = /^((?:参考|当日|追加)?資料\d+(?:[‐‑–—−ー-]\d+)*)[_\s]+(.+?)(\.[a-z0-9]+)?$/i

/** The number and the name that a file carries in its own name, as papers of rounds do: 資料2-1_取りまとめ_都市建設部会.pdf */
export function numberedName(fileName: string): { number: string; title: string } | undefined {
  const parts = inName.exec(fileName.normalize('NFKC'))
  if (!parts) return undefined
  const [, number = '', title = ''] = parts
  return { number: paperNumber(number), title: title.replaceAll('_', ' ') }
}

type Numbered = Pick<Paper, 'id' | 'label' | 'replacesId'>

/** Whether a paper of the meeting has this number. One that was withdrawn keeps its own; so does a replaced one, for its successor. */
export const isNumberTaken = (papers: readonly Numbered[], number: string) =>
  currentPapers(papers).some(({ label }) => paperNumber(label) === paperNumber(number))

export const takenWords = (number: string) =>
  `${paperNumber(number)}は、すでにあります。別の番号にするか、「資料を差し替える」を使ってください`

type Details = Pick<Paper, 'label' | 'isPublic'>
type Laid = { meeting: Pick<Meeting, 'state'>; papers: readonly Paper[] }

/**
 * What keeps number and openness of a laid paper from being changed, by field: another paper has the number, it is printed in
 * the paper itself, or residents have seen (or not seen) the paper since the opening.
 */
export function detailsProblems({ meeting, papers }: Laid, paper: Paper, details: Details) {
  const chain = [paper, ...predecessorsOf(paper, papers)]
  const others = papers.filter((one) => !chain.includes(one))
  const isMoved = paperNumber(details.label) !== paperNumber(paper.label)
  const problems: { label?: string; isPublic?: string } = {}
  if (isNumberTaken(others, details.label)) problems.label = takenWords(details.label)
  else if (isMoved && paper.source?.kind === 'round-paper')
    problems.label = '番号が印刷されている資料です。取り下げて、正しい番号で載せ直してください'
  if (meeting.state === 'held' && paper.isPublic !== details.isPublic)
    problems.isPublic =
      '開会のあとは、公開するかどうかを変えられません。取り下げるか、新しい資料として載せてください'
  return problems
}

/** The number after the last: 資料3. */
export function nextPaperNumber(papers: readonly Pick<Paper, 'label'>[]): string {
  const used = papers.map(({ label }) => Number(/^資料(\d+)/.exec(paperNumber(label))?.[1] ?? 0))
  return `資料${Math.max(0, ...used) + 1}`
}

const collator = new Intl.Collator('ja', { numeric: true })

/** 資料2 before 資料10, 資料1-2 after 資料1. */
export const byPaperNumber = (a: Pick<Paper, 'label'>, b: Pick<Paper, 'label'>) =>
  collator.compare(paperNumber(a.label), paperNumber(b.label))
