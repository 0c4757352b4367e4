import { SelectField, TextField } from '#src/ui/field.tsx'
import { type DecidingPlace, placeLabel } from '../../core/decided-by.ts'

export const unknownPlace = '一覧にある会議・議案から選んでください'

type Props = {
  field: (name: string) => { name: string; value: string | undefined; problem: string | undefined }
  places: readonly DecidingPlace[]
  support?: string
}

/** By what a version was decided: a meeting or bill that is kept here, or words. */
export function DecisionFields({ field, places, support = '' }: Props) {
  return (
    <>
      {places.length > 0 && (
        <SelectField
          {...field('decisionRef')}
          label="決めた会議・議案"
          support="選ぶと、この版のページから会議の記録へつながります。"
          choices={places.map((place) => ({ value: place.ref, label: placeLabel(place) }))}
          blank="選ばない"
          optional
        />
      )}
      <TextField
        {...field('decisionTitle')}
        label="何によって決まったか"
        support={`${support}会議・議案を選んだときは、空けておくとその名前が入ります。例：第3回審議会で了承、令和9年3月議会で議決`}
      />
      <TextField
        {...field('decisionDate')}
        label="決まった日"
        support="会議・議案を選んだときは、空けておくとその日が入ります。例：2027-03-25"
        width="short"
      />
    </>
  )
}
