import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { isNowhere, type OpinionPlace, placeWords } from '../../core/place.ts'
import { keepHistory } from '../history.ts'
import { placesOf } from '../queries/places.ts'
import { getOpinion, getSubmission } from '../queries/voices.ts'
import { tables } from '../tables.ts'

type Placing = { opinionId: string; revision: number; place: OpinionPlace }

/** Says where an opinion is about (位置); an empty place takes it away. Goes with the words when they are destroyed. */
export const keepPlace = command(
  permissions,
  'sort-voices',
  async (context, { opinionId, revision, place }: Placing) => {
    const opinion = await getOpinion(context, opinionId)
    refuseIfStale(opinion, revision)
    const { submissionId } = opinion
    if ((await getSubmission(context, submissionId)).textPurgedAt)
      throw new Refusal('conflict', '保存の期限が過ぎて、文は廃棄されています')
    const before = placeWords((await placesOf(context, [opinionId])).get(opinionId))
    await keepHistory(context, { submissionId, opinionId, what: '位置を書きました', before })
    await tables(context).deleteFrom('voicePlaces').where('opinionId', '=', opinionId).execute()
    if (!isNowhere(place))
      await tables(context)
        .insertInto('voicePlaces')
        .values({
          opinionId,
          district: place.district,
          town: place.town,
          latitude: place.latitude ?? null,
          longitude: place.longitude ?? null,
        })
        .execute()
    await tables(context)
      .updateTable('voiceOpinions')
      .set({ revision: revision + 1 })
      .where('id', '=', opinionId)
      .execute()
  },
)
