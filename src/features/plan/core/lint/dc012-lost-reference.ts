import type { PlanItem } from '#src/formats/plan-item.ts'
import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Judgement, Rule } from './finding.ts'
import type { PlanIndex, ScannedText } from './plan-index.ts'
import type { RenderedFacts } from './room-facts.ts'

/** DC012: a text sends the reader to an item, a figure, a table or a page that is not there. */
export const lostReference: Rule = {
  id: 'DC012',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '参照先のページや図がない',
  rationale: '「図5を参照」の図5がないと、読む人は困ります。',
  needs: ['rendered'],
  check: (index, { rendered }) => {
    if (!rendered) return []
    const titles = titlesByNumber(index)
    const toItem = itemReference(Object.values(index.plan.labels))
    const captions = captionsOf(index, rendered)
    return index.texts.flatMap((scanned) => {
      if (!/[\d０-９]/.test(scanned.plain)) return []
      const text = scanned.plain.normalize('NFKC')
      return [
        ...[...text.matchAll(toItem)].flatMap((match) => itemProblem(match, titles)),
        ...[...text.matchAll(toFigure)].flatMap((match) => figureProblem(match, captions)),
        ...[...text.matchAll(toPage)].flatMap((match) => pageProblem(match, rendered.pages)),
      ].map((problem) => judged(scanned, problem))
    })
  },
}

type Problem = { reference: string; words: string }

function judged({ subjectId, field, paragraphId }: ScannedText, { reference, words }: Problem): Judgement {
  return {
    subjectId,
    field,
    ...(paragraphId ? { paragraphId } : {}),
    key: `${paragraphId ?? ''}|${reference}`,
    message: words,
    advice: '参照先を確かめて、番号か名前を直してください。',
  }
}

type Titles = ReadonlyMap<string, string>

/** 施策3-2 → its title. */
function titlesByNumber({ plan, numbers, items }: PlanIndex): Titles {
  const label = ({ kind }: PlanItem) => plan.labels[kind]
  return new Map(
    [...numbers].flatMap(([id, number]): [string, string][] => {
      const item = items.get(id)
      return item ? [[`${label(item)}${number}`, item.title]] : []
    }),
  )
}

/** A number behind what items are called; not a count (施策5本), nor the item of another plan (県計画の施策3). */
function itemReference(labels: readonly string[]): RegExp {
  const names = [...new Set(labels.filter(Boolean))].map((label) =>
    label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  return new RegExp(
    `(?<!(?:計画|戦略|ビジョン|プラン)の)(${names.join('|')}) ?(\\d{1,2}(?:-\\d{1,2})*)(?![\\d.,%-]|つ|本|件|個|事業|項目|年|月|日|人|歳|回|か|割|分)(?:「([^」]{1,60})」)?`,
    'g',
  )
}

const toFigure = /(?<![\p{Script=Han}の])([図表]) ?(\d{1,3})(?![\d.,%]|つ|枚|点)/gu
const toPage = /(\d{1,4}) ?(?:ページ|頁)(?:を?参照|をご覧|に示|に掲|の[図表])/gu

function itemProblem([, label = '', number = '', title]: RegExpExecArray, titles: Titles): Problem[] {
  const reference = `${label}${number}`
  const real = titles.get(reference)
  if (real === undefined) return [{ reference, words: `「${reference}」は、この計画にありません。` }]
  if (title === undefined || normalForm(title) === normalForm(real)) return []
  return [{ reference, words: `「${reference}」は「${title}」ではなく「${real}」です。` }]
}

/** Figures and tables that carry a number in their caption. */
const captionsOf = ({ plan }: PlanIndex, { of }: RenderedFacts): string[] => {
  const { tables, figures } = of(plan)
  return [...tables.map(({ caption }) => caption), ...figures.map(({ name }) => name)].filter((words) =>
    /^[図表] ?\d/.test(words),
  )
}

function figureProblem([, kind = '', number = '']: RegExpExecArray, captions: readonly string[]): Problem[] {
  const reference = `${kind}${number}`
  const isThere = captions.some((caption) => new RegExp(`^${kind} ?${number}(?!\\d)`).test(caption))
  return isThere ? [] : [{ reference, words: `「${reference}」は、計画書にありません。` }]
}

/** Pages are known once a book was made. */
function pageProblem([, number = '']: RegExpExecArray, pages: number | undefined): Problem[] {
  if (pages === undefined || (Number(number) >= 1 && Number(number) <= pages)) return []
  return [{ reference: `p${number}`, words: `${number}ページは、計画書（${pages}ページ）にありません。` }]
}
