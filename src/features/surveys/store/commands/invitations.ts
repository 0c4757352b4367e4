import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { randomLetters, secretlyShuffled } from '#src/platform/secret-draw.ts'
import { codeAlphabet, randomLength, withCheck } from '../../core/answering/numbers-with-check.ts'
import { permissions } from '../../core/permissions.ts'
import type { Draw, FramePerson } from '../../core/sample/draw-sample.ts'
import { codeHash } from '../access.ts'
import { deleteInvitations } from '../purge-due.ts'
import { getSurvey } from '../queries.ts'
import { inBatches, tables } from '../tables.ts'

/** A letter's code beside the number of its addressee. It is given once; the store keeps only its keyed hash. */
export type IssuedCode = FramePerson & { code: string }

type Drawing = { surveyId: string; secret: string; draw: Draw }

/** Keeps the sample that was drawn and issues a code for everybody in it. A second draw takes the place of the first. */
export const drawInvitations = command(
  permissions,
  'draw-sample',
  async (context, { surveyId, secret, draw }: Drawing): Promise<IssuedCode[]> => {
    const survey = await getSurvey(context, surveyId)
    if (survey.state !== 'draft') throw new Refusal('conflict', '調査を始めたあとは、抽出し直せません')
    const sampling = { ...draw.record, drawnOn: tokyoDay(context.now) }
    await tables(context)
      .updateTable('surveys')
      .set({ sampling: JSON.stringify(sampling), revision: survey.revision + 1 })
      .where('id', '=', surveyId)
      .execute()
    return issue(context, { surveyId, secret, persons: draw.drawn })
  },
)

/** New codes for everybody, where the list of the first ones was lost before the letters went out. */
export const renewCodes = command(
  permissions,
  'draw-sample',
  async (context, { surveyId, secret }: { surveyId: string; secret: string }): Promise<IssuedCode[]> => {
    const survey = await getSurvey(context, surveyId)
    if (survey.state !== 'draft')
      throw new Refusal(
        'conflict',
        '調査を始めたあとは、回答コードを出し直せません（届いた手紙が使えなくなります）',
      )
    const rows = await tables(context)
      .selectFrom('surveyInvitations')
      .select(['addresseeNumber', 'stratum'])
      .where('surveyId', '=', surveyId)
      .execute()
    const persons = rows.map(({ addresseeNumber, stratum }) => ({ number: addresseeNumber, stratum }))
    return issue(context, { surveyId, secret, persons })
  },
)

type Issuing = { surveyId: string; secret: string; persons: readonly FramePerson[] }

async function issue(context: Context, { surveyId, secret, persons }: Issuing): Promise<IssuedCode[]> {
  await tables(context).deleteFrom('surveyInvitations').where('surveyId', '=', surveyId).execute()
  const codes = new Set<string>()
  while (codes.size < persons.length) codes.add(withCheck(randomLetters(codeAlphabet, randomLength)))
  const letters = [...codes]
  const issued = persons.map((person, at) => ({ ...person, code: letters[at] ?? '' }))
  const rows = secretlyShuffled(issued).map(({ number, stratum, code }) => ({
    id: context.newId('iv'),
    surveyId,
    codeHash: codeHash({ surveyId, secret, code }),
    addresseeNumber: number,
    stratum,
    state: 'unused' as const,
  }))
  await inBatches(rows, (some) => tables(context).insertInto('surveyInvitations').values(some).execute())
  return issued.sort((a, b) => (a.number < b.number ? -1 : 1))
}

/** Deletes the list of invitations of a closed survey (名簿の消去); the sampling record with its counts stays. */
export const purgeInvitations = command(
  permissions,
  'purge-invitations',
  async (context, { surveyId }: { surveyId: string }) => {
    const survey = await getSurvey(context, surveyId)
    if (survey.state !== 'closed') throw new Refusal('conflict', '締め切る前は、案内の名簿を消せません')
    if (survey.purgedAt) throw new Refusal('conflict', '案内の名簿は、すでに消してあります')
    await deleteInvitations(context, { surveyId, revision: survey.revision })
  },
)
