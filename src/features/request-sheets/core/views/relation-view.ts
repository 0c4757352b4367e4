import { hasApprovedAnswers } from '../sheets.ts'
import { approvedIn, fieldFor, type RoundView, saidIn, textColumn, type ViewGround } from './round-view.ts'

/** 関係課の指名: one unit says in a sheet that its matter concerns another. */
type Naming = { unitId: string; namedId: string; where: string }

/** 関係課の指名が片方向のもの: a unit is named and does not name back. */
export function relationView(ground: ViewGround): RoundView | undefined {
  const fields = [
    fieldFor(ground.round.fields, 'support', 'supportUnits'),
    fieldFor(ground.round.fields, 'cooperation'),
  ].filter((field) => field !== undefined)
  if (fields.length === 0) return undefined
  const namings = approvedIn(ground).flatMap((sheet) =>
    fields.flatMap((field): Naming[] =>
      namedIn(saidIn(sheet, field), ground.sections)
        .filter((namedId) => namedId !== sheet.unitId)
        .map((namedId) => ({
          unitId: sheet.unitId,
          namedId,
          where: `${sheet.subject}「${field.label}」`,
        })),
    ),
  )
  const known = new Set(namings.map(pairOf))
  const oneWay = namings.filter(
    ({ unitId, namedId }) => !known.has(pairOf({ unitId: namedId, namedId: unitId })),
  )
  return {
    kind: 'relations',
    note: `${fields.map(({ label }) => `「${label}」`).join('')}にある課の名前をくらべます。片方の課だけが相手を挙げているものを示します。`,
    none: '片方の課だけが挙げている関係課は、ありません。',
    advice: '課の名前を、組織のとおりに書いた回答だけを読みます。',
    columns: [
      textColumn('挙げた課', 18),
      textColumn('挙げたところ', 30),
      textColumn('挙げられた課', 18),
      textColumn('挙げられた課の回答', 40),
    ],
    rows: oneWay.map(({ unitId, namedId, where }) => [
      ground.nameOf(unitId),
      where,
      ground.nameOf(namedId),
      standingOf(ground, namedId),
    ]),
  }
}

const pairOf = ({ unitId, namedId }: Pick<Naming, 'unitId' | 'namedId'>) => `${unitId} ${namedId}`

/** Silence is not a no: a unit that has not answered, or was not asked, is not said to have left the other out. */
function standingOf({ sheets }: ViewGround, unitId: string) {
  const own = sheets.filter((sheet) => sheet.unitId === unitId)
  if (own.some(hasApprovedAnswers)) return 'この課の回答には、相手の課がありません'
  return own.length > 0 ? 'まだ承認された回答がありません' : 'この課のシートは、この一覧にありません'
}

/** The sections a text names. The longest names first: 障害福祉課 is not 福祉課. */
export function namedIn(text: string, sections: ViewGround['sections']): string[] {
  let left = text
  const named: string[] = []
  for (const { id, name } of [...sections].sort((a, b) => b.name.length - a.name.length)) {
    if (name === '' || !left.includes(name)) continue
    named.push(id)
    left = left.replaceAll(name, '　')
  }
  return sections.map(({ id }) => id).filter((id) => named.includes(id))
}
