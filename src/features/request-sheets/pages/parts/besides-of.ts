import { quadrantLabels, undecidedWords } from '#src/features/surveys/core/results/portfolio-result.ts'
import { listMeasureStandings, type StandingInSurvey } from '#src/features/surveys/store/queries-standings.ts'
import { heardSummary } from '#src/features/voices/core/heard-summary.ts'
import { channelLabels } from '#src/features/voices/core/labels.ts'
import { listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import type { Context } from '#src/platform/context.ts'
import { verdictLabels } from '../../core/realism/target-realism.ts'
import { answersBefore } from '../../core/workbook/answers-before.ts'
import type { Beside } from '../../core/workbook/beside-sheet.ts'
import type { UnitBook } from '../../core/workbook/write-unit-book.ts'
import { listRounds, listSheets } from '../../store/queries.ts'
import { getUnitBook } from '../../store/queries-books.ts'
import { getRealismGround, realismOf } from './realism-facts.ts'

/** A unit's workbook as it goes out: with 参考, what the screen shows beside the fields of its sheets. */
export async function getBookToSend(
  context: Context,
  place: { roundId: string; unitId: string; key: string },
): Promise<UnitBook> {
  const book = await getUnitBook(context, place)
  const { round, sheets, references } = book
  const rounds = await listRounds(context)
  const all = await listSheets(context, { unitId: place.unitId })
  const parts = [
    await realismLines(context, book),
    await heardLines(context, book),
    answersBefore({ round, sheets, references, rounds, all }),
  ]
  return { ...book, besides: parts.flat() }
}

async function realismLines(context: Context, { round, sheets }: UnitBook): Promise<Beside[]> {
  const ground = await getRealismGround(context)
  const besides: Beside[] = []
  for (const sheet of sheets) {
    const realism = await realismOf(ground, { sheet, round, answers: sheet.answers, peersId: '' })
    if (!realism) continue
    const say = (topic: string, words: string) => ({ sheetId: sheet.id, topic, words })
    besides.push(
      say('目標値の妥当性', verdictLabels[realism.verdict]),
      ...realism.lines.map(({ topic, words }) => say(topic, words)),
      ...realism.findings.map(({ message, advice }) => say('点検の指摘', `${message}\n${advice}`)),
    )
  }
  return besides
}

async function heardLines(context: Context, { sheets }: UnitBook): Promise<Beside[]> {
  const measureIds = sheets.flatMap(({ subjectId }) => subjectId ?? [])
  if (measureIds.length === 0) return []
  const standings = await listMeasureStandings(context, measureIds)
  const heard = Map.groupBy(await listHeardAbout(context), ({ itemId }) => itemId)
  return sheets.flatMap(({ id, subjectId }) => {
    if (subjectId === undefined) return []
    const standing = standings.get(subjectId)
    return [
      ...(standing ? [{ sheetId: id, topic: '市民意向調査', words: standingWords(standing) }] : []),
      { sheetId: id, topic: '市民の声', words: heardWords(heard.get(subjectId) ?? []) },
    ]
  })
}

function standingWords(standing: StandingInSurvey): string {
  const { of, satisfactionRank, importanceRank, isUndecided, quadrant, answers, surveyTitle, label } =
    standing
  const place = isUndecided ? undecidedWords : quadrantLabels[quadrant]
  return `${surveyTitle}「${label}」：満足度 ${of}項目中${satisfactionRank}位、重要度 ${importanceRank}位（${place}、n＝${answers}）`
}

function heardWords(heard: Parameters<typeof heardSummary>[0]): string {
  const { total, byChannel, quotes } = heardSummary(heard)
  if (total === 0) return 'この施策に分類された声は、まだありません。'
  const channels = byChannel.map(({ channel, count }) => `${channelLabels[channel]} ${count}`).join('、')
  return [
    `${total}件（${channels}）。割合を表す数ではありません。`,
    ...quotes.map((quote) => `「${quote}」`),
  ].join('\n')
}
